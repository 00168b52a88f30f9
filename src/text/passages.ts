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

/** The lines of a text that hold a word. */
export function linesOf(tokens: Tokens): Passages {
  return cutAt(tokens, breakFinder(tokens.text));
}

/** The paragraphs of a text that hold a word; blank lines part them. */
export function paragraphsOf(tokens: Tokens): Passages {
  const firstBreak = breakFinder(tokens.text);
  return cutAt(tokens, (from, to) => {
    const newline = firstBreak(from, to);
    if (newline === NONE) return NONE;
    const next = tokens.text.indexOf('\n', newline + 1);
    return next < to ? next : NONE;
  });
}

const NONE = -1;

/** Finds the first line break between two places, which must not decrease from call to call. */
function breakFinder(text: string): (from: number, to: number) => number {
  let newline = text.indexOf('\n');
  return (from, to) => {
    while (newline !== NONE && newline < from) newline = text.indexOf('\n', newline + 1);
    return newline < to ? newline : NONE;
  };
}

function cutAt(tokens: Tokens, breakBetween: (from: number, to: number) => number): Passages {
  const firsts: number[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const isFirst =
      index === 0 || breakBetween(tokens.ends[index - 1] as number, tokens.starts[index] as number) !== NONE;
    if (isFirst) firsts.push(index);
  }
  const count = firsts.length;
  const passages = {
    count,
    firsts: Uint32Array.from(firsts),
    ends: Uint32Array.from(firsts, (_, passage) => firsts[passage + 1] ?? tokens.count),
    high: new Uint32Array(count),
    low: new Uint32Array(count),
  };
  for (let passage = 0; passage < count; passage++) hashPassage(tokens, passages, passage);
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
