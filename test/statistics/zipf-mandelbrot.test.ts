import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitZipf, fitZipfMandelbrot } from '../../src/statistics/zipf-mandelbrot.ts';
import { GIRDLED, spectrumOfTypes } from './known-spectra.ts';

const girdled = spectrumOfTypes(GIRDLED);

/** The Poisson deviance of a law, rank by rank. */
function devianceOf(counts: readonly number[], fitted: (rank: number) => number): number {
  return counts.reduce((sum, count, index) => {
    const mean = fitted(index + 1);
    return sum + 2 * (count * Math.log(count / mean) - (count - mean));
  }, 0);
}

const counts = fc
  .array(fc.integer({ min: 1, max: 5000 }), { minLength: 3, maxLength: 60 })
  .map((values) => values.toSorted((a, b) => b - a));

describe("Zipf's law", () => {
  it('fits the spiders of girdled trees as vegan 2.6-4 does', () => {
    const fit = fitZipf(girdled);
    expect(fit?.firstShare).toBeCloseTo(0.315_947_652_9, 8);
    expect(fit?.exponent).toBeCloseTo(1.153_119_897_3, 8);
    expect(fit?.deviance).toBeCloseTo(15.634_837_48, 8);
    expect(fit).toMatchObject({ shift: 0, types: 26, tokens: 168 });
  });

  it('has the least deviance at its exponent, with ranks taken one by one', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const fit = fitZipf(spectrumOfTypes(values));
        if (fit === null) throw new Error('there are three types');
        const law = (exponent: number) => {
          const sum = values.reduce((total, _, index) => total + (index + 1) ** -exponent, 0);
          return devianceOf(values, (rank) => (fit.tokens * rank ** -exponent) / sum);
        };
        const tolerance = 1e-8 * fit.tokens;
        expect(Math.abs(law(fit.exponent) - fit.deviance)).toBeLessThan(tolerance);
        expect(law(fit.exponent + 1e-3)).toBeGreaterThan(fit.deviance - tolerance);
        if (fit.exponent > 1e-3) expect(law(fit.exponent - 1e-3)).toBeGreaterThan(fit.deviance - tolerance);
      }),
      { numRuns: 50 },
    );
  });

  it('is found again in a spectrum of very many tokens', () => {
    const spectrum = Array.from({ length: 50 }, (_, index) => ({
      frequency: 1e9 * (50 - index) ** -1.2,
      types: 1,
    }));
    expect(fitZipf(spectrum)?.exponent).toBeCloseTo(1.2, 6);
  });

  it('is level where all types are as frequent', () => {
    expect(fitZipf([{ frequency: 7, types: 100 }])?.exponent).toBeCloseTo(0, 4);
  });

  it('needs two types', () => {
    expect(fitZipf([])).toBeNull();
    expect(fitZipf([{ frequency: 5, types: 1 }])).toBeNull();
    expect(fitZipf([{ frequency: 5, types: 0.25 }])).toBeNull();
  });
});

describe("Mandelbrot's law", () => {
  it('fits the spiders of girdled trees as vegan 2.6-4 does', () => {
    const fit = fitZipfMandelbrot(girdled);
    expect(fit?.deviance).toBeCloseTo(6.520_706_3, 7);
    expect(fit?.exponent).toBeCloseTo(2.499_83, 5);
    // The search of vegan stops within a millionth of the greatest likelihood.
    expect(Math.abs((fit?.shift ?? 0) - 4.604_067)).toBeLessThan(1e-6);
    const { firstShare = 0, shift = 0, exponent = 0 } = fit ?? {};
    expect(Math.abs((firstShare * (1 + shift) ** exponent) / 18.639_085 - 1)).toBeLessThan(1e-6);
  });

  it('is never farther off than the law without a shift, and bent only if that helps', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const plain = fitZipf(spectrumOfTypes(values));
        const bent = fitZipfMandelbrot(spectrumOfTypes(values));
        if (plain === null || bent === null) throw new Error('there are three types');
        expect(bent.deviance).toBeLessThanOrEqual(plain.deviance + 1e-9 * plain.tokens);
        expect(bent.shift).toBeGreaterThanOrEqual(0);
        expect(bent.shift).toBeLessThanOrEqual(bent.types * (1 + 1e-9));
        for (const value of Object.values(bent)) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is found again from the counts it expects', () => {
    const values = Array.from({ length: 400 }, (_, index) => 1e7 * (index + 1 + 2.7) ** -1.3);
    const fit = fitZipfMandelbrot(spectrumOfTypes(values));
    expect(fit?.exponent).toBeCloseTo(1.3, 5);
    expect(fit?.shift).toBeCloseTo(2.7, 4);
    expect(fit?.deviance).toBeCloseTo(0, 4);
  });

  it('takes fractions of types, and blocks of very many', () => {
    const fit = fitZipfMandelbrot([
      { frequency: 1, types: 5_000_000.5 },
      { frequency: 2, types: 1_500_000.25 },
      { frequency: 1000, types: 3000.75 },
      { frequency: 50_000_000, types: 12 },
    ]);
    for (const value of Object.values(fit ?? {})) expect(Number.isFinite(value)).toBe(true);
    expect(fit?.exponent).toBeGreaterThan(0.5);
  });

  it('stays finite where the counts fall like powers of two, which no shift can follow', () => {
    const fit = fitZipfMandelbrot(
      spectrumOfTypes(Array.from({ length: 900 }, (_, index) => 2 ** (900 - index))),
    );
    for (const value of Object.values(fit ?? { none: Number.NaN })) expect(Number.isFinite(value)).toBe(true);
    expect(fit?.firstShare).toBeCloseTo(0.5, 2);
  });

  it('needs three types', () => {
    expect(
      fitZipfMandelbrot([
        { frequency: 1, types: 1 },
        { frequency: 9, types: 1 },
      ]),
    ).toBeNull();
  });
});
