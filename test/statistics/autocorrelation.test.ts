import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autocorrelation } from '../../src/statistics/autocorrelation.ts';

describe('autocorrelation', () => {
  test('is worked out by hand', () => {
    // 1 to 5, mean 3: products 2 + 0 + 0 + 2, half sums of squares 2.5 + 0.5 + 0.5 + 2.5.
    expect(autocorrelation([[1, 2, 3, 4, 5]])).toBeCloseTo(4 / 6, 14);
    // Mean 2.5: products 0.75 and 0.75, half sums of squares 1.25 and 1.25; the pair 2, 3 is in no document.
    expect(
      autocorrelation([
        [1, 2],
        [3, 4],
      ]),
    ).toBeCloseTo(1.5 / 2.5, 14);
  });

  test('is -1 for alternation, and 1 where nothing changes within documents', () => {
    expect(autocorrelation([[1, 2, 1, 2, 1, 2]])).toBeCloseTo(-1, 14);
    expect(
      autocorrelation([
        [1, 1, 1],
        [2, 2, 2],
      ]),
    ).toBeCloseTo(1, 14);
  });

  test.each([
    ['no document', []],
    ['documents of one number', [[1], [2], []]],
    ['one number alone', [[4, 4, 4], [4]]],
  ])('is absent for %s', (_, documents) => {
    expect(autocorrelation(documents)).toBeNull();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e200])('refuses %d', (number) => {
    expect(() => autocorrelation([[number, 1, 2]])).toThrow(RangeError);
  });

  test('lies between -1 and 1, and is the same backwards and in other units', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 5 }), (documents) => {
        const value = autocorrelation(documents);
        const backwards = autocorrelation(documents.map((document) => document.toReversed()));
        const scaled = autocorrelation(documents.map((document) => document.map((number) => 8 * number)));
        if (value === null) {
          expect([backwards, scaled]).toEqual([null, null]);
          return;
        }
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(backwards).toBeCloseTo(value, 9);
        expect(scaled).toBeCloseTo(value, 9);
      }),
    );
  });
});
