import { hashNgrams } from './ngrams.ts';
import type { WordHashes } from './tokens.ts';

/** N-grams of a text, and how many different ones there are. */
export interface NgramCount {
  readonly total: number;
  readonly distinct: number;
}

/** Counts the n-grams of a text of at most so many words, and the different ones. Its memory is reused from text to text. */
export function createNgramCounter(mostWords: number): (words: WordHashes, n: number) => NgramCount {
  const high = new Uint32Array(mostWords);
  const low = new Uint32Array(mostWords);
  const mask = 2 ** Math.ceil(Math.log2(2 * mostWords + 1)) - 1;
  const slots = new Uint32Array(mask + 1);
  // In which turn a slot was filled: what is left there from texts before counts as empty.
  const turns = new Uint32Array(mask + 1);
  let turn = 0;
  const isOther = (index: number, slot: number): boolean => {
    const there = slots[slot] as number;
    return high[there] !== high[index] || low[there] !== low[index];
  };
  return (words, n) => {
    const total = hashNgrams(words, n, high, low);
    turn += 1;
    let distinct = 0;
    for (let index = 0; index < total; index++) {
      let slot = (low[index] as number) & mask;
      while (turns[slot] === turn && isOther(index, slot)) slot = (slot + 1) & mask;
      if (turns[slot] === turn) continue;
      turns[slot] = turn;
      slots[slot] = index;
      distinct += 1;
    }
    return { total, distinct };
  };
}
