import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FrequencySpectrum, spectrumOf, totalTokens } from '../../src/statistics/frequency-spectrum.ts';
import { hillNumbersAtCoverage, hillNumbersAtSize } from '../../src/statistics/hill-numbers.ts';
import { BARRO_COLORADO, BIRDS_NORTH, BIRDS_SOUTH, GIRDLED, LOGGED } from './known-samples.ts';
import { spectra } from './spectra.ts';

type Row = readonly [at: number, size: number, richness: number, shannon: number, simpson: number];

describe('hillNumbersAtSize', () => {
  const girdled: readonly Row[] = [
    [1, 1, 1, 1, 1],
    [50, 50, 15.030098316, 9.939329151, 7.148972603],
    [100, 100, 20.459426159, 11.266546322, 7.627561007],
    [168, 168, 26, 12.059650499, 7.84],
    [252, 252, 31.089085416, 12.630557012, 7.948518698],
    [300, 300, 33.317732822, 12.86960252, 7.983881983],
    [336, 336, 34.730733446, 13.016965788, 8.003912459],
    [500, 500, 39.125983458, 13.448560242, 8.059178777],
  ];
  const logged: readonly Row[] = [
    [1, 1, 1, 1, 1],
    [50, 50, 18.420021612, 10.7473244, 6.187684891],
    [100, 100, 25.642341771, 12.648883989, 6.533541574],
    [168, 168, 31.707329301, 13.745481334, 6.684777357],
    [252, 252, 37, 14.421001505, 6.761499148],
    [300, 300, 39.523411921, 14.685815058, 6.786423434],
    [336, 336, 41.243204762, 14.860117731, 6.800524262],
    [500, 500, 47.518738423, 15.44856378, 6.839367213],
  ];

  test.each([
    ['girdled', GIRDLED, girdled],
    ['logged', LOGGED, logged],
  ] as const)('is what iNEXT prints for the spiders, %s', (_, spectrum, rows) => {
    for (const [size, , richness, shannon, simpson] of rows) {
      const found = hillNumbersAtSize(spectrum, size);
      expect(found?.richness).toBeCloseTo(richness, 9);
      expect(found?.shannon).toBeCloseTo(shannon, 9);
      expect(found?.simpson).toBeCloseTo(simpson, 9);
    }
  });

  test('is what vegan and scikit-bio print for the whole', () => {
    const trees = hillNumbersAtSize(BARRO_COLORADO, 448);
    expect(trees?.richness).toBe(93);
    expect(trees?.shannon).toBeCloseTo(55.61270388, 8);
    expect(trees?.simpson).toBeCloseTo(39.41555381, 8);
    // Of order 2 it is 1 / (1 - the Gini–Simpson index) of the counts as they are.
    expect(1 - 1 / (trees?.simpson ?? 0)).toBeCloseTo(0.9746293048, 10);
    const gaps = hillNumbersAtSize(spectrumOf([1, 0, 2, 5, 2]), 10);
    expect(1 / (gaps?.simpson ?? 0)).toBeCloseTo(0.34, 14);
    const five = hillNumbersAtSize(spectrumOf([1, 2, 3, 4, 5]), 15);
    expect(five?.richness).toBe(5);
    expect(five?.shannon).toBeCloseTo(4.4359878, 8);
    expect(five?.simpson).toBeCloseTo(4.09090909, 8);
    expect(hillNumbersAtSize(spectrumOf([1, 2, 3, 4]), 10)?.shannon).toBeCloseTo(3.596115467, 9);
  });

  test('never rises with the order, at any size', () => {
    fc.assert(
      fc.property(spectra(), fc.double({ min: 0, max: 3, noNaN: true }), (spectrum, part) => {
        const found = hillNumbersAtSize(spectrum, part * totalTokens(spectrum));
        if (found === null) return;
        expect(found.richness).toBeGreaterThanOrEqual(found.shannon);
        expect(found.shannon).toBeGreaterThanOrEqual(found.simpson);
        expect(found.simpson).toBeGreaterThanOrEqual(Math.min(1, found.size));
      }),
    );
  });

  test('rises with size and has no step at the size of the corpus', () => {
    for (const spectrum of [GIRDLED, LOGGED, BIRDS_NORTH, BIRDS_SOUTH, BARRO_COLORADO]) {
      const tokens = totalTokens(spectrum);
      const found = [0, 0.5, 1, 40, 40.3, tokens - 1, tokens - 1e-6, tokens, tokens + 1e-6, 2 * tokens].map(
        (size) => hillNumbersAtSize(spectrum, size),
      );
      for (const order of ['richness', 'shannon', 'simpson'] as const) {
        const numbers = found.map((numbersAtSize) => numbersAtSize?.[order] ?? -1);
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
        expect((numbers[8] ?? 0) - (numbers[6] ?? 0)).toBeLessThan(1e-6);
      }
    }
  });

  test('is absent below two tokens, 1 for one type', () => {
    expect(hillNumbersAtSize([], 1)).toBeNull();
    expect(hillNumbersAtSize(spectrumOf([1]), 1)).toBeNull();
    expect(hillNumbersAtSize(spectrumOf([9]), 7)).toEqual({ size: 7, richness: 1, shannon: 1, simpson: 1 });
    expect(() => hillNumbersAtSize(GIRDLED, -1)).toThrow(RangeError);
  });
});

describe('hillNumbersAtCoverage', () => {
  test.each<[name: string, spectrum: FrequencySpectrum, ...rows: Row[]]>([
    [
      'spiders, girdled',
      GIRDLED,
      [0.8, 27.3582, 11.38463, 8.4906, 6.476041],
      [0.9, 84.8757, 19.00035, 10.982209, 7.537635],
      [0.95, 256.5253, 31.317857, 12.655438, 7.952402],
    ],
    [
      'spiders, logged',
      LOGGED,
      [0.8, 47.5017, 17.925784, 10.588463, 6.153354],
      [0.9, 113.3753, 27.054065, 12.93992, 6.576904],
      [0.95, 297.3323, 39.390278, 14.672108, 6.785245],
    ],
    [
      'birds, north',
      BIRDS_NORTH,
      [0.9, 67.0712, 19.81963, 14.23006, 10.68747],
      [0.95, 129.7257, 24.2139, 15.80781, 11.502],
      [0.98, 260.8214, 28.44272, 16.88798, 11.99383],
    ],
    [
      'birds, south',
      BIRDS_SOUTH,
      [0.9, 94.5954, 29.05408, 21.75568, 17.27629],
      [0.95, 158.7887, 33.61318, 23.78792, 18.58276],
      [0.98, 278.8294, 37.49007, 25.2598, 19.51917],
    ],
  ])('is what iNEXT gives for %s', (_, spectrum, ...rows) => {
    // The numeric search of iNEXT leaves about 1e-4 of size.
    for (const [coverage, size, richness, shannon, simpson] of rows) {
      const found = hillNumbersAtCoverage(spectrum, coverage);
      expect(Math.abs((found?.size ?? 0) - size)).toBeLessThan(1.5e-4);
      expect(Math.abs((found?.richness ?? 0) - richness)).toBeLessThan(1e-5);
      expect(Math.abs((found?.shannon ?? 0) - shannon)).toBeLessThan(1e-5);
      expect(Math.abs((found?.simpson ?? 0) - simpson)).toBeLessThan(1e-5);
    }
  });

  test('is absent where the coverage is never reached', () => {
    expect(hillNumbersAtCoverage(GIRDLED, 1)).toBeNull();
    expect(hillNumbersAtCoverage(spectrumOf([1]), 0.3)).toBeNull();
  });
});
