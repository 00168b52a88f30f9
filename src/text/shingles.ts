import type { Hash } from './hash.ts';
import { mixNgram, nextHigh, nextLow } from './ngrams.ts';
import type { WordHashes } from './tokens.ts';

/*
 * The shingles of a text are its different runs of three words in normal form, each known by the high half of the
 * hash of the n-gram (`ngrams.ts`). A text of one or two words is one shingle, and a text without words has none.
 */

/** Words of a shingle. */
const SHINGLE_WORDS = 3;

const RANGE = 2 ** 32;
const FIRST_ROOM = 2 ** 12;
/** A text with this many times the shingles that are kept is sifted before it is sorted. */
const WORTH_SIFTING = 8;
/** How many more than are kept are let through a sieve, on average. */
const SIEVE_MARGIN = 2;

/** The different shingles of a text, ascending. */
interface ShingleSet {
  readonly hashes: Uint32Array;
  /** Whether these are all; otherwise they are those of smallest hash. */
  readonly complete: boolean;
}

/** Reads the shingles of one text at a time, in memory of its own. */
export interface Shingler {
  /** The hash of the shingle whose high half is smallest, the first of them in the text; null without words. */
  smallest(words: WordHashes): Hash | null;
  /** The shingles of the text that was read last, at most so many, those of smallest hash. */
  collect(most: number): ShingleSet;
}

export function createShingler(): Shingler {
  let highs = new Uint32Array(FIRST_ROOM);
  let count = 0;
  return {
    smallest(words) {
      if (words.count > highs.length) highs = new Uint32Array(2 * words.count);
      count = Math.min(words.count, Math.max(1, words.count - SHINGLE_WORDS + 1));
      return smallestOf(words, highs, count);
    },
    collect(most) {
      return bottomOf(highs.subarray(0, count), most);
    },
  };
}

function smallestOf(words: WordHashes, highs: Uint32Array, count: number): Hash | null {
  if (count === 0) return null;
  const length = Math.min(SHINGLE_WORDS, words.count);
  let least = RANGE;
  let lowOfLeast = 0;
  for (let first = 0; first < count; first++) {
    let high = words.high[first] as number;
    let low = words.low[first] as number;
    for (let next = first + 1; next < first + length; next++) {
      const mixed = mixNgram(high, low, words.low[next] as number);
      low = nextLow(low, mixed, words.high[next] as number);
      high = nextHigh(mixed, low);
    }
    highs[first] = high;
    if (high < least) {
      least = high;
      lowOfLeast = low;
    }
  }
  return { high: least, low: lowOfLeast };
}

/** The smallest different hashes among some, ascending. Linear in all of them where few are wanted of many. */
function bottomOf(hashes: Uint32Array, most: number): ShingleSet {
  if (hashes.length > WORTH_SIFTING * most) {
    const limit = (SIEVE_MARGIN * most * RANGE) / hashes.length;
    const sifted = differentOf(hashes.filter((hash) => hash < limit).toSorted());
    if (sifted.length > most) return { hashes: sifted.slice(0, most), complete: false };
  }
  const all = differentOf(hashes.toSorted());
  return all.length > most
    ? { hashes: all.slice(0, most), complete: false }
    : { hashes: all, complete: true };
}

function differentOf(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  let last = -1;
  for (const hash of sorted) {
    if (hash === last) continue;
    last = hash;
    sorted[kept++] = hash;
  }
  return sorted.slice(0, kept);
}
