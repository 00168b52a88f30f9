import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashNgrams } from '../../src/text/ngrams.ts';
import { createShingler } from '../../src/text/shingles.ts';
import type { WordHashes } from '../../src/text/tokens.ts';

function wordsOf(numbers: readonly number[]): WordHashes {
  const high = Uint32Array.from(numbers, (number) => Math.imul(number + 1, 0x9e3779b1));
  const low = Uint32Array.from(numbers, (number) => Math.imul(number + 7, 0x85ebca6b));
  return { count: numbers.length, high, low };
}

function shinglesOf(words: WordHashes): { readonly high: number; readonly low: number }[] {
  const [high, low] = [new Uint32Array(words.count), new Uint32Array(words.count)];
  const count = hashNgrams(words, Math.min(3, words.count), high, low);
  return Array.from({ length: words.count === 0 ? 0 : count }, (_, index) => ({
    high: high[index] ?? -1,
    low: low[index] ?? -1,
  }));
}

describe('the shingles of a text', () => {
  it('are the different hashes of its runs of three words, of which the smallest ones are kept', () => {
    const numbers = fc.array(fc.nat(20), { maxLength: 60 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 8 }), (text, most) => {
        const words = wordsOf(text);
        const all = shinglesOf(words);
        const shingler = createShingler();
        const highs = [...new Set(all.map(({ high }) => high))].toSorted((a, b) => a - b);
        const smallest = all.find(({ high }) => high === highs[0]);
        expect(shingler.smallest(words)).toEqual(smallest ?? null);
        expect(shingler.collect(most)).toEqual({
          hashes: Uint32Array.from(highs.slice(0, most)),
          complete: highs.length <= most,
        });
      }),
    );
  });

  it('are sifted in long texts, and found in one that repeats itself', () => {
    const shingler = createShingler();
    const long = wordsOf(Array.from({ length: 50_000 }, (_, index) => index));
    const highs = new Set(shinglesOf(long).map(({ high }) => high));
    shingler.smallest(long);
    expect([...shingler.collect(64).hashes]).toEqual([...highs].toSorted((a, b) => a - b).slice(0, 64));
    shingler.smallest(wordsOf(Array.from({ length: 50_000 }, (_, index) => index % 100)));
    expect(shingler.collect(64)).toMatchObject({ complete: false });
    expect(shingler.collect(100)).toMatchObject({ complete: true });
  });

  it('are none without words, and one of one or two', () => {
    const shingler = createShingler();
    expect(shingler.smallest(wordsOf([]))).toBeNull();
    expect(shingler.collect(5).hashes).toHaveLength(0);
    shingler.smallest(wordsOf([1, 2]));
    expect(shingler.collect(5).hashes).toHaveLength(1);
  });
});
