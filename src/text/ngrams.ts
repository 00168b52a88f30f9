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

/**
 * Turns the hashes of all (n - 1)-grams of a text into those of its n-grams, in place: the n-gram `i` starts at word `i`.
 * `high` and `low` hold the former, and at least `words.count` entries. Returns how many n-grams there are.
 */
export function extendNgrams(words: WordHashes, n: number, high: Uint32Array, low: Uint32Array): number {
  const { high: wordHigh, low: wordLow } = words;
  const total = Math.max(0, words.count - n + 1);
  for (let index = 0; index < total; index += 1) {
    const last = index + n - 1;
    const lowHalf = low[index] as number;
    const summed = Math.imul(high[index] as number, 0x9e3779b1) + (wordLow[last] as number);
    const mixed = Math.imul(summed ^ (lowHalf >>> 15), 0x85ebca6b);
    const crossed = Math.imul(lowHalf, 0x5f356495) + (wordHigh[last] as number);
    const nextLow = Math.imul(crossed ^ (mixed >>> 13), 0xc2b2ae35);
    high[index] = mixed ^ (nextLow >>> 16);
    low[index] = nextLow;
  }
  return total;
}

/**
 * Writes the hashes of all n-grams of a text, `n` at least 1, into arrays of at least `words.count` entries,
 * and returns how many there are. For several lengths in a row, go on with `extendNgrams`.
 */
export function hashNgrams(words: WordHashes, n: number, high: Uint32Array, low: Uint32Array): number {
  high.set(words.high.subarray(0, words.count));
  low.set(words.low.subarray(0, words.count));
  for (let length = 2; length <= n; length += 1) extendNgrams(words, length, high, low);
  return Math.max(0, words.count - n + 1);
}
