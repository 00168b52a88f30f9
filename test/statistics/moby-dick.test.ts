import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { abundanceCoverageEstimate } from '../../src/statistics/abundance-coverage.ts';
import { coverage, coverageAtSize, goodTuringCoverage } from '../../src/statistics/coverage.ts';
import {
  chaoShenEntropy,
  grassberger1988Entropy,
  millerMadowEntropy,
  plugInEntropy,
  zhangEntropy,
} from '../../src/statistics/entropy.ts';
import {
  spectrumOf,
  totalTokens,
  totalTypes,
  typesOfFrequency,
} from '../../src/statistics/frequency-spectrum.ts';
import { hillNumbersAtSize } from '../../src/statistics/hill-numbers.ts';
import { richnessAtSize } from '../../src/statistics/rarefaction.ts';
import { chao1 } from '../../src/statistics/richness.ts';
import { inverseSimpson, simpsonConcentration } from '../../src/statistics/simpson.ts';
import { yuleK } from '../../src/statistics/yule.ts';

const file = new URL('../../../shared/known-answers/moby-words.txt', import.meta.url);
const absent = !existsSync(file);
const counts = absent ? [] : readFileSync(file, 'utf8').trim().split(/\s+/u).map(Number);
const moby = spectrumOf(counts);

describe.skipIf(absent)(
  absent ? 'the words of Moby-Dick (skipped: their counts are not here)' : 'the words of Moby-Dick',
  () => {
    test('are all there', () => {
      expect(totalTokens(moby)).toBe(209_994);
      expect(totalTypes(moby)).toBe(18_855);
      expect([1, 2, 3, 4, 5].map((frequency) => typesOfFrequency(moby, frequency))).toEqual([
        9161, 3085, 1629, 926, 627,
      ]);
    });

    test('have the richness that vegan prints', () => {
      const found = chao1(moby, { form: 'bias-corrected', sizeCorrected: false });
      expect(found?.value).toBeCloseTo(32451.040181465, 8);
      expect(found?.standardError).toBeCloseTo(392.681, 3);
      expect(abundanceCoverageEstimate(moby)).toBeCloseTo(33253.858227963, 8);
    });

    test('have the coverage that iNEXT prints', () => {
      expect(coverage(moby)).toBeCloseTo(0.956375083964, 12);
      expect(goodTuringCoverage(moby)).toBeCloseTo(0.956374944046, 12);
      // Differences of ln Γ leave R ten digits at most; without rounding it is 0.5824822285615274 at 1000.
      expect(coverageAtSize(moby, 1000)).toBeCloseTo(0.582482228419, 9);
      expect(coverageAtSize(moby, 10_000)).toBeCloseTo(0.786803124271, 9);
      expect(coverageAtSize(moby, 100_000)).toBeCloseTo(0.929933369505, 9);
      expect(coverageAtSize(moby, 1000)).toBeCloseTo(0.5824822285615274, 14);
    });

    test('have the rarefied types that vegan prints', () => {
      // Here too the last digits of R are lost; without rounding it is 530.1715416051957 at 1000.
      expect(richnessAtSize(moby, 1000)).toBeCloseTo(530.1715416152, 7);
      expect(richnessAtSize(moby, 10_000)).toBeCloseTo(3005.9481148, 6);
      expect(richnessAtSize(moby, 100_000)).toBeCloseTo(12865.0788260958, 6);
      expect(richnessAtSize(moby, 1000)).toBeCloseTo(530.1715416051957, 11);
    });

    test('have the entropies of the packages in R', () => {
      expect(plugInEntropy(moby)).toBeCloseTo(6.95381147824, 11);
      expect((plugInEntropy(moby) ?? 0) / Math.LN2).toBeCloseTo(10.0322293349, 10);
      expect(millerMadowEntropy(moby)).toBeCloseTo(6.99870323705, 11);
      expect(chaoShenEntropy(moby)).toBeCloseTo(7.09094232784, 11);
      // The last digit of R is off by one: by harmonic numbers without rounding it is 7.003142933853763
      expect(zhangEntropy(moby)).toBeCloseTo(7.00314293386, 10);
      expect(grassberger1988Entropy(moby)).toBeCloseTo(7.01896460461, 11);
    });

    test('have the concentration that zipfR prints', () => {
      expect(inverseSimpson(moby)).toBeCloseTo(105.757631724, 9);
      expect(hillNumbersAtSize(moby, 209_994)?.simpson).toBeCloseTo(105.704899765, 9);
      expect(simpsonConcentration(moby)).toBeCloseTo(0.00945558238873, 14);
      // What zipfR calls K is ten times that of Yule, whose factor is 10,000.
      expect((yuleK(moby) ?? 0) * 10).toBeCloseTo(945.553736086, 9);
    });
  },
);
