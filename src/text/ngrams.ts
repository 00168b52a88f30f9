import type { WordHashes } from './tokens.ts';

/*
 * The hash of an n-gram, 64 bits as two unsigned halves, is a pure function of the hashes of its n words, in order:
 * for n = 1 it is the hash of the word, and each further word (wordHigh, wordLow) changes (high, low) to
 *
 *   mixed    = (high * 0x9e3779b1 + wordLow ^ low >>> 15) * 0x85ebca6b        (+ before ^)
 *   nextLow  = (low * 0x5f356495 + wordHigh ^ mixed >>> 13) * 0xc2b2ae35
 *   nextHigh = mixed ^ nextLow >>> 16
 *
 * modulo 2^32. For a fixed word this maps (high, low) one to one, and for a fixed (high, low) it maps words one to one.
 */

/** The first part of a step: `mixed`, from the present hash and the low half of the next word. */
export function mixNgram(high: number, low: number, wordLow: number): number {
  return Math.imul((Math.imul(high, 0x9e3779b1) + wordLow) ^ (low >>> 15), 0x85ebca6b);
}

/** The next low half, from the present one, `mixed`, and the high half of the next word. */
export function nextLow(low: number, mixed: number, wordHigh: number): number {
  return Math.imul((Math.imul(low, 0x5f356495) + wordHigh) ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
}

/** The next high half, from `mixed` and the next low half. */
export function nextHigh(mixed: number, low: number): number {
  return (mixed ^ (low >>> 16)) >>> 0;
}

/**
 * Writes the hashes of all n-grams of a text, `n` at least 1, into arrays of at least `words.count` entries,
 * and returns how many there are. The n-gram `i` starts at word `i`.
 */
export function hashNgrams(words: WordHashes, n: number, high: Uint32Array, low: Uint32Array): number {
  const total = Math.max(0, words.count - n + 1);
  for (let index = 0; index < total; index += 1) {
    let ownHigh = words.high[index] as number;
    let ownLow = words.low[index] as number;
    for (let next = index + 1; next < index + n; next += 1) {
      const mixed = mixNgram(ownHigh, ownLow, words.low[next] as number);
      ownLow = nextLow(ownLow, mixed, words.high[next] as number);
      ownHigh = nextHigh(mixed, ownLow);
    }
    high[index] = ownHigh;
    low[index] = ownLow;
  }
  return total;
}

/** Words of a block: enough to make the overhead small, so few that the buffers stay in the cache. */
const BLOCK = 4096;

/**
 * Visits the n-grams of a text, n = 2 up to `longest`, in blocks of at most 4,096 for each n in turn.
 * The block given to `visit` is reused.
 */
export function forEachNgramBlock(
  words: WordHashes,
  longest: number,
  visit: (n: number, block: WordHashes) => void,
): void {
  if (words.count < 2) return;
  const room = Math.min(BLOCK, words.count);
  const high = new Uint32Array(room);
  const low = new Uint32Array(room);
  for (let from = 0; from < words.count; from += BLOCK) {
    const end = Math.min(words.count, from + BLOCK);
    high.set(words.high.subarray(from, end));
    low.set(words.low.subarray(from, end));
    for (let n = 2; n <= longest; n += 1) {
      const count = Math.min(end, words.count - n + 1) - from;
      if (count > 0) extendBlock(words, from + n - 1, { count, high, low });
      if (count > 0) visit(n, { count, high, low });
    }
  }
}

/** Lengthens the n-grams of a block by one word each, of which the first is the word `next`. */
function extendBlock(words: WordHashes, next: number, { count, high, low }: WordHashes): void {
  for (let index = 0; index < count; index += 1) {
    const mixed = mixNgram(high[index] as number, low[index] as number, words.low[next + index] as number);
    const ownLow = nextLow(low[index] as number, mixed, words.high[next + index] as number);
    low[index] = ownLow;
    high[index] = nextHigh(mixed, ownLow);
  }
}
