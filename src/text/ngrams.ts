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

/** Arrays for hashes, as two halves. */
interface HashArrays {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/**
 * Writes the hashes of all n-grams of a text, `n` at least 1, into arrays of at least `words.count` entries,
 * and returns how many there are. The n-gram `i` starts at word `i`.
 */
export function hashNgrams(words: WordHashes, n: number, high: Uint32Array, low: Uint32Array): number {
  const total = Math.max(0, words.count - n + 1);
  const work = { words, n, high, low };
  for (let index = 0; index < total; index += 1) writeHash(work, index, index);
  return total;
}

/** Writes the hashes of the n-grams that start at some words, from which there are `n` words at least. */
export function hashNgramsAt(words: WordHashes, n: number, places: Uint32Array, into: HashArrays): void {
  const work = { words, n, ...into };
  for (let index = 0; index < places.length; index += 1) writeHash(work, places[index] as number, index);
}

interface HashWork extends HashArrays {
  readonly words: WordHashes;
  readonly n: number;
}

/** Writes the hash of the n-gram that starts at a word to an index. */
function writeHash({ words, n, high, low }: HashWork, place: number, index: number): void {
  let ownHigh = words.high[place] as number;
  let ownLow = words.low[place] as number;
  for (let next = place + 1; next < place + n; next += 1) {
    const mixed = mixNgram(ownHigh, ownLow, words.low[next] as number);
    ownLow = nextLow(ownLow, mixed, words.high[next] as number);
    ownHigh = nextHigh(mixed, ownLow);
  }
  high[index] = ownHigh;
  low[index] = ownLow;
}

/** Places of a block: enough to make the overhead small, so few that what is selected stays in the cache. */
const BLOCK = 2048;

/** N-grams of one length that were selected from a text, in order; entries from `count` on mean nothing. */
interface SelectedNgrams extends WordHashes {
  count: number;
}

/** Selects n-grams by their hash, n = 2 up to `longest`; its memory is reused from text to text. */
export interface NgramSelector {
  /**
   * Visits the n-grams of a text whose high half is at most `limits[n - 2]`, in blocks for each n in turn,
   * and with them how many n-grams the block had before.
   */
  select(
    words: WordHashes,
    limits: readonly number[],
    visit: (n: number, selected: SelectedNgrams, offered: number) => void,
  ): void;
}

export function createNgramSelector(longest: number): NgramSelector {
  const selections = Array.from({ length: longest - 1 }, () => ({
    count: 0,
    high: new Uint32Array(BLOCK),
    low: new Uint32Array(BLOCK),
  }));
  return {
    select(words, limits, visit) {
      for (let from = 0; from < words.count; from += BLOCK) {
        const end = Math.min(words.count, from + BLOCK);
        for (const selected of selections) selected.count = 0;
        for (let index = from; index < end; index++) selectAt(words, index, limits, selections);
        for (const [index, selected] of selections.entries()) {
          const offered = Math.min(end, words.count - index - 1) - from;
          if (offered > 0) visit(index + 2, selected, offered);
        }
      }
    },
  };
}

/** The n-grams that begin at one word, each from the one before it. */
function selectAt(
  words: WordHashes,
  first: number,
  limits: readonly number[],
  selections: readonly SelectedNgrams[],
): void {
  let high = words.high[first] as number;
  let low = words.low[first] as number;
  const last = Math.min(words.count - 1, first + selections.length);
  for (let next = first + 1; next <= last; next++) {
    const mixed = mixNgram(high, low, words.low[next] as number);
    low = nextLow(low, mixed, words.high[next] as number);
    high = nextHigh(mixed, low);
    if (high > (limits[next - first - 1] as number)) continue;
    const selected = selections[next - first - 1] as SelectedNgrams;
    selected.high[selected.count] = high;
    selected.low[selected.count++] = low;
  }
}
