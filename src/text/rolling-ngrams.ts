import type { WordHashes } from './tokens.ts';

/** Odd, so that no word loses its weight however far behind it stands. */
const HIGH_FACTOR = 0x9e3779b1;
const LOW_FACTOR = 0x85ebca6b;

/**
 * Writes hashes of all runs of `n` words of a text, `n` at least 1, into arrays of at least `words.count` entries, and
 * returns how many there are. The run `i` starts at word `i`. Each hash is made from the one before it, so that long
 * runs cost no more than short ones: Σ word × factor ^ (n - 1 - place) modulo 2^32 (Karp and Rabin 1987, Efficient
 * Randomized Pattern-Matching Algorithms), for either half of the words with a factor of its own.
 * They are for comparing within a run of the program: what is stored uses `hashNgrams`.
 */
export function hashLongNgrams(words: WordHashes, n: number, high: Uint32Array, low: Uint32Array): number {
  const total = Math.max(0, words.count - n + 1);
  if (total === 0) return 0;
  const highLeaving = power(HIGH_FACTOR, n);
  const lowLeaving = power(LOW_FACTOR, n);
  let ownHigh = 0;
  let ownLow = 0;
  for (let index = 0; index < words.count; index++) {
    ownHigh = (Math.imul(ownHigh, HIGH_FACTOR) + (words.high[index] as number)) | 0;
    ownLow = (Math.imul(ownLow, LOW_FACTOR) + (words.low[index] as number)) | 0;
    const first = index - n + 1;
    if (first > 0) {
      ownHigh = (ownHigh - Math.imul(words.high[first - 1] as number, highLeaving)) | 0;
      ownLow = (ownLow - Math.imul(words.low[first - 1] as number, lowLeaving)) | 0;
    }
    if (first < 0) continue;
    high[first] = ownHigh;
    low[first] = ownLow;
  }
  return total;
}

/** The same hash of one run, the words from `first` on. */
export function hashLongNgram(
  words: WordHashes,
  first: number,
  n: number,
): { readonly high: number; readonly low: number } {
  let high = 0;
  let low = 0;
  for (let index = first; index < first + n; index++) {
    high = (Math.imul(high, HIGH_FACTOR) + (words.high[index] as number)) | 0;
    low = (Math.imul(low, LOW_FACTOR) + (words.low[index] as number)) | 0;
  }
  return { high: high >>> 0, low: low >>> 0 };
}

function power(factor: number, exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step++) result = Math.imul(result, factor);
  return result;
}
