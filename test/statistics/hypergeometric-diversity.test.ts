import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hypergeometricDiversity } from '../../src/statistics/hypergeometric-diversity.ts';
import { typeCounts } from '../../src/statistics/type-numbers.ts';
import { LEXICAL_DIVERSITY_EXAMPLE, LEXICAL_RICHNESS_EXAMPLE, TEN_WORDS, typesOf } from './known-texts.ts';

describe('hypergeometricDiversity', () => {
  test('gives the answers of LexicalRichness and lexical_diversity', () => {
    expect(hypergeometricDiversity(typeCounts(typesOf(TEN_WORDS)), 5)).toBeCloseTo(0.8833333333333332, 14);
    expect(hypergeometricDiversity(typeCounts(LEXICAL_RICHNESS_EXAMPLE))).toBeCloseTo(0.74687033239665, 13);
    expect(hypergeometricDiversity(typeCounts(LEXICAL_RICHNESS_EXAMPLE), 20)).toBeCloseTo(
      0.8661616161616166,
      14,
    );
    expect(hypergeometricDiversity(typeCounts(LEXICAL_DIVERSITY_EXAMPLE))).toBeCloseTo(0.7617859621477, 13);
  });

  test('is absent for fewer words than are drawn', () => {
    expect(hypergeometricDiversity([41])).toBeNull();
    expect(hypergeometricDiversity([42])).toBeCloseTo(1 / 42, 14);
    expect(hypergeometricDiversity([])).toBeNull();
  });

  test.each([0, 2.5, Number.NaN])('refuses %d draws', (draws) => {
    expect(() => hypergeometricDiversity([50], draws)).toThrow(RangeError);
  });

  test('is exact for counts in the millions', () => {
    // Two draws meet the same of two equally common types in 499,999 of 999,999 cases.
    const expected = (1 + 500_000 / 999_999) / 2;
    expect(hypergeometricDiversity([500_000, 500_000], 2)).toBeCloseTo(expected, 13);
  });

  test('lies between 1 / draws and 1, and drawing all gives types divided by words', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }), (counts) => {
        const words = counts.reduce((sum, count) => sum + count, 0);
        fc.pre(words > 0);
        const all = hypergeometricDiversity(counts, words) ?? Number.NaN;
        expect(all).toBeCloseTo(counts.filter((count) => count > 0).length / words, 12);
        expect(hypergeometricDiversity(counts, 1)).toBeCloseTo(1, 12);
      }),
    );
  });
});
