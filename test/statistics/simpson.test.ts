import { describe, expect, test } from 'vitest';
import { spectrumOf } from '../../src/statistics/frequency-spectrum.ts';
import { giniSimpson, inverseSimpson, simpsonConcentration } from '../../src/statistics/simpson.ts';
import { typeCounts } from '../../src/statistics/type-numbers.ts';
import { BIRDS_NORTH, BIRDS_SOUTH, FIFTY_SEVEN_WORDS, GIRDLED, LOGGED, TEN_WORDS } from './known-samples.ts';
import { LEXICAL_DIVERSITY_EXAMPLE } from './known-texts.ts';

describe('simpsonConcentration', () => {
  test('is what LexicalRichness and scikit-bio give', () => {
    expect(simpsonConcentration(TEN_WORDS)).toBeCloseTo(0.06666666666666667, 15);
    expect(simpsonConcentration(FIFTY_SEVEN_WORDS)).toBeCloseTo(0.015664160401002505, 15);
    expect(simpsonConcentration(spectrumOf([1, 0, 2, 5, 2]))).toBeCloseTo(0.8 / 3, 14);
    const colorado = spectrumOf(typeCounts(LEXICAL_DIVERSITY_EXAMPLE));
    expect(simpsonConcentration(colorado)).toBeCloseTo(0.0271260086902545, 15);
  });

  test('is 1 for one type, 0 for types seen once, absent below two tokens', () => {
    expect(simpsonConcentration(spectrumOf([2 ** 40]))).toBe(1);
    expect(simpsonConcentration(spectrumOf([1, 1, 1]))).toBe(0);
    expect(simpsonConcentration(spectrumOf([1]))).toBeNull();
    expect(simpsonConcentration([])).toBeNull();
  });
});

describe('giniSimpson', () => {
  test('is what vegan and iNEXT print', () => {
    expect(giniSimpson(GIRDLED)).toBeCloseTo(0.877673225, 9);
    expect(giniSimpson(GIRDLED)).toBeCloseTo(0.878, 3);
    expect(giniSimpson(LOGGED)).toBeCloseTo(0.855, 3);
    expect(giniSimpson(BIRDS_NORTH)).toBeCloseTo(0.92, 3);
    expect(giniSimpson(BIRDS_SOUTH)).toBeCloseTo(0.952, 3);
    expect(giniSimpson([])).toBeNull();
  });
});

describe('inverseSimpson', () => {
  test('is that of the tests of scikit-bio', () => {
    expect(inverseSimpson(spectrumOf([1, 0, 2, 5, 2]))).toBeCloseTo(3.75, 13);
  });

  test('is absent where no type was seen twice', () => {
    expect(inverseSimpson(spectrumOf([1, 1, 1]))).toBeNull();
    expect(inverseSimpson([])).toBeNull();
  });
});
