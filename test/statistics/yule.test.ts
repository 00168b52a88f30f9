import { describe, expect, test } from 'vitest';
import { spectrumOf } from '../../src/statistics/frequency-spectrum.ts';
import { maas } from '../../src/statistics/maas.ts';
import { typeCounts } from '../../src/statistics/type-numbers.ts';
import { yuleK } from '../../src/statistics/yule.ts';
import { FIFTY_SEVEN_WORDS, spectrumOfText, TEN_WORDS } from './known-samples.ts';
import { LEXICAL_DIVERSITY_EXAMPLE } from './known-texts.ts';

/** The first chapter of the Gospel of John in Miranda-García and Calle-Martín (2005). */
const JOHN = [
  [1, 212],
  [2, 51],
  [3, 26],
  [4, 13],
  [5, 6],
  [6, 6],
  [7, 3],
  [8, 4],
  [10, 1],
  [11, 1],
  [13, 3],
  [16, 1],
  [17, 1],
  [19, 1],
  [21, 1],
  [59, 1],
].map(([frequency = 0, types = 0]) => ({ frequency, types }));

const COLORADO = spectrumOf(typeCounts(LEXICAL_DIVERSITY_EXAMPLE));

describe('yuleK', () => {
  test.each([
    ['ten words', TEN_WORDS, 600, 10],
    ['57 words', FIFTY_SEVEN_WORDS, 153.8935056940597, 10],
    ['quanteda, one', spectrumOfText('a b c d d e e f f f'), 1000, 10],
    ['quanteda, two', spectrumOfText('a b c d d e e f f f g g g g'), 1122.449, 3],
    ['the example of lexical_diversity', COLORADO, 269.7530864197531, 10],
    ['the Gospel of John', JOHN, 112.766983904, 9],
  ] as const)('of %s', (_, spectrum, value, digits) => {
    expect(yuleK(spectrum)).toBeCloseTo(value, digits);
  });

  test('is 0 for types seen once, near 10,000 for one type, absent without tokens', () => {
    expect(yuleK(spectrumOf([1, 1]))).toBe(0);
    expect(yuleK(spectrumOf([1e9]))).toBeCloseTo(1e4 - 1e-5, 9);
    expect(yuleK([])).toBeNull();
  });
});

describe('maas', () => {
  test('is what LexicalRichness gives', () => {
    expect(maas(TEN_WORDS)).toBeCloseTo(0.04208748389057132, 15);
    expect(maas(FIFTY_SEVEN_WORDS)).toBeCloseTo(0.023215679867353005, 15);
    expect(maas(COLORADO)).toBeCloseTo(0.018262325136082707, 15);
    // With logarithms to the base 10, as lexical_diversity has it.
    expect((maas(COLORADO) ?? 0) * Math.LN10).toBeCloseTo(0.04205055762175453, 15);
  });

  test('is the square of what quanteda gives, over the natural logarithm of 10', () => {
    const ofQuanteda = Math.sqrt((Math.log10(8) - Math.log10(2)) / Math.log10(8) ** 2);
    expect(maas(spectrumOfText('b a b a b a b a'))).toBeCloseTo(ofQuanteda ** 2 / Math.LN10, 15);
    expect((maas(FIFTY_SEVEN_WORDS) ?? 0) * Math.LN10).toBeCloseTo(0.05345607838628903, 15);
  });

  test('is 0 for types seen once and absent below two tokens', () => {
    expect(maas(spectrumOf([1, 1]))).toBe(0);
    expect(maas(spectrumOf([1]))).toBeNull();
    expect(maas([])).toBeNull();
  });
});
