import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digamma } from '../../src/statistics/digamma.ts';

const EULER = 0.5772156649015329;

describe('digamma', () => {
  test.each([
    [1, -EULER],
    [2, 1 - EULER],
    [1 / 2, -EULER - 2 * Math.LN2],
    [1 / 4, -EULER - Math.PI / 2 - 3 * Math.LN2],
    [1 / 3, -EULER - Math.PI / (2 * Math.sqrt(3)) - 1.5 * Math.log(3)],
    [1.4616321449683622, 0],
    [10, 2.251752589066721],
    [100, 4.600161852738087],
  ])('of %d', (x, value) => {
    expect(Math.abs(digamma(x) - value)).toBeLessThan(1e-13);
  });

  test('is the harmonic number less the constant of Euler', () => {
    let harmonic = 0;
    for (let n = 1; n <= 2000; n++) {
      expect(Math.abs(digamma(n) - (harmonic - EULER))).toBeLessThan(1e-12);
      harmonic += 1 / n;
    }
  });

  test('is the logarithm less half the inverse far out', () => {
    expect(digamma(1e12)).toBeCloseTo(Math.log(1e12) - 5e-13, 12);
  });

  test('obeys the recurrence and the duplication formula', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e6, noNaN: true }), (x) => {
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-12);
        const halves = (digamma(x) + digamma(x + 0.5)) / 2 + Math.LN2;
        expect(Math.abs(digamma(2 * x) - halves)).toBeLessThan(1e-12);
      }),
    );
  });

  test.each([0, -1, -0.5, Number.NaN])('is refused for %d', (x) => {
    expect(() => digamma(x)).toThrow(RangeError);
  });
});
