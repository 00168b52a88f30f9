import { describe, expect, test } from 'vitest';
import { coverage, coverageAtSize, sizeAtCoverage } from '../../src/statistics/coverage.ts';
import { type FrequencySpectrum, spectrumOf, totalTokens } from '../../src/statistics/frequency-spectrum.ts';
import { absenceProbability } from '../../src/statistics/hypergeometric.ts';
import {
  documentsAtCoverage,
  incidenceCoverage,
  incidenceCoverageAtSize,
} from '../../src/statistics/incidence-coverage.ts';
import { GIRDLED } from './known-samples.ts';

/** Species in just 1, 2, ... traps, and one row for all the more frequent, so that the incidences add up. */
function ants(incidences: number, rare: readonly number[]): FrequencySpectrum {
  const rows = rare.map((types, index) => ({ frequency: index + 1, types }));
  return [...rows, { frequency: 100, types: (incidences - totalTokens(rows)) / 100 }];
}

describe('incidenceCoverage', () => {
  test.each([
    ['50 m', 599, ants(5976, [49, 23, 18, 14, 9, 10, 4, 8, 6, 2]), 0.9918],
    ['500 m', 230, ants(2943, [71, 34, 12, 14, 9, 11, 8, 4, 7, 5]), 0.976],
    ['1070 m', 150, ants(1730, [28, 16, 13, 3, 1, 3, 6, 1, 1, 1]), 0.9839],
    ['1500 m', 200, ants(1170, [13, 4, 2, 2, 4, 2, 0, 0, 4, 0]), 0.9889],
    ['2000 m', 200, ants(271, [1, 2, 1, 1, 0, 0, 0, 2, 0, 0]), 0.9964],
  ])('is what iNEXT prints for its ants at %s', (_, documents, spectrum, value) => {
    expect(incidenceCoverage({ spectrum, documents })).toBeCloseTo(value, 4);
  });

  test('worked by hand', () => {
    // T = 4, U = 8, Q1 = 2, Q2 = 1: 1 - 2/8 · 3 · 2 / (3 · 2 + 2) = 1 - 3/16.
    expect(incidenceCoverage({ spectrum: spectrumOf([1, 1, 2, 4]), documents: 4 })).toBeCloseTo(13 / 16, 14);
    // Without Q2: 1 - 2/6 · 3 / (3 + 2) = 4/5.
    expect(incidenceCoverage({ spectrum: spectrumOf([1, 1, 4]), documents: 4 })).toBeCloseTo(4 / 5, 14);
    expect(incidenceCoverage({ spectrum: spectrumOf([2, 4]), documents: 4 })).toBe(1);
  });

  test('is that of tokens where every document is one token', () => {
    const frequencies = { spectrum: GIRDLED, documents: 168 };
    expect(incidenceCoverage(frequencies)).toBe(coverage(GIRDLED));
    for (const size of [0, 1, 2.5, 100, 168, 300])
      expect(incidenceCoverageAtSize(frequencies, size)).toBe(coverageAtSize(GIRDLED, size));
    for (const target of [0, 0.5, 0.95])
      expect(documentsAtCoverage(frequencies, target)).toBe(sizeAtCoverage(GIRDLED, target));
  });

  test('of fewer documents, by the sum as it is published', () => {
    const spectrum = spectrumOf([1, 1, 2, 3, 4, 9]);
    const documents = 10;
    for (let size = 0; size < documents; size++) {
      let unseen = 0;
      for (const { frequency, types } of spectrum) {
        if (frequency > documents - size) continue;
        // C(T - i, t) / C(T - 1, t) as a quotient of two chances.
        const lost = absenceProbability({ population: documents, marked: frequency, drawn: size });
        unseen += (types * frequency * lost) / (20 * (1 - size / documents));
      }
      expect(incidenceCoverageAtSize({ spectrum, documents }, size)).toBeCloseTo(1 - unseen, 12);
    }
  });

  test('goes back from coverage to documents', () => {
    const frequencies = { spectrum: spectrumOf([1, 1, 1, 2, 2, 3, 4, 9]), documents: 10 };
    for (const target of [0.1, 0.5, 0.8, 0.9, 0.99]) {
      const documents = documentsAtCoverage(frequencies, target) ?? -1;
      expect(incidenceCoverageAtSize(frequencies, documents)).toBeCloseTo(target, 10);
    }
    expect(documentsAtCoverage(frequencies, 1)).toBeNull();
  });

  test('is absent below two documents and without types', () => {
    expect(incidenceCoverage({ spectrum: spectrumOf([1, 1]), documents: 1 })).toBeNull();
    expect(incidenceCoverage({ spectrum: [], documents: 9 })).toBeNull();
    expect(incidenceCoverageAtSize({ spectrum: [], documents: 9 }, 3)).toBeNull();
    expect(documentsAtCoverage({ spectrum: [], documents: 9 }, 0.5)).toBeNull();
  });

  test('refuses a type in more documents than there are, and bad sizes and targets', () => {
    const frequencies = { spectrum: spectrumOf([1, 5]), documents: 4 };
    expect(() => incidenceCoverage(frequencies)).toThrow('a type stands in 5 of 4 documents');
    const good = { spectrum: spectrumOf([1, 4]), documents: 4 };
    expect(() => incidenceCoverageAtSize(good, -1)).toThrow(RangeError);
    expect(() => documentsAtCoverage(good, 2)).toThrow(RangeError);
  });
});
