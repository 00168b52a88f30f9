import { mixNgram, nextHigh, nextLow } from './ngrams.ts';
import type { Tokens, WordHashes } from './tokens.ts';

/**
 * Stretches of a text: words `firsts[i]` to `ends[i]` (exclusive), and the n-gram hash of all of them (`ngrams.ts`),
 * so that stretches of the same words have the same hash, whatever their case and punctuation.
 */
export interface Passages extends WordHashes {
  readonly firsts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The lines and paragraphs of a text that hold a word. Paragraphs are parted by lines without one: blank, or a rule. */
export interface TextPassages {
  readonly lines: Passages;
  readonly paragraphs: Passages;
}

export function passagesOf(tokens: Tokens): TextPassages {
  const lines: number[] = [];
  const paragraphs: number[] = [];
  if (tokens.count > 0) {
    lines.push(0);
    paragraphs.push(0);
  }
  const { text } = tokens;
  let word = 0;
  for (let newline = text.indexOf('\n'); newline !== NONE; newline = text.indexOf('\n', newline + 1)) {
    const before = word;
    word = firstAfter(tokens, newline, word);
    if (word >= tokens.count) break;
    if (word > before) lines.push(word);
    else if (word > (paragraphs.at(-1) ?? 0)) paragraphs.push(word);
  }
  return { lines: stretches(tokens, lines), paragraphs: stretches(tokens, paragraphs) };
}

const NONE = -1;
const LINEAR = 16;

/** The first word after a place, of those from `from` on: near ones are looked at one by one, far ones by halving. */
function firstAfter({ starts, count }: Tokens, place: number, from: number): number {
  let low = from;
  const near = Math.min(count, from + LINEAR);
  while (low < near && (starts[low] as number) < place) low += 1;
  if (low < near || low === count) return low;
  let step = LINEAR;
  while (low + step < count && (starts[low + step] as number) < place) step *= 2;
  let high = Math.min(count, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stretches(tokens: Tokens, firsts: readonly number[]): Passages {
  const count = firsts.length;
  const passages = {
    count,
    firsts: Uint32Array.from(firsts),
    ends: new Uint32Array(count),
    high: new Uint32Array(count),
    low: new Uint32Array(count),
  };
  for (let passage = 0; passage < count; passage++) {
    passages.ends[passage] = firsts[passage + 1] ?? tokens.count;
    hashPassage(tokens, passages, passage);
  }
  return passages;
}

function hashPassage(words: WordHashes, { firsts, ends, high, low }: Passages, passage: number): void {
  const first = firsts[passage] as number;
  const end = ends[passage] as number;
  let ownHigh = words.high[first] as number;
  let ownLow = words.low[first] as number;
  for (let index = first + 1; index < end; index++) {
    const mixed = mixNgram(ownHigh, ownLow, words.low[index] as number);
    ownLow = nextLow(ownLow, mixed, words.high[index] as number);
    ownHigh = nextHigh(mixed, ownLow);
  }
  high[passage] = ownHigh;
  low[passage] = ownLow;
}
