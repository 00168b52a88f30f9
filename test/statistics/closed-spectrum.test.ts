import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedSpectrum } from '../../src/statistics/closed-spectrum.ts';
import { coverage, goodTuringCoverage } from '../../src/statistics/coverage.ts';
import { totalTokens } from '../../src/statistics/frequency-spectrum.ts';
import { chao1, improvedChao1 } from '../../src/statistics/richness.ts';
import { GIRDLED, LOGGED } from './known-samples.ts';
import { spectra } from './spectra.ts';

describe('closedSpectrum', () => {
  test.each([
    ['GIRDLED', GIRDLED],
    ['LOGGED', LOGGED],
  ])('says the same of the tail as the whole spectrum of %s', (_, spectrum) => {
    const closed = closedSpectrum({ spectrum, tokens: totalTokens(spectrum) });
    expect(closed.length).toBeLessThanOrEqual(5);
    expect(coverage(closed)).toBeCloseTo(coverage(spectrum) ?? 0, 12);
    expect(goodTuringCoverage(closed)).toBeCloseTo(goodTuringCoverage(spectrum) ?? 0, 12);
    expect(chao1(closed)?.value).toBeCloseTo(chao1(spectrum)?.value ?? 0, 9);
    expect(improvedChao1(closed)?.interval[1]).toBeCloseTo(improvedChao1(spectrum)?.interval[1] ?? 0, 9);
  });

  test('has the tokens of the corpus, whatever those of the sampled types are', () => {
    fc.assert(
      fc.property(spectra(), fc.double({ min: 0.1, max: 10, noNaN: true }), (spectrum, factor) => {
        const tokens = Math.max(1, Math.round(totalTokens(spectrum) * factor));
        const closed = closedSpectrum({ spectrum, tokens });
        if (closed.length === 0) return;
        const isTailAlone = spectrum.every(({ frequency }) => frequency <= 4);
        if (isTailAlone) expect(totalTokens(closed)).toBeLessThanOrEqual(tokens * (1 + 1e-12));
        else expect(totalTokens(closed) / tokens).toBeCloseTo(1, 9);
      }),
    );
  });

  test('scales down a tail with more tokens than there are', () => {
    const closed = closedSpectrum({ spectrum: [{ frequency: 1, types: 12 }], tokens: 10 });
    expect(closed).toEqual([{ frequency: 1, types: 10 }]);
  });
});
