import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairVariance } from '../../src/statistics/pair-variance.ts';

/** The statistic of numbers without those at some places. */
function deletions(numbers: readonly number[], statistic: (rest: readonly number[]) => number) {
  const without = (...places: readonly number[]): number =>
    statistic(numbers.filter((_, place) => !places.includes(place)));
  return {
    value: statistic(numbers),
    leaveOneOut: numbers.map((_, place) => without(place)),
    leaveTwoOut: without,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The mean product of two different numbers: a statistic of pairs alone where the numbers have the mean 0. */
function meanProduct(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  const squares = numbers.reduce((total, number) => total + number ** 2, 0);
  return (sum ** 2 - squares) / (numbers.length * (numbers.length - 1));
}

describe('pairVariance', () => {
  test('is nothing for a mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }),
        (numbers) => {
          expect(pairVariance(deletions(numbers, mean))).toBeCloseTo(0, 12);
        },
      ),
    );
  });

  test('is the variance of a mean product of numbers about 0', () => {
    // Products of 1 and -1 have a variance near 1: over 120 pairs 1 / 120, or as much more as 13 groups are fewer than 16.
    const numbers = Array.from({ length: 16 }, (_, place) => (place % 2 === 0 ? 1 : -1));
    const own = pairVariance(deletions(numbers, meanProduct)) ?? 0;
    expect(own * 120).toBeGreaterThan(1);
    expect(own * 120).toBeLessThan((16 / 13) ** 2);
  });

  test('is worked out by hand for three groups', () => {
    // Without groups 2, 1, 1 of a sum of products 1·2 + 1·4 + 2·4 = 14: Q = 42 - 2 (8 + 4) = 18, 42 - 2 (8 + 2) = 22, 42 - 2 (4 + 2) = 30.
    const found = pairVariance({ value: 14, leaveOneOut: [8, 4, 2], leaveTwoOut: () => 0 });
    const center = 70 / 3;
    expect(found).toBeCloseTo(((18 - center) ** 2 + (22 - center) ** 2 + (30 - center) ** 2) / 6, 10);
  });

  test('is absent below three groups, and where two cannot be left out', () => {
    expect(pairVariance({ value: 1, leaveOneOut: [1, 2], leaveTwoOut: () => 1 })).toBeNull();
    expect(pairVariance({ value: 1, leaveOneOut: [1, 2, 3], leaveTwoOut: () => null })).toBeNull();
  });
});
