import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitHeaps, heapsTypes } from '../../src/statistics/heaps.ts';

const RCV1 = { coefficient: 44, exponent: 0.49 };

describe("Heaps' law", () => {
  it('expects 38,323 types among the first 1,000,020 tokens of RCV1 (Manning et al. 2008, section 5.1.1)', () => {
    const points = [1e4, 1e5, 1e6, 1e7].map((size) => ({
      size,
      types: RCV1.coefficient * size ** RCV1.exponent,
    }));
    const fit = fitHeaps(points);
    if (fit === null) throw new Error('there are four points');
    expect(fit.coefficient).toBeCloseTo(44, 9);
    expect(fit.exponent).toBeCloseTo(0.49, 12);
    expect(Math.round(heapsTypes(fit, 1_000_020))).toBe(38_323);
    expect(fit).toMatchObject({ from: 1e4, to: 1e7, points: 4 });
  });

  it('is found again, whatever its parameters and the order of the points', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { minLength: 2, maxLength: 20 }),
        (coefficient, exponent, sizes) => {
          const fit = fitHeaps(sizes.map((size) => ({ size, types: coefficient * size ** exponent })));
          // Sizes that all but agree leave the slope open.
          fc.pre(Math.max(...sizes) > 1.5 * Math.min(...sizes));
          expect(fit?.exponent).toBeCloseTo(exponent, 8);
          expect(Math.log((fit?.coefficient ?? 0) / coefficient)).toBeCloseTo(0, 6);
          expect(fit?.greatestResidual).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('goes between points that are not on a line', () => {
    // Logarithms to base 10: (0, 0), (1, 1), (2, 1): slope 1/2, intercept 1/6, and the middle point is 1/3 off.
    const fit = fitHeaps([
      { size: 1, types: 1 },
      { size: 10, types: 10 },
      { size: 100, types: 10 },
    ]);
    expect(fit?.exponent).toBeCloseTo(0.5, 12);
    expect(Math.log10(fit?.coefficient ?? 0)).toBeCloseTo(1 / 6, 12);
    expect(fit?.greatestResidual).toBeCloseTo(Math.log(10) / 3, 12);
  });

  it('is absent without two sizes', () => {
    expect(fitHeaps([])).toBeNull();
    expect(fitHeaps([{ size: 5, types: 3 }])).toBeNull();
    expect(
      fitHeaps([
        { size: 5, types: 3 },
        { size: 5, types: 4 },
        { size: 0, types: 0 },
      ]),
    ).toBeNull();
  });
});
