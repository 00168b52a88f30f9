import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussLegendre } from '../../src/statistics/gauss-legendre.ts';
import { solveLinearSystem } from '../../src/statistics/linear-system.ts';
import { kendallVariance, mannKendall } from '../../src/statistics/mann-kendall.ts';
import { normalBelow, normalBeyond, normalExceededWith } from '../../src/statistics/normal-distribution.ts';
import {
  deviationOf,
  NO_MOMENTS,
  selfStartingScore,
  withValue,
} from '../../src/statistics/self-starting-score.ts';
import { studentTQuantile } from '../../src/statistics/student-t.ts';
import { theilSenSlope } from '../../src/statistics/theil-sen.ts';

describe('the normal distribution', () => {
  test.each([
    [1, 0.158655253931457],
    [1.96, 0.0249978951482204],
    [2.999999, 0.00134990246],
    [3.000001, 0.00134989359],
    [5, 2.86651571879194e-7],
    [8, 6.22096057427178e-16],
  ])('exceeds %d with the printed chance', (z, expected) => {
    expect(Math.abs(normalBeyond(z) / expected - 1)).toBeLessThan(z > 2.99 && z < 3.01 ? 1e-8 : 1e-13);
  });

  test('has ends and a middle', () => {
    expect(normalBelow(0)).toBe(0.5);
    expect(normalBeyond(Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalBelow(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(() => normalBeyond(Number.NaN)).toThrow(RangeError);
  });

  test('gives each value back from its chance', () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (z) => {
        // Near 1 a chance has no digits left for what is missing to it.
        expect(normalExceededWith(normalBeyond(z))).toBeCloseTo(z, z < -5 ? 3 : 8);
      }),
    );
    for (const chance of [0, 1, -0.1, Number.NaN])
      expect(() => normalExceededWith(chance)).toThrow(RangeError);
  });
});

describe('gaussLegendre', () => {
  test('is exact for polynomials of twice its size less one', () => {
    const { places, weights } = gaussLegendre(4, -1, 3);
    const integral = places.reduce((sum, x, index) => sum + (weights[index] ?? 0) * x ** 7, 0);
    expect(integral).toBeCloseTo((3 ** 8 - 1) / 8, 9);
    expect(() => gaussLegendre(0, 0, 1)).toThrow(RangeError);
  });
});

describe('solveLinearSystem', () => {
  test('solves what needs its rows exchanged, and refuses what has no solution', () => {
    const solution = solveLinearSystem([
      [0, 2, 1, 7],
      [1, 1, 0, 3],
      [2, 0, 1, 5],
    ]);
    for (const [index, value] of [1, 2, 3].entries()) expect(solution[index]).toBeCloseTo(value, 12);
    const singular = [
      [1, 2, 3],
      [2, 4, 6],
    ];
    expect(() => solveLinearSystem(singular)).toThrow(RangeError);
  });
});

describe('selfStartingScore', () => {
  const moments = [4, 6, 5, 7, 3].reduce(withValue, NO_MOMENTS);

  test('takes moments as they are defined', () => {
    expect(moments).toMatchObject({ count: 5, mean: 5 });
    expect(deviationOf(moments)).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(deviationOf(withValue(NO_MOMENTS, 1))).toBeNull();
  });

  test('turns the quantile of t into that of the normal distribution', () => {
    // (x - 5) / √2.5 · √(5 / 6) is the 97.5 % quantile of t with 4 degrees of freedom.
    const value = 5 + studentTQuantile(0.975, 4) * Math.sqrt(2.5) * Math.sqrt(6 / 5);
    expect(selfStartingScore(moments, value, 0)).toBeCloseTo(1.959963985, 6);
    expect(selfStartingScore(moments, 10 - value, 0)).toBeCloseTo(-1.959963985, 6);
    expect(selfStartingScore(moments, 5, 0)).toBe(0);
  });

  test('is null below two values, and bounded however far a value lies', () => {
    expect(selfStartingScore(withValue(NO_MOMENTS, 1), 2, 1)).toBeNull();
    const constant = [2, 2, 2].reduce(withValue, NO_MOMENTS);
    expect(selfStartingScore(constant, 2, 0)).toBe(0);
    expect(selfStartingScore(constant, 1e9, 0)).toBe(8);
    expect(selfStartingScore(constant, 2.5, 1)).toBeLessThan(1);
    const many = Array.from({ length: 60 }, (_, index) => index % 3).reduce(withValue, NO_MOMENTS);
    expect(selfStartingScore(many, -1e6, 0)).toBe(-8);
  });
});

describe('mannKendall', () => {
  test('has the exact chance of small series without ties', () => {
    // All 15 pairs rise: 2 of 720 orders are so far from 0; with one pair fallen 2 (1 + 5).
    expect(mannKendall([1, 2, 3, 4, 5, 6])).toMatchObject({ s: 15 });
    expect(mannKendall([1, 2, 3, 4, 5, 6])?.pValue).toBeCloseTo(2 / 720, 12);
    expect(mannKendall([2, 1, 3, 4, 5, 6])?.pValue).toBeCloseTo(12 / 720, 12);
    expect(mannKendall([1, 2])).toBeNull();
  });

  test('corrects for ties as Kendall does', () => {
    // n = 5 with a pair and a triple: (5·4·15 - 2·1·9 - 3·2·11) / 18 = 12.
    expect(kendallVariance(5, [2, 3])).toBeCloseTo(12, 12);
    const tied = mannKendall([1, 1, 2, 2, 2]);
    expect(tied?.s).toBe(6);
    expect(tied?.pValue).toBeCloseTo(2 * normalBeyond(5 / Math.sqrt(12)), 12);
    expect(mannKendall([3, 3, 3, 3])?.pValue).toBe(1);
  });

  test('nears the normal distribution where it stops to count', () => {
    const counted = mannKendall(Array.from({ length: 30 }, (_, index) => (index * 7) % 30));
    const z = (Math.abs(counted?.s ?? 0) - 1) / Math.sqrt(counted?.variance ?? 1);
    expect(counted?.pValue).toBeCloseTo(2 * normalBeyond(z), 2);
  });

  test('mirrors when the series does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 12 }), (values) => {
        const own = mannKendall(values);
        const mirrored = mannKendall(values.map((value) => -value));
        expect(mirrored?.s).toBe(0 - (own?.s ?? 0));
        expect(mirrored?.pValue).toBe(own?.pValue);
        expect(own?.pValue).toBeGreaterThan(0);
        expect(own?.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('theilSenSlope', () => {
  test('is the median of all slopes, whatever one wild value says', () => {
    const places = [0, 1, 2, 3, 4, 5, 6, 7];
    const values = [1, 3, 5, 7, 900, 11, 13, 15];
    const slope = theilSenSlope(places, values, 0.95);
    expect(slope?.value).toBe(2);
    expect(slope?.interval?.[0]).toBeLessThanOrEqual(2);
    expect(slope?.interval?.[1]).toBeGreaterThanOrEqual(2);
  });

  test('gives no interval where too few values allow the confidence, and no slope of one place', () => {
    expect(theilSenSlope([0, 1, 2], [1, 2, 3], 0.99)).toEqual({ value: 1, interval: null });
    expect(theilSenSlope([1, 1], [2, 3], 0.95)).toBeNull();
    expect(() => theilSenSlope([1], [1, 2], 0.95)).toThrow(RangeError);
  });

  test('moves with the slope that is added to the values', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 15 });
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 9 }), (own, slope) => {
        const places = own.map((_, place) => place);
        const steeper = own.map((value, place) => value + slope * place);
        const expected = (theilSenSlope(places, own, 0.95)?.value ?? 0) + slope;
        expect(theilSenSlope(places, steeper, 0.95)?.value).toBeCloseTo(expected, 9);
      }),
    );
  });
});
