import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  coverage,
  coverageAtSize,
  goodTuringCoverage,
  sizeAtCoverage,
} from '../../src/statistics/coverage.ts';
import { spectrumOf } from '../../src/statistics/frequency-spectrum.ts';
import { BIRDS_NORTH, BIRDS_SOUTH, GIRDLED, LOGGED } from './known-samples.ts';
import { spectra } from './spectra.ts';

describe('goodTuringCoverage', () => {
  test('is that of the tests of scikit-bio', () => {
    const frequencies = [...Array<number>(75).fill(1), ...Array<number>(6).fill(2), 3, 4, 4];
    expect(goodTuringCoverage(spectrumOf(frequencies))).toBeCloseTo(0.23469387755, 11);
  });

  test('leaves the share of singletons that zipfR calls P', () => {
    // The Brown corpus: singletons, types and tokens are its own, the frequencies above 1 stand for all the others.
    const brown = [
      { frequency: 1, types: 19_130 },
      { frequency: 37, types: 1465 },
      { frequency: 38, types: 24_620 - 2 },
      { frequency: 1_006_770 - 19_130 - 37 * 1465 - 38 * 24_618, types: 1 },
    ];
    expect(1 - (goodTuringCoverage(brown) ?? 0)).toBeCloseTo(0.01900136079, 11);
  });

  test('is 1 without singletons, 0 with nothing else, absent without tokens', () => {
    expect(goodTuringCoverage(spectrumOf([2, 3]))).toBe(1);
    expect(goodTuringCoverage(spectrumOf([1, 1]))).toBe(0);
    expect(goodTuringCoverage([])).toBeNull();
  });
});

describe('coverage', () => {
  test.each([
    ['spiders, girdled', GIRDLED, 0.9288554388, 10],
    ['spiders, logged', LOGGED, 0.9445706354, 10],
    ['birds, north', BIRDS_NORTH, 0.9705, 4],
    ['birds, south', BIRDS_SOUTH, 0.9838, 4],
  ] as const)('is what iNEXT prints for %s', (_, spectrum, value, digits) => {
    expect(coverage(spectrum)).toBeCloseTo(value, digits);
  });

  test('without doubletons, worked by hand', () => {
    // N = 7, three singletons: A = 6 · 2 / (6 · 2 + 2) = 6/7, C = 1 - 3/7 · 6/7.
    expect(coverage(spectrumOf([1, 1, 1, 4]))).toBeCloseTo(31 / 49, 14);
    // One singleton and no doubleton: A = 0.
    expect(coverage(spectrumOf([1, 4]))).toBe(1);
    expect(coverage(spectrumOf([3, 4]))).toBe(1);
  });

  test('needs two tokens', () => {
    expect(coverage([])).toBeNull();
    expect(coverage(spectrumOf([1]))).toBeNull();
    expect(coverage(spectrumOf([2]))).toBe(1);
  });
});

describe('coverageAtSize', () => {
  test.each([
    [1, 0.122326775, 0.1445013596],
    [50, 0.8674806613, 0.8076088082],
    [100, 0.9072003688, 0.8892799868],
    [168, 0.9288554388, 0.9267552685],
    [252, 0.9490903709, 0.9445706354],
    [300, 0.957951792, 0.9503024058],
    [336, 0.9635700847, 0.9542088063],
    [500, 0.9810462279, 0.9684632837],
  ])('is what iNEXT prints at %d', (size, girdled, logged) => {
    expect(coverageAtSize(GIRDLED, size)).toBeCloseTo(girdled, 10);
    expect(coverageAtSize(LOGGED, size)).toBeCloseTo(logged, 10);
  });

  test('rises with size from 0 and stays below or at 1', () => {
    fc.assert(
      fc.property(
        spectra(),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.nat(40),
        (spectrum, part, step) => {
          const size = part * 40;
          const low = coverageAtSize(spectrum, size);
          const high = coverageAtSize(spectrum, size + step);
          if (low === null || high === null) return;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeGreaterThanOrEqual(low - 1e-12);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
    expect(coverageAtSize(GIRDLED, 0)).toBe(0);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the size %d', (size) => {
    expect(() => coverageAtSize(GIRDLED, size)).toThrow(RangeError);
  });
});

describe('sizeAtCoverage', () => {
  test.each([
    [GIRDLED, 0.8, 27.3582],
    [GIRDLED, 0.9, 84.8757],
    [GIRDLED, 0.95, 256.5253],
    [LOGGED, 0.8, 47.5017],
    [LOGGED, 0.9, 113.3753],
    [LOGGED, 0.95, 297.3323],
    [BIRDS_NORTH, 0.9, 67.0712],
    [BIRDS_NORTH, 0.95, 129.7257],
    [BIRDS_NORTH, 0.98, 260.8214],
    [BIRDS_SOUTH, 0.9, 94.5954],
    [BIRDS_SOUTH, 0.95, 158.7887],
    [BIRDS_SOUTH, 0.98, 278.8294],
  ])('is what iNEXT finds (%#)', (spectrum, target, size) => {
    // The numeric search of iNEXT leaves about 1e-4.
    expect(Math.abs((sizeAtCoverage(spectrum, target) ?? 0) - size)).toBeLessThan(1.5e-4);
  });

  test('is the inverse of the coverage at a size', () => {
    fc.assert(
      fc.property(spectra(), fc.double({ min: 0, max: 0.999, noNaN: true }), (spectrum, target) => {
        const size = sizeAtCoverage(spectrum, target);
        if (size === null) return;
        expect(coverageAtSize(spectrum, size)).toBeCloseTo(target, 9);
      }),
    );
  });

  test('is absent for full coverage of what has singletons, and at most the corpus for what has none', () => {
    expect(sizeAtCoverage(GIRDLED, 1)).toBeNull();
    expect(sizeAtCoverage(spectrumOf([5, 5]), 1)).toBeLessThanOrEqual(10);
    expect(sizeAtCoverage(GIRDLED, 0)).toBe(0);
    expect(sizeAtCoverage(spectrumOf([1]), 0.5)).toBeNull();
  });

  test.each([-0.1, 1.1, Number.NaN])('refuses the coverage %d', (target) => {
    expect(() => sizeAtCoverage(GIRDLED, target)).toThrow(RangeError);
  });
});
