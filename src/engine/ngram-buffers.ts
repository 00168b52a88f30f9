import { extendNgrams } from '../text/ngrams.ts';
import type { Tokens, WordHashes } from '../text/tokens.ts';

const LONGEST = 5;

/** Hashes the n-grams of texts, n = 2 to 5, into buffers that are reused from text to text. */
export function createNgramHasher(): (tokens: Tokens) => readonly WordHashes[] {
  let buffers = bufferPairs(0);
  return (tokens) => {
    const room = buffers[0]?.high.length ?? 0;
    if (room < tokens.count || room > 8 * tokens.count + 2 ** 16) buffers = bufferPairs(tokens.count * 2);
    let shorter: WordHashes = tokens;
    return buffers.map(({ high, low }, index) => {
      const n = index + 2;
      high.set(shorter.high.subarray(0, shorter.count));
      low.set(shorter.low.subarray(0, shorter.count));
      shorter = { high, low, count: extendNgrams(tokens, n, high, low) };
      return shorter;
    });
  };
}

function bufferPairs(words: number): readonly Omit<WordHashes, 'count'>[] {
  return Array.from({ length: LONGEST - 1 }, () => ({
    high: new Uint32Array(words),
    low: new Uint32Array(words),
  }));
}
