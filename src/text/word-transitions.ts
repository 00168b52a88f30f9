import { wordBreak } from './break-classes.ts';

/**
 * The word boundary rules as an automaton. A state is the Word_Break value of the last character that is not
 * ignorable (WB4), or one of the states here; a transition gives the next state, or STOP for a boundary.
 */
export const STOP = 63;
const HEBREW_QUOTE = 22;
const INDICATOR_PAIR = 23;

/** In this state and those after it, the boundary depends on the next character that is not ignorable. */
export const FIRST_AWAITING = 24;
const AWAITING_LETTER = 24;
const AWAITING_NUMERIC = 25;
const AWAITING_HEBREW = 26;
const STATES = 27;

const LETTERS = [wordBreak.letter, wordBreak.letterPictograph, wordBreak.hebrewLetter];
const LETTERS_AND_NUMBERS = [...LETTERS, wordBreak.numeric];
const LETTER_LINKS = [wordBreak.midLetter, wordBreak.midNumberLetter, wordBreak.singleQuote];
const NUMBER_LINKS = [wordBreak.midNumber, wordBreak.midNumberLetter, wordBreak.singleQuote];
const IGNORABLE = [wordBreak.extend, wordBreak.format, wordBreak.joiner];
const LINE_ENDS: readonly number[] = [wordBreak.carriageReturn, wordBreak.lineFeed, wordBreak.newline];

function buildTransitions(): Uint8Array {
  const transitions = new Uint8Array(STATES * 32).fill(STOP);
  const join = (states: readonly number[], classes: readonly number[], next?: number): void => {
    for (const state of states) {
      for (const breakClass of classes) transitions[state * 32 + breakClass] = next ?? breakClass;
    }
  };
  for (let state = 0; state < STATES; state += 1) {
    if (!LINE_ENDS.includes(state)) join([state], IGNORABLE, state); // WB4
  }
  join([wordBreak.carriageReturn], [wordBreak.lineFeed]); // WB3
  join([wordBreak.space], [wordBreak.space]); // WB3d
  join([wordBreak.space], IGNORABLE, wordBreak.other);
  join(LETTERS_AND_NUMBERS, LETTERS_AND_NUMBERS); // WB5, WB8, WB9, WB10
  join(LETTERS, LETTER_LINKS, AWAITING_LETTER); // WB6
  join([AWAITING_LETTER], LETTERS); // WB7
  join([wordBreak.hebrewLetter], [wordBreak.singleQuote], HEBREW_QUOTE); // WB7a
  join([HEBREW_QUOTE], LETTERS);
  join([wordBreak.hebrewLetter], [wordBreak.doubleQuote], AWAITING_HEBREW); // WB7b
  join([AWAITING_HEBREW], [wordBreak.hebrewLetter]); // WB7c
  join([wordBreak.numeric], NUMBER_LINKS, AWAITING_NUMERIC); // WB12
  join([AWAITING_NUMERIC], [wordBreak.numeric]); // WB11
  join([wordBreak.katakana], [wordBreak.katakana]); // WB13
  const connected = [...LETTERS_AND_NUMBERS, wordBreak.katakana];
  join([...connected, wordBreak.connector], [wordBreak.connector]); // WB13a
  join([wordBreak.connector], connected); // WB13b
  join([wordBreak.regionalIndicator], [wordBreak.regionalIndicator], INDICATOR_PAIR); // WB15, WB16
  return transitions;
}

let built: Uint8Array | undefined;

/** The next state, by `state * 32 + class`. WB3c looks at a character rather than at a state: the scanner does it. */
export function wordTransitions(): Uint8Array {
  built ??= buildTransitions();
  return built;
}
