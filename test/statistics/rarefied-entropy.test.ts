import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plugInEntropy } from '../../src/statistics/entropy.ts';
import { type FrequencySpectrum, spectrumOf, totalTokens } from '../../src/statistics/frequency-spectrum.ts';
import { lastTokenEntropy, rarefiedEntropy } from '../../src/statistics/rarefied-entropy.ts';
import { hypergeometric } from './exact.ts';
import { spectra } from './spectra.ts';

/** -Σ_k k/m ln(k/m) E[V_k(m)], over all k to m, with the chances of k that `chances` gives. */
function summedEntropy(
  spectrum: FrequencySpectrum,
  size: number,
  chances: (frequency: number) => readonly number[],
): number {
  let entropy = 0;
  for (const { frequency, types } of spectrum) {
    for (const [count, chance] of chances(frequency).entries()) {
      if (count > 0) entropy -= types * chance * (count / size) * Math.log(count / size);
    }
  }
  return entropy;
}

/** The chances of 0 to m tokens of a type, by the logarithms of the ratios of neighbours. */
function chancesUpwards(population: number, marked: number, drawn: number): number[] {
  const logarithms = [0];
  for (let count = 1; count <= Math.min(marked, drawn); count++) {
    const ratio =
      ((marked - count + 1) * (drawn - count + 1)) / (count * (population - marked - drawn + count));
    logarithms.push((logarithms[count - 1] ?? 0) + Math.log(ratio));
  }
  const highest = logarithms.reduce((most, logarithm) => Math.max(most, logarithm));
  const weights = logarithms.map((logarithm) => Math.exp(logarithm - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** A corpus by Zipf's law: types of rank r with about c / r tokens. */
function zipf(first: number, types: number): FrequencySpectrum {
  return spectrumOf(Array.from({ length: types }, (_, rank) => Math.max(1, Math.round(first / (rank + 1)))));
}

describe('rarefiedEntropy', () => {
  test('is the sum over all counts with chances from whole numbers', () => {
    fc.assert(
      fc.property(spectra(), fc.double({ min: 0, max: 1, noNaN: true }), (spectrum, part) => {
        const tokens = totalTokens(spectrum);
        const size = Math.max(1, Math.round(part * tokens));
        const exact = summedEntropy(spectrum, size, (frequency) =>
          Array.from({ length: Math.min(frequency, size) + 1 }, (_, count) =>
            hypergeometric(tokens, frequency, size, count),
          ),
        );
        expect(Math.abs((rarefiedEntropy(spectrum, size) ?? -1) - exact)).toBeLessThan(1e-11);
      }),
      { numRuns: 40 },
    );
  });

  test.each([50, 2000, 20_000])('is the sum over all counts for %d tokens of a corpus by Zipf', (size) => {
    const spectrum = zipf(6000, 20_000);
    const tokens = totalTokens(spectrum);
    const exact = summedEntropy(spectrum, size, (frequency) => chancesUpwards(tokens, frequency, size));
    expect((rarefiedEntropy(spectrum, size) ?? 0) / exact).toBeCloseTo(1, 9);
  });

  test('is 0 for one token and all of it for all tokens', () => {
    const spectrum = zipf(500, 900);
    expect(rarefiedEntropy(spectrum, 1)).toBeCloseTo(0, 12);
    expect(rarefiedEntropy(spectrum, totalTokens(spectrum))).toBe(plugInEntropy(spectrum));
    expect(rarefiedEntropy([], 5)).toBeNull();
  });
});

describe('lastTokenEntropy', () => {
  test('is the difference of the entropies of N and N - 1 tokens', () => {
    fc.assert(
      fc.property(spectra(), (spectrum) => {
        const tokens = totalTokens(spectrum);
        fc.pre(tokens >= 2);
        const difference = (plugInEntropy(spectrum) ?? 0) - (rarefiedEntropy(spectrum, tokens - 1) ?? 0);
        expect(Math.abs((lastTokenEntropy(spectrum) ?? -1) - difference)).toBeLessThan(1e-13);
      }),
    );
  });

  test('keeps its digits where the difference has none', () => {
    // For frequent types it is about (V - 1) / (2 N²).
    const spectrum = [{ frequency: 1e6, types: 1e6 }];
    expect((lastTokenEntropy(spectrum) ?? 0) / (999_999 / 2e24)).toBeCloseTo(1, 5);
  });

  test('is 0 for one type, and needs two tokens', () => {
    expect(lastTokenEntropy(spectrumOf([1e9]))).toBe(0);
    expect(lastTokenEntropy(spectrumOf([1]))).toBeNull();
  });
});
