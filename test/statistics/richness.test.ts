import { describe, expect, test } from 'vitest';
import { abundanceCoverageEstimate } from '../../src/statistics/abundance-coverage.ts';
import { spectrumOf, totalTypes } from '../../src/statistics/frequency-spectrum.ts';
import { type ChaoForm, chao1, improvedChao1, type Richness } from '../../src/statistics/richness.ts';
import { BARRO_COLORADO, BIRDS_NORTH, BIRDS_SOUTH, GIRDLED, LOGGED, SCIKIT_BIO } from './known-samples.ts';

const VEGAN: ChaoForm = { form: 'bias-corrected', sizeCorrected: false };
const SCIKIT_CLASSIC: ChaoForm = { form: 'classic', sizeCorrected: false };
const SPADER_BIAS_CORRECTED: ChaoForm = { form: 'bias-corrected', sizeCorrected: true };

/** The interval with the quantile 1.96 in place of 1.959964, as some software has it. */
function roundedInterval({ value, interval: [, high] }: Richness, seen: number): [low: number, high: number] {
  const factor = ((high - seen) / (value - seen)) ** (1.96 / 1.959963984540054);
  return [seen + (value - seen) / factor, seen + (value - seen) * factor];
}

describe('chao1', () => {
  test.each([
    ['spiders, girdled', GIRDLED, [43.893, 14.306, 30.511, 96.971]],
    ['spiders, logged', LOGGED, [61.403, 18.532, 43.502, 128.583]],
    ['birds, north', BIRDS_NORTH, [31.478, 4.781, 27.81, 51.746]],
    ['birds, south', BIRDS_SOUTH, [40.077, 2.499, 38.325, 51.267]],
  ] as const)('is what iNEXT and SpadeR print for %s', (_, spectrum, [value, error, low, high]) => {
    const richness = chao1(spectrum);
    expect(richness?.value).toBeCloseTo(value, 3);
    expect(richness?.standardError).toBeCloseTo(error, 3);
    expect(richness?.interval[0]).toBeCloseTo(low, 3);
    expect(richness?.interval[1]).toBeCloseTo(high, 3);
  });

  test.each([
    [GIRDLED, undefined, 43.8928571429, 10],
    [LOGGED, undefined, 61.4027777778, 10],
    [GIRDLED, VEGAN, 39.2, 10],
    [LOGGED, VEGAN, 55.2, 10],
    [BARRO_COLORADO, VEGAN, 117.47368421, 8],
    [GIRDLED, SCIKIT_CLASSIC, 44, 10],
    [LOGGED, SCIKIT_CLASSIC, 61.5, 10],
    [GIRDLED, SPADER_BIAS_CORRECTED, 39.121, 3],
    [LOGGED, SPADER_BIAS_CORRECTED, 55.128, 3],
    [SCIKIT_BIO, VEGAN, 9.75, 12],
    [SCIKIT_BIO, SCIKIT_CLASSIC, 10.5, 12],
  ] as const)('has every published form (%#)', (spectrum, form, value, digits) => {
    expect(chao1(spectrum, form)?.value).toBeCloseTo(value, digits);
  });

  test.each([
    [GIRDLED, 10.20697],
    [BARRO_COLORADO, 11.58378485],
  ] as const)(
    'has about the standard error of vegan, which takes the delta method throughout (%#)',
    (spectrum, error) => {
      expect(Math.abs((chao1(spectrum, VEGAN)?.standardError ?? 0) / error - 1)).toBeLessThan(0.002);
    },
  );

  test('has the intervals of scikit-bio, but for its slip in the classic variance', () => {
    const girdled = chao1(GIRDLED, VEGAN);
    if (girdled === null) throw new Error('there are tokens');
    const [low, high] = roundedInterval(girdled, 26);
    expect(low).toBeCloseTo(29.443297, 6);
    expect(high).toBeCloseTo(76.60266, 6);
    const expected = [
      [chao1(SCIKIT_BIO, VEGAN), 9.07, 17.45],
      [chao1(SCIKIT_BIO, SCIKIT_CLASSIC), 9.17, 21.89],
      [chao1(spectrumOf([2, 2, 4, 5]), VEGAN), 4, 4.95],
      [chao1(spectrumOf([1, 1, 4, 5]), VEGAN), 4.08, 17.27],
    ] as const;
    for (const [richness, lowest, highest] of expected) {
      expect(Math.abs((richness?.interval[0] ?? 0) / lowest - 1)).toBeLessThan(0.01);
      expect(Math.abs((richness?.interval[1] ?? 0) / highest - 1)).toBeLessThan(0.01);
    }
  });

  test('is what was seen where nothing was seen just once, and what can be without doubletons', () => {
    expect(chao1(spectrumOf([2, 2, 4, 5]))?.value).toBe(4);
    expect(chao1(spectrumOf([1, 1, 4, 5]), SCIKIT_CLASSIC)?.value).toBe(5);
    expect(chao1(spectrumOf([1, 4]))?.interval).toEqual([2, 2]);
  });

  test('has an interval around the value and above what was seen', () => {
    for (const spectrum of [
      GIRDLED,
      LOGGED,
      BIRDS_NORTH,
      BIRDS_SOUTH,
      BARRO_COLORADO,
      spectrumOf([1, 1, 1]),
    ]) {
      for (const form of [VEGAN, SCIKIT_CLASSIC, SPADER_BIAS_CORRECTED]) {
        const richness = chao1(spectrum, form);
        const [low, high] = richness?.interval ?? [1, 0];
        expect(low).toBeLessThanOrEqual(richness?.value ?? 0);
        expect(high).toBeGreaterThan(richness?.value ?? 0);
        expect(low).toBeGreaterThanOrEqual(totalTypes(spectrum));
      }
    }
  });

  test('is absent without tokens', () => {
    expect(chao1([])).toBeNull();
    expect(improvedChao1([])).toBeNull();
  });
});

describe('improvedChao1', () => {
  test('is what SpadeR prints', () => {
    expect(improvedChao1(LOGGED)?.value).toBeCloseTo(65.1805555556, 10);
  });

  test('is Chao1 where nothing was seen three times', () => {
    expect(improvedChao1(GIRDLED)).toEqual(chao1(GIRDLED));
  });

  test('has the variance of the delta method with slopes taken by differences', () => {
    const cells = [14, 4, 4, 3];
    const rest = LOGGED.filter((row) => row.frequency > 4);
    // The factor (N - 1) / N is held, as the published variance of Chao1 holds it.
    const factor = 251 / 252;
    const others = rest.reduce((sum, row) => sum + row.types, 0);
    const estimate = ([one = 0, two = 0, three = 0, four = 0]: readonly number[]): number =>
      others +
      one +
      two +
      three +
      four +
      (factor * one * one) / (2 * two) +
      (three / (4 * four)) * (one - (two * three) / (2 * four));
    const value = estimate(cells);
    let squares = others;
    let mean = others;
    for (const [cell, types] of cells.entries()) {
      const step = 1e-5;
      const moved = (by: number): number =>
        estimate(cells.map((count, index) => (index === cell ? count + by : count)));
      const slope = (moved(step) - moved(-step)) / (2 * step);
      squares += types * slope ** 2;
      mean += types * slope;
    }
    expect(improvedChao1(LOGGED)?.standardError).toBeCloseTo(Math.sqrt(squares - mean ** 2 / value), 6);
  });

  test('is at least Chao1', () => {
    for (const spectrum of [LOGGED, BIRDS_NORTH, BIRDS_SOUTH, BARRO_COLORADO]) {
      expect(improvedChao1(spectrum)?.value).toBeGreaterThanOrEqual(chao1(spectrum)?.value ?? 0);
    }
  });
});

describe('abundanceCoverageEstimate', () => {
  test.each([
    [GIRDLED, 48.4152290303, 10],
    [LOGGED, 52.6849942726, 10],
    [BARRO_COLORADO, 122.84895904, 8],
    [spectrumOf([12, 1, 2, 1]), 7, 12],
    [spectrumOf([12, 3, 2, 1]), 4.6, 12],
    [spectrumOf([12, 3, 6, 1, 10]), 5.62749672, 8],
    [spectrumOf([0, 1, 1, 0, 0, 10, 10, 1, 0, 0]), 9.35681818182, 11],
  ])('is what vegan, scikit-bio and SpadeR give (%#)', (spectrum, value, digits) => {
    expect(abundanceCoverageEstimate(spectrum)).toBeCloseTo(value, digits);
  });

  test('is absent where all rare types were seen once, and without types', () => {
    expect(abundanceCoverageEstimate(spectrumOf([1, 1, 20]))).toBeNull();
    expect(abundanceCoverageEstimate([])).toBeNull();
  });

  test('is what was seen where nothing is rare', () => {
    expect(abundanceCoverageEstimate(spectrumOf([11, 20]))).toBe(2);
  });
});
