import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abundanceCoverageEstimate } from '../../src/statistics/abundance-coverage.ts';
import { chaoJostEntropy } from '../../src/statistics/chao-jost-entropy.ts';
import {
  coverage,
  coverageAtSize,
  goodTuringCoverage,
  sizeAtCoverage,
} from '../../src/statistics/coverage.ts';
import {
  chaoShenEntropy,
  grassberger1988Entropy,
  grassberger2003Entropy,
  millerMadowEntropy,
  plugInEntropy,
  zhangEntropy,
} from '../../src/statistics/entropy.ts';
import { type FrequencySpectrum, spectrumOf, totalTokens } from '../../src/statistics/frequency-spectrum.ts';
import { hillNumbersAtCoverage, hillNumbersAtSize } from '../../src/statistics/hill-numbers.ts';
import { maas } from '../../src/statistics/maas.ts';
import { richnessAtCoverage, richnessAtSize } from '../../src/statistics/rarefaction.ts';
import { chao1, improvedChao1 } from '../../src/statistics/richness.ts';
import { giniSimpson, inverseSimpson, simpsonConcentration } from '../../src/statistics/simpson.ts';
import { yuleK } from '../../src/statistics/yule.ts';
import { scaledSpectra, spectra } from './spectra.ts';

type Estimator = (spectrum: FrequencySpectrum) => readonly (number | null)[];

const one =
  (estimator: (spectrum: FrequencySpectrum) => number | null): Estimator =>
  (spectrum) => [estimator(spectrum)];

function numbersOf(found: ReturnType<typeof hillNumbersAtSize>): readonly (number | null)[] {
  return found === null ? [null] : [found.size, found.richness, found.shannon, found.simpson];
}

function richnessNumbers(found: ReturnType<typeof chao1>): readonly (number | null)[] {
  return found === null ? [null] : [found.value, found.standardError, ...found.interval];
}

const ESTIMATORS: readonly (readonly [name: string, estimator: Estimator])[] = [
  ['coverage by Good and Turing', one(goodTuringCoverage)],
  ['coverage', one(coverage)],
  ['coverage of half', one((spectrum) => coverageAtSize(spectrum, totalTokens(spectrum) / 2))],
  ['coverage of twice', one((spectrum) => coverageAtSize(spectrum, totalTokens(spectrum) * 2))],
  ['size at low coverage', one((spectrum) => sizeAtCoverage(spectrum, 0.3))],
  ['size at high coverage', one((spectrum) => sizeAtCoverage(spectrum, 0.999))],
  ['Chao1', (spectrum) => richnessNumbers(chao1(spectrum))],
  [
    'Chao1, bias-corrected',
    (spectrum) => richnessNumbers(chao1(spectrum, { form: 'bias-corrected', sizeCorrected: false })),
  ],
  ['iChao1', (spectrum) => richnessNumbers(improvedChao1(spectrum))],
  ['ACE', one(abundanceCoverageEstimate)],
  ['types of half', one((spectrum) => richnessAtSize(spectrum, totalTokens(spectrum) / 2))],
  ['types of twice', one((spectrum) => richnessAtSize(spectrum, totalTokens(spectrum) * 2))],
  ['types at a coverage', one((spectrum) => richnessAtCoverage(spectrum, 0.7))],
  ['Hill numbers of half', (spectrum) => numbersOf(hillNumbersAtSize(spectrum, totalTokens(spectrum) / 2))],
  ['Hill numbers of twice', (spectrum) => numbersOf(hillNumbersAtSize(spectrum, totalTokens(spectrum) * 2))],
  ['Hill numbers at a coverage', (spectrum) => numbersOf(hillNumbersAtCoverage(spectrum, 0.9))],
  ['plug-in entropy', one(plugInEntropy)],
  ['entropy by Miller and Madow', one(millerMadowEntropy)],
  ['entropy by Chao and Shen', one(chaoShenEntropy)],
  ['entropy by Grassberger 1988', one(grassberger1988Entropy)],
  ['entropy by Grassberger 2003', one(grassberger2003Entropy)],
  ['entropy by Zhang', one(zhangEntropy)],
  ['entropy by Chao and Jost', one(chaoJostEntropy)],
  ['concentration', one(simpsonConcentration)],
  ['Gini–Simpson', one(giniSimpson)],
  ['inverse concentration', one(inverseSimpson)],
  ['K', one(yuleK)],
  ['a²', one(maas)],
];

const EDGES: readonly (readonly [name: string, spectrum: FrequencySpectrum])[] = [
  ['nothing', []],
  ['rows without types', [{ frequency: 1, types: 0 }]],
  ['one token', spectrumOf([1])],
  ['one type', spectrumOf([1000])],
  ['every type once', [{ frequency: 1, types: 1e6 }]],
  ['every type twice', [{ frequency: 2, types: 1e6 }]],
  ['two singletons', spectrumOf([1, 1])],
  ['one singleton', spectrumOf([1, 50])],
  ['half a singleton', [{ frequency: 1, types: 0.5 }]],
  [
    'half a singleton and much else',
    [
      { frequency: 1, types: 0.5 },
      { frequency: 900, types: 12.25 },
    ],
  ],
  ['less than a type', [{ frequency: 7, types: 0.4 }]],
  [
    'huge counts',
    [
      { frequency: 1, types: 3e8 },
      { frequency: 2, types: 5e7 },
      { frequency: 3, types: 2e7 },
      { frequency: 4, types: 1e7 },
      { frequency: 1e6, types: 1e5 },
      { frequency: 2 ** 40, types: 1 },
    ],
  ],
];

describe.each(ESTIMATORS)('%s', (_, estimator) => {
  test.each(EDGES)('is finite or absent for %s', (__, spectrum) => {
    for (const value of estimator(spectrum)) expect(value === null || Number.isFinite(value)).toBe(true);
  });

  test('is finite or absent for scaled spectra with huge frequencies', () => {
    fc.assert(
      fc.property(scaledSpectra(), (spectrum) => {
        for (const value of estimator(spectrum)) expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('does not depend on how the types of a frequency are cut into rows', () => {
    fc.assert(
      fc.property(spectra(), (spectrum) => {
        const cut = spectrum.flatMap(({ frequency, types }) => [
          { frequency, types: types / 4 },
          { frequency, types: (3 * types) / 4 },
        ]);
        const whole = estimator(spectrum);
        for (const [index, value] of estimator(cut).entries()) {
          const other = whole[index] ?? null;
          if (value === null || other === null) expect(value).toBe(other);
          else expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)));
        }
      }),
    );
  });
});

function tenfold(spectrum: FrequencySpectrum): FrequencySpectrum {
  return spectrum.map(({ frequency, types }) => ({ frequency, types: 10 * types }));
}

describe('a corpus of which every type has ten doubles', () => {
  test('is covered as well, by Good and Turing', () => {
    fc.assert(
      fc.property(spectra(), (spectrum) => {
        expect(goodTuringCoverage(tenfold(spectrum))).toBeCloseTo(goodTuringCoverage(spectrum) ?? -1, 12);
      }),
    );
  });

  test('has ln 10 more entropy, ten times the types by Chao1, and a tenth of K', () => {
    fc.assert(
      fc.property(spectra(), (spectrum) => {
        const plain = plugInEntropy(spectrum) ?? -1;
        expect(plugInEntropy(tenfold(spectrum))).toBeCloseTo(plain + Math.LN10, 11);
        const unscaled = { form: 'classic', sizeCorrected: false } as const;
        if (!spectrum.some((row) => row.frequency === 2)) return;
        expect(chao1(tenfold(spectrum), unscaled)?.value).toBeCloseTo(
          10 * (chao1(spectrum, unscaled)?.value ?? -1),
          8,
        );
        expect(yuleK(tenfold(spectrum))).toBeCloseTo((yuleK(spectrum) ?? -1) / 10, 8);
      }),
    );
  });
});

test('coverage lies between 0 and 1', () => {
  fc.assert(
    fc.property(fc.oneof(spectra(), scaledSpectra()), (spectrum) => {
      for (const value of [goodTuringCoverage(spectrum), coverage(spectrum)]) {
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(value ?? 0).toBeLessThanOrEqual(1);
      }
    }),
  );
});
