import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spectrumOf, totalTokens, totalTypes } from '../../src/statistics/frequency-spectrum.ts';
import { richnessAtCoverage, richnessAtSize } from '../../src/statistics/rarefaction.ts';
import { chao1 } from '../../src/statistics/richness.ts';
import { BARRO_COLORADO, GIRDLED, LOGGED } from './known-samples.ts';
import { spectra } from './spectra.ts';

describe('richnessAtSize', () => {
  test.each([
    [20, 16.36147442],
    [100, 48.253517332],
    [200, 67.802860934],
    [340, 84.339918593],
    [448, 93],
  ])('is what vegan rarefies the trees to at %d', (size, value) => {
    expect(richnessAtSize(BARRO_COLORADO, size)).toBeCloseTo(value, 9);
  });

  test('is what iNEXT extrapolates', () => {
    expect(richnessAtSize(GIRDLED, 500)).toBeCloseTo(39.125983458, 9);
    expect(richnessAtSize(LOGGED, 500)).toBeCloseTo(47.518738423, 9);
  });

  test('rises to what was seen, and from there to Chao1', () => {
    fc.assert(
      fc.property(spectra(), fc.double({ min: 0, max: 2, noNaN: true }), (spectrum, part) => {
        const tokens = totalTokens(spectrum);
        const types = totalTypes(spectrum);
        const here = richnessAtSize(spectrum, part * tokens) ?? -1;
        expect(here).toBeGreaterThanOrEqual(0);
        if (part <= 1) expect(here).toBeLessThanOrEqual(types + 1e-9);
        else expect(here).toBeGreaterThanOrEqual(types);
        expect(here).toBeLessThanOrEqual(part * tokens + 1e-9);
        expect(here).toBeLessThanOrEqual((chao1(spectrum)?.value ?? 0) + 1e-9);
        expect(richnessAtSize(spectrum, part * tokens + 1) ?? -1).toBeGreaterThanOrEqual(here - 1e-9);
        expect(richnessAtSize(spectrum, tokens)).toBe(types);
      }),
    );
  });

  test('is 1 for one token and 0 for none', () => {
    expect(richnessAtSize(LOGGED, 1)).toBeCloseTo(1, 12);
    expect(richnessAtSize(LOGGED, 0)).toBe(0);
    expect(richnessAtSize([], 3)).toBeNull();
  });

  test('stays where it is when nothing is unseen', () => {
    expect(richnessAtSize(spectrumOf([7]), 1e12)).toBe(1);
    expect(richnessAtSize(spectrumOf([1, 6]), 1e12)).toBe(2);
    expect(richnessAtSize(spectrumOf([1]), 1e12)).toBe(1);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the size %d', (size) => {
    expect(() => richnessAtSize(GIRDLED, size)).toThrow(RangeError);
  });
});

describe('richnessAtCoverage', () => {
  test('is what iNEXT gives at equal coverage', () => {
    expect(richnessAtCoverage(GIRDLED, 0.9)).toBeCloseTo(19.00035, 5);
    expect(richnessAtCoverage(LOGGED, 0.9)).toBeCloseTo(27.05406, 4);
    expect(richnessAtCoverage(LOGGED, 0.95)).toBeCloseTo(39.390278, 6);
  });

  test('is absent where the coverage is never reached', () => {
    expect(richnessAtCoverage(GIRDLED, 1)).toBeNull();
    expect(richnessAtCoverage(spectrumOf([1]), 0.5)).toBeNull();
    expect(() => richnessAtCoverage(GIRDLED, 1.5)).toThrow(RangeError);
  });
});
