import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandedSpectrum } from '../../src/statistics/banded-spectrum.ts';
import { plugInEntropy } from '../../src/statistics/entropy.ts';
import { totalTokens, totalTypes } from '../../src/statistics/frequency-spectrum.ts';
import { rarefiedTypes } from '../../src/statistics/vocabulary-growth.ts';
import { spectra } from './spectra.ts';

describe('bandedSpectrum', () => {
  test('draws neighbours together about their mean', () => {
    const rows = [100, 104, 105, 200].map((frequency) => ({ frequency, types: 1 }));
    expect(bandedSpectrum(rows, 0.1)).toEqual([
      { frequency: 103, types: 3 },
      { frequency: 200, types: 1 },
    ]);
    const uneven = [100, 101].map((frequency) => ({ frequency, types: 1 }));
    expect(bandedSpectrum(uneven, 0.1)).toEqual(uneven);
  });

  test('keeps types and tokens, in whole and ascending frequencies, and the rows below one in the width', () => {
    fc.assert(
      fc.property(spectra(), fc.constantFrom(0.005, 0.02, 0.05), (spectrum, width) => {
        const banded = bandedSpectrum(spectrum, width);
        expect(totalTypes(banded)).toBeCloseTo(totalTypes(spectrum), 6);
        expect(totalTokens(banded)).toBe(totalTokens(spectrum));
        const frequencies = banded.map(({ frequency }) => frequency);
        expect(frequencies.every(Number.isInteger)).toBe(true);
        expect(frequencies).toEqual(frequencies.toSorted((a, b) => a - b));
        const isFree = (row: { readonly frequency: number }): boolean => row.frequency <= 1 / width;
        expect(banded.filter(isFree)).toEqual(spectrum.filter(isFree));
      }),
    );
  });

  test('changes entropy and rarefied types by less than a millionth, with a fraction of the rows', () => {
    const spectrum = Array.from({ length: 20_000 }, (_, row) => ({ frequency: row + 1, types: 3 }));
    const banded = bandedSpectrum(spectrum, 0.005);
    expect(banded.length).toBeLessThan(2500);
    const [entropy, exact] = [plugInEntropy(banded) ?? 0, plugInEntropy(spectrum) ?? 0];
    expect(Math.abs(entropy / exact - 1)).toBeLessThan(1e-6);
    const tokens = totalTokens(spectrum);
    const types = rarefiedTypes({ spectrum: banded, tokens }, 30_000) ?? 0;
    expect(Math.abs(types / (rarefiedTypes({ spectrum, tokens }, 30_000) ?? 0) - 1)).toBeLessThan(1e-6);
  });

  test('is empty for nothing', () => {
    expect(bandedSpectrum([], 0.02)).toEqual([]);
  });
});
