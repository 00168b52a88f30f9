import { sentenceBreak } from './break-classes.ts';
import { sentenceTable } from './unicode-tables.ts';

/*
 * The sentence boundary rules as an automaton over Sentence_Break values. States:
 *   OUTSIDE       nothing that matters precedes
 *   AFTER_CASED   an upper or lower case letter precedes (SB7)
 *   CASED_POINT   ATerm after such a letter;  POINT  another ATerm
 *   POINT_CLOSE   ATerm Close+;  POINT_SPACE  ATerm Close* Sp+
 *   STOP, STOP_CLOSE, STOP_SPACE   the same for STerm
 *   UNDECIDED     after ATerm Close* Sp*, in the look-ahead of SB8
 *   PARAGRAPH     after CR, LF or Sep;  CARRIAGE_RETURN  after CR
 */
const OUTSIDE = 0;
const AFTER_CASED = 1;
const CASED_POINT = 2;
const POINT = 3;
const POINT_CLOSE = 4;
const POINT_SPACE = 5;
const STOP = 6;
const STOP_CLOSE = 7;
const STOP_SPACE = 8;
const UNDECIDED = 9;
const PARAGRAPH = 10;
const CARRIAGE_RETURN = 11;
const STATES = 12;

/** Added to a next state when there is a boundary before the character. */
const BREAK = 32;
/** Added when there was a boundary where the look-ahead began. */
const BREAK_EARLIER = 64;
const STATE_MASK = 31;

const CLASSES = Object.values(sentenceBreak);
const IGNORABLE = [sentenceBreak.extend, sentenceBreak.format];
const TERMINATED = [CASED_POINT, POINT, POINT_CLOSE, POINT_SPACE, STOP, STOP_CLOSE, STOP_SPACE];

/** The state after a character that nothing before it concerns. */
function entered(breakClass: number): number {
  switch (breakClass) {
    case sentenceBreak.carriageReturn:
      return CARRIAGE_RETURN;
    case sentenceBreak.lineFeed:
    case sentenceBreak.separator:
      return PARAGRAPH;
    case sentenceBreak.lower:
    case sentenceBreak.upper:
      return AFTER_CASED;
    case sentenceBreak.ambiguousTerminator:
      return POINT;
    case sentenceBreak.terminator:
      return STOP;
    default:
      return OUTSIDE;
  }
}

function buildTransitions(): Uint8Array {
  const transitions = new Uint8Array(STATES * 16);
  const go = (states: readonly number[], classes: readonly number[], next?: number): void => {
    for (const state of states) {
      for (const breakClass of classes) transitions[state * 16 + breakClass] = next ?? entered(breakClass);
    }
  };
  const { lower, upper, otherLetter, numeric, close, space, continuation } = sentenceBreak;
  const { ambiguousTerminator, terminator, carriageReturn, lineFeed, separator } = sentenceBreak;
  const paragraphs = [carriageReturn, lineFeed, separator];
  const points = [CASED_POINT, POINT, POINT_CLOSE, POINT_SPACE];

  go([OUTSIDE, AFTER_CASED], CLASSES); // SB998
  go([AFTER_CASED], [ambiguousTerminator], CASED_POINT);
  for (const breakClass of CLASSES) {
    go([PARAGRAPH, CARRIAGE_RETURN, ...TERMINATED], [breakClass], BREAK + entered(breakClass)); // SB4, SB11
  }
  go([CARRIAGE_RETURN], [lineFeed]); // SB3
  go(points, [sentenceBreak.other, numeric, close, continuation], UNDECIDED); // SB8
  go(points, [lower]);
  go([CASED_POINT, POINT], [numeric]); // SB6
  go([CASED_POINT], [upper]); // SB7
  go(TERMINATED, [continuation, ambiguousTerminator, terminator, ...paragraphs]); // SB8a, SB9, SB10
  go([CASED_POINT, POINT, POINT_CLOSE], [close], POINT_CLOSE); // SB9
  go([STOP, STOP_CLOSE], [close], STOP_CLOSE);
  go(points, [space], POINT_SPACE); // SB9, SB10
  go([STOP, STOP_CLOSE, STOP_SPACE], [space], STOP_SPACE);
  go([UNDECIDED], CLASSES, UNDECIDED); // SB8
  go([UNDECIDED], [lower]);
  for (const breakClass of [upper, otherLetter, ambiguousTerminator, terminator, ...paragraphs]) {
    go([UNDECIDED], [breakClass], BREAK_EARLIER + entered(breakClass));
  }
  for (const state of [OUTSIDE, AFTER_CASED, UNDECIDED, ...TERMINATED]) go([state], IGNORABLE, state); // SB5
  return transitions;
}

let built: Uint8Array | undefined;

/**
 * Where the sentences of a text end: UTF-16 offsets, exclusive, by UAX #29 sentence boundaries of Unicode 15.0.
 * Every character is read once: in the look-ahead of SB8 nothing can start a sentence but its first character.
 * Sentences that begin at or after `from` units are left out, so that a text of which only a part matters costs no more.
 */
export function sentenceEnds(text: string, from: number = text.length): number[] {
  const table = sentenceTable();
  built ??= buildTransitions();
  const transitions = built;
  const ends: number[] = [];
  let state = OUTSIDE;
  let undecided = 0;
  for (let position = 0; position < text.length; ) {
    const codePoint = text.codePointAt(position) as number;
    const next = transitions[(state << 4) | (table[codePoint] as number)] as number;
    if (next >= BREAK) {
      const end = next >= BREAK_EARLIER ? undecided : position;
      ends.push(end);
      if (end >= from) return ends;
    }
    if (next === UNDECIDED && state !== UNDECIDED) undecided = position;
    state = next & STATE_MASK;
    position += codePoint > 0xffff ? 2 : 1;
  }
  if (state === UNDECIDED) ends.push(undecided);
  if (text.length > 0) ends.push(text.length);
  return ends;
}

/** Cuts a text at every sentence boundary. The pieces join to the text. */
export function segmentSentences(text: string): string[] {
  let start = 0;
  return sentenceEnds(text).map((end) => {
    const sentence = text.slice(start, end);
    start = end;
    return sentence;
  });
}
