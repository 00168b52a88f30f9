import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPowerLawFrom, fitPowerLawTail } from '../../src/statistics/power-law-tail.ts';
import { GIRDLED, spectrumOfTypes } from './known-spectra.ts';

const path = join(import.meta.dirname, '..', '..', '..', 'shared', 'known-answers', 'moby-words.txt');
const absent = existsSync(path) ? '' : ' (skipped: the counts of Moby Dick are not beside the repository)';

/** A spectrum in which just the expected number of types has each frequency. */
function exactSpectrum(alpha: number, last: number) {
  return Array.from({ length: last }, (_, index) => ({
    frequency: index + 1,
    types: 1e6 * (index + 1) ** -alpha,
  }));
}

/** The likelihood of the spiders, with zeta summed term by term. */
function likelihood(exponent: number): number {
  let zeta = 0;
  for (let k = 1; k <= 200_000; k++) zeta += k ** -exponent;
  zeta += 200_000.5 ** (1 - exponent) / (exponent - 1);
  return GIRDLED.reduce((sum, count) => sum - exponent * Math.log(count) - Math.log(zeta), 0);
}

describe.skipIf(absent !== '')(`the words of Moby Dick${absent}`, () => {
  const spectrum =
    absent === '' ? spectrumOfTypes(readFileSync(path, 'utf8').trim().split(/\s+/u).map(Number)) : [];

  it('have the tail that poweRlaw 0.70.6 finds', () => {
    const fit = fitPowerLawTail(spectrum);
    expect(fit).toMatchObject({ xmin: 7, types: 2958 });
    expect(fit?.logLikelihood).toBeCloseTo(-11_753.817_575_8, 6);
    // The search of poweRlaw stops within 1e-6 of the greatest likelihood, which is found below.
    expect(Math.abs((fit?.alpha ?? 0) - 1.952_728_353_12)).toBeLessThan(1e-6);
    expect(Math.abs((fit?.distance ?? 0) - 0.008_252_633_954_56)).toBeLessThan(1e-6);
    expect(fit?.rankExponent).toBeCloseTo(1 / 0.952_728_353_12, 5);
    expect(Math.abs((fitPowerLawFrom(spectrum, 1)?.alpha ?? 0) - 1.774_810_029_69)).toBeLessThan(1e-6);
  });

  it('have the exponents at which the slope of the likelihood is 0, by a calculation in 30 digits', () => {
    expect(fitPowerLawFrom(spectrum, 7)?.alpha).toBeCloseTo(1.952_727_511_673, 9);
    expect(fitPowerLawFrom(spectrum, 1)?.alpha).toBeCloseTo(1.774_809_569_82, 9);
  });
});

describe('the tail of a power law', () => {
  it('is found from its expected counts', () => {
    fc.assert(
      fc.property(fc.double({ min: 2.2, max: 5, noNaN: true }), (alpha) => {
        const fit = fitPowerLawFrom(exactSpectrum(alpha, 20_000), 1);
        expect(fit?.alpha).toBeCloseTo(alpha, 3);
        expect(fit?.distance).toBeLessThan(1e-4);
      }),
      { numRuns: 10 },
    );
  });

  it('begins where the law begins', () => {
    const spectrum = exactSpectrum(2.5, 3000).map((row) =>
      row.frequency < 12 ? { ...row, types: row.types / 2 } : row,
    );
    const fit = fitPowerLawTail(spectrum);
    expect(fit?.xmin).toBeGreaterThanOrEqual(12);
    expect(fit?.alpha).toBeCloseTo(2.5, 1);
  });

  it('does not depend on the number of types but through their shares', () => {
    const small = exactSpectrum(2.5, 300);
    const large = small.map((row) => ({ ...row, types: row.types * 1000 }));
    expect(fitPowerLawFrom(large, 3)?.alpha).toBeCloseTo(fitPowerLawFrom(small, 3)?.alpha ?? 0, 9);
  });

  it('has the greatest likelihood at its alpha', () => {
    const spectrum = spectrumOfTypes(GIRDLED);
    const { alpha = 0, logLikelihood = 0 } = fitPowerLawFrom(spectrum, 1) ?? {};
    expect(logLikelihood).toBeCloseTo(likelihood(alpha), 6);
    expect(likelihood(alpha + 0.01)).toBeLessThan(logLikelihood);
    expect(likelihood(alpha - 0.01)).toBeLessThan(logLikelihood);
  });

  it('is absent where there is too little to fit', () => {
    expect(fitPowerLawTail([])).toBeNull();
    expect(fitPowerLawTail(spectrumOfTypes(GIRDLED))).toBeNull();
    expect(fitPowerLawTail([{ frequency: 1, types: 1e6 }])).toBeNull();
    expect(fitPowerLawFrom([{ frequency: 3, types: 9 }], 1)).toBeNull();
    expect(fitPowerLawFrom(spectrumOfTypes(GIRDLED), 40)).toBeNull();
  });

  it('is finite for extreme spectra', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { minLength: 2, maxLength: 40 }),
        fc.double({ min: 0.01, max: 1e8, noNaN: true }),
        (frequencies, types) => {
          const spectrum = frequencies.toSorted((a, b) => a - b).map((frequency) => ({ frequency, types }));
          const fit = fitPowerLawTail(spectrum);
          for (const value of Object.values(fit ?? {})) expect(Number.isFinite(value)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
