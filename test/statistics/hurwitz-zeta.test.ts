import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hurwitzZeta, logHurwitzZeta, logPowerSum } from '../../src/statistics/hurwitz-zeta.ts';

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance);
}

describe('the Hurwitz zeta function', () => {
  test.each([
    // Riemann's values, Abramowitz and Stegun table 23.3.
    [2, 1, Math.PI ** 2 / 6],
    [3, 1, 1.202_056_903_159_594],
    [4, 1, Math.PI ** 4 / 90],
    [6, 1, Math.PI ** 6 / 945],
    [1.5, 1, 2.612_375_348_685_488],
    [1.1, 1, 10.584_448_464_950_81],
    // At 1/2 it is (2ˢ - 1) times Riemann's: π²/2 and π⁴/6; at 2 the first term is missing.
    [2, 0.5, Math.PI ** 2 / 2],
    [4, 0.5, Math.PI ** 4 / 6],
    [2, 2, Math.PI ** 2 / 6 - 1],
    // ζ(2, 1/4) = π² + 8G with Catalan's constant G.
    [2, 0.25, Math.PI ** 2 + 8 * 0.915_965_594_177_219],
  ])('has its known value at s = %d, q = %d', (exponent, start, expected) => {
    expectRelative(hurwitzZeta(exponent, start), expected, 1e-13);
  });

  it('loses its first term from one place to the next', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.0001, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        (exponent, start) => {
          const next = logHurwitzZeta(exponent, start + 1);
          const own = logHurwitzZeta(exponent, start);
          // Both divided by the first term: ζ(s, q) qˢ = 1 + ζ(s, q + 1) qˢ.
          const scale = exponent * Math.log(start);
          expectRelative(Math.exp(own + scale), 1 + Math.exp(next + scale), 2e-11);
        },
      ),
    );
  });

  it('stays finite where the value itself vanishes', () => {
    expect(hurwitzZeta(100, 1e9)).toBe(0);
    expectRelative(logHurwitzZeta(100, 1e9), -100 * Math.log(1e9) + Math.log(1e9 / 99 + 0.5), 1e-12);
  });

  test.each([
    [1, 1],
    [0.5, 3],
    [2, 0],
    [Number.NaN, 1],
  ])('throws at s = %d, q = %d', (exponent, start) => {
    expect(() => hurwitzZeta(exponent, start)).toThrow(RangeError);
  });
});

function powerSum(exponent: number, shift: number, last: number): number {
  return Math.exp(logPowerSum(exponent, shift, last));
}

describe('the sum of powers of ranks', () => {
  it('is the sum term by term', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (exponent, shift, last) => {
          let sum = 0;
          for (let rank = 1; rank <= last; rank++) sum += (rank + shift) ** -exponent;
          expectRelative(powerSum(exponent, shift, last), sum, 1e-11);
        },
      ),
    );
  });

  it('is the harmonic number at s = 1, and nears zeta above', () => {
    expectRelative(powerSum(1, 0, 1e9), Math.log(1e9) + 0.577_215_664_901_532_9 + 0.5e-9, 1e-13);
    expectRelative(powerSum(2, 0, 1e12), Math.PI ** 2 / 6 - 1e-12, 1e-13);
    expectRelative(powerSum(0, 3, 17), 17, 1e-14);
  });

  it('rises steadily between whole numbers of ranks', () => {
    const sums = [20, 20.25, 20.5, 20.75, 21].map((last) => powerSum(1.3, 0.5, last));
    expect(sums).toEqual(sums.toSorted((a, b) => a - b));
    expect(new Set(sums).size).toBe(5);
  });

  it('takes exponents whose powers vanish, and throws outside its domain', () => {
    expectRelative(logPowerSum(200, 1e6, 5), -200 * Math.log(1e6 + 1) + Math.log(4.998), 1e-6);
    expect(() => logPowerSum(1, 0, 0)).toThrow(RangeError);
    expect(() => logPowerSum(-1, 0, 3)).toThrow(RangeError);
  });
});
