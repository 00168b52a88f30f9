import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autocorrelation } from '../../src/statistics/autocorrelation.ts';
import type { NeighbourSums } from '../../src/statistics/neighbour-sums.ts';
import {
  addNeighbourSums,
  autocorrelationOfSums,
  NO_NEIGHBOURS,
  neighbourSums,
} from '../../src/statistics/neighbour-sums.ts';

function sumsOf(documents: readonly (readonly number[])[], origin: number): NeighbourSums {
  return documents
    .map((numbers) => neighbourSums(numbers, origin))
    .reduce((sum, own) => addNeighbourSums(sum, own, 1), NO_NEIGHBOURS);
}

const corpora = fc.array(fc.array(fc.nat(100), { maxLength: 8 }), { maxLength: 8 });

describe('autocorrelationOfSums', () => {
  test('is worked out by hand', () => {
    // Mean 2: the pairs (-1, 1) and (1, -1) of the first document, and none of the others.
    expect(sumsOf([[1, 3, 1], [3], []], 0)).toEqual({
      count: 4,
      sum: 8,
      pairs: 2,
      pairSum: 8,
      pairSquares: 20,
      products: 6,
    });
    expect(autocorrelationOfSums(sumsOf([[1, 3, 1], [3], []], 0))).toBe(-1);
    expect(
      autocorrelationOfSums(
        sumsOf(
          [
            [1, 1],
            [3, 3],
          ],
          0,
        ),
      ),
    ).toBe(1);
  });

  test('is that of the numbers, whatever the origin', () => {
    fc.assert(
      fc.property(corpora, fc.nat(100), (documents, origin) => {
        const expected = autocorrelation(documents);
        const value = autocorrelationOfSums(sumsOf(documents, origin));
        if (expected === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(expected, 6);
      }),
    );
  });

  test('takes documents away again', () => {
    fc.assert(
      fc.property(corpora, corpora, (kept, left) => {
        const difference = addNeighbourSums(sumsOf([...kept, ...left], 5), sumsOf(left, 5), -1);
        expect(difference).toEqual(sumsOf(kept, 5));
      }),
    );
  });

  test('is absent without a pair, and where all are equal', () => {
    expect(autocorrelationOfSums(NO_NEIGHBOURS)).toBeNull();
    expect(autocorrelationOfSums(sumsOf([[7], [9]], 8))).toBeNull();
    expect(
      autocorrelationOfSums(
        sumsOf(
          [
            [7, 7, 7],
            [7, 7],
          ],
          7,
        ),
      ),
    ).toBeNull();
  });

  test('is exact where all but a distant number are equal', () => {
    const documents = [...Array.from({ length: 1000 }, () => [20, 20]), [21]];
    expect(autocorrelationOfSums(sumsOf(documents, 20))).toBeCloseTo(1, 9);
  });
});
