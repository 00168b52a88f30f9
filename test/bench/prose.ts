import type { LongRandom } from './long-random.ts';
import { accentedWordOf, drawRank, wordOf } from './words.ts';

/** Lengths are log-normal: median, spread of the logarithm, least and most. */
interface Lengths {
  readonly median: number;
  readonly spread: number;
  readonly least: number;
  readonly most: number;
}

const DOCUMENT_WORDS: Lengths = { median: 300, spread: 1, least: 10, most: 100_000 };
const SENTENCE_WORDS: Lengths = { median: 15, spread: 0.55, least: 2, most: 90 };
const PARAGRAPH_SENTENCES: Lengths = { median: 4, spread: 0.5, least: 1, most: 20 };
const BOILERPLATE_LINES = 300;

/** Shares of the places where they could stand. */
const COMMAS = 0.06;
const DASHES = 0.008;
const NUMBERS = 0.01;
const NAMES = 0.035;
const QUOTED = 0.03;
const QUESTIONS = 0.05;
const EXCLAMATIONS = 0.03;
const BOILERPLATE = 0.03;
/** Texts with typographic signs and accents; the others are ASCII. */
const TYPOGRAPHIC = 0.4;

interface Style {
  readonly dash: string;
  readonly open: string;
  readonly close: string;
  readonly wordOf: (rank: number) => string;
}

const PLAIN: Style = { dash: ' - ', open: '"', close: '"', wordOf };
const TYPESET: Style = { dash: ' – ', open: '“', close: '”', wordOf: accentedWordOf };

/** Writes texts that have the counts of web text, not its sense: each call gives another. */
export function createProse(random: LongRandom): () => string {
  const lines = Array.from({ length: BOILERPLATE_LINES }, () => sentence(random, PLAIN));
  return () => {
    const style = random.chance(TYPOGRAPHIC) ? TYPESET : PLAIN;
    let words = drawLength(random, DOCUMENT_WORDS);
    let text = '';
    while (words > 0) {
      if (text !== '') text += random.chance(0.5) ? '\n\n' : '\n';
      if (random.chance(BOILERPLATE)) {
        text += `${lines[Math.floor(random.next() ** 2 * lines.length)]}\n`;
      }
      for (let left = drawLength(random, PARAGRAPH_SENTENCES); left > 0 && words > 0; left--) {
        const length = Math.min(words, drawLength(random, SENTENCE_WORDS));
        text += sentence(random, style, length);
        if (left > 1) text += ' ';
        words -= length;
      }
    }
    return text;
  };
}

function sentence(
  random: LongRandom,
  style: Style,
  length: number = drawLength(random, SENTENCE_WORDS),
): string {
  let text = capitalized(style.wordOf(drawRank(random)));
  for (let word = 1; word < length; word++) text += drawGap(random, style) + drawWord(random, style);
  text += drawEnd(random);
  return random.chance(QUOTED) ? style.open + text + style.close : text;
}

function drawGap(random: LongRandom, style: Style): string {
  const point = random.next();
  if (point > COMMAS + DASHES) return ' ';
  return point > DASHES ? ', ' : style.dash;
}

function drawWord(random: LongRandom, style: Style): string {
  const point = random.next();
  if (point < NUMBERS) return String(Math.floor(10 ** (4 * random.next())));
  const word = style.wordOf(drawRank(random));
  return point < NUMBERS + NAMES ? capitalized(word) : word;
}

function drawEnd(random: LongRandom): string {
  const point = random.next();
  if (point > QUESTIONS + EXCLAMATIONS) return '.';
  return point > EXCLAMATIONS ? '?' : '!';
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function drawLength(random: LongRandom, { median, spread, least, most }: Lengths): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.min(most, Math.max(least, Math.round(median * Math.exp(spread * normal))));
}
