import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashLongNgram, hashLongNgrams } from '../../src/text/rolling-ngrams.ts';

function wordsOf(numbers: readonly number[]): { high: Uint32Array; low: Uint32Array; count: number } {
  const high = Uint32Array.from(numbers, (number) => Math.imul(number + 1, 0x2545f491));
  const low = Uint32Array.from(numbers, (number) => Math.imul(number + 7, 0x6c078965));
  return { high, low, count: numbers.length };
}

describe('hashLongNgrams', () => {
  it('gives each run the hash that it has by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (numbers, n) => {
        const words = wordsOf(numbers);
        const high = new Uint32Array(numbers.length);
        const low = new Uint32Array(numbers.length);
        const total = hashLongNgrams(words, n, high, low);
        expect(total).toBe(Math.max(0, numbers.length - n + 1));
        for (let first = 0; first < total; first++)
          expect({ high: high[first], low: low[first] }).toEqual(hashLongNgram(words, first, n));
      }),
    );
  });

  it('tells apart runs that differ in one word or in order', () => {
    const high = new Uint32Array(40);
    const low = new Uint32Array(40);
    const hashes = new Set<string>();
    const runs = [
      [1, 2, 3, 4],
      [2, 1, 3, 4],
      [1, 2, 4, 3],
      [1, 2, 3, 5],
      [4, 3, 2, 1],
      [1, 1, 1, 1],
    ];
    for (const run of runs) {
      hashLongNgrams(wordsOf(run), 4, high, low);
      hashes.add(`${high[0]} ${low[0]}`);
    }
    expect(hashes.size).toBe(runs.length);
  });
});
