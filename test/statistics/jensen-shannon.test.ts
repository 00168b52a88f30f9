import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/statistics/jensen-shannon.ts';

describe('jensenShannon', () => {
  test('gives the answers of scipy, squared', () => {
    const divergence = jensenShannon([1, 0], [0.5, 0.5]) ?? Number.NaN;
    expect(divergence).toBeCloseTo(0.3112781244591328, 14);
    expect(Math.sqrt(divergence)).toBeCloseTo(0.5579230452841438, 14);
    expect(jensenShannon([0.36, 0.48, 0.16], [1, 1, 1])).toBeCloseTo(0.032402729261, 13);
  });

  test('is 1 bit where nothing is in common, and 0 where all is', () => {
    expect(jensenShannon([3, 0, 1, 0], [0, 5, 0, 2])).toBe(1);
    expect(jensenShannon([1, 2, 3], [10, 20, 30])).toBeCloseTo(0, 14);
  });

  test('is absent without weight', () => {
    expect(jensenShannon([], [])).toBeNull();
    expect(jensenShannon([0, 0], [1, 1])).toBeNull();
    expect(jensenShannon([1, 1], [0, 0])).toBeNull();
  });

  test.each([
    ['different lengths', [1], [1, 2]],
    ['a negative weight', [1, -1], [1, 2]],
    ['a weight that is not a number', [1, Number.NaN], [1, 2]],
    ['an infinite weight', [1, 1], [1, Number.POSITIVE_INFINITY]],
  ])('refuses %s', (_, first, second) => {
    expect(() => jensenShannon(first, second)).toThrow(RangeError);
  });

  test('is symmetric, between 0 and 1, and knows no size', () => {
    const weights = fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(weights, weights, (first, second) => {
        const value = jensenShannon(first, second);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(jensenShannon(second, first)).toBeCloseTo(value, 12);
        const threefold = first.map((weight) => 3 * weight);
        expect(jensenShannon(threefold, second)).toBeCloseTo(value, 12);
      }),
    );
  });
});
