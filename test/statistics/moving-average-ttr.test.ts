import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movingAverageTtr } from '../../src/statistics/moving-average-ttr.ts';
import { LEXICAL_DIVERSITY_EXAMPLE, LEXICAL_RICHNESS_EXAMPLE, TEN_WORDS, typesOf } from './known-texts.ts';

describe('movingAverageTtr', () => {
  test('gives the answers of LexicalRichness', () => {
    expect(movingAverageTtr(typesOf(TEN_WORDS), 5)).toBeCloseTo(0.9, 14);
    expect(movingAverageTtr(typesOf(TEN_WORDS), 1)).toBe(1);
    expect(movingAverageTtr(LEXICAL_RICHNESS_EXAMPLE, 25)).toBeCloseTo(0.8351515151515151, 14);
    expect(movingAverageTtr(LEXICAL_DIVERSITY_EXAMPLE, 50)).toBeCloseTo(0.7412213740458016, 14);
  });

  test.each([
    [2, 5 / 6],
    [3, 2 / 3],
    [4, 1 / 2],
  ])('gives the answer of quanteda for a window of %i', (window, expected) => {
    expect(movingAverageTtr(typesOf('one one two one one two one'), window)).toBeCloseTo(expected, 14);
  });

  test('is absent for a text shorter than the window', () => {
    expect(movingAverageTtr(typesOf('a b c'), 4)).toBeNull();
    expect(movingAverageTtr(new Uint32Array(), 1)).toBeNull();
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses a window of %d', (window) => {
    expect(() => movingAverageTtr(typesOf('a b'), window)).toThrow(RangeError);
  });

  test('is the mean over all windows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (numbers, window) => {
          fc.pre(numbers.length >= window);
          const windows = Array.from({ length: numbers.length - window + 1 }, (_, start) =>
            numbers.slice(start, start + window),
          );
          const sum = windows.reduce((total, words) => total + new Set(words).size / window, 0);
          expect(movingAverageTtr(Uint32Array.from(numbers), window)).toBeCloseTo(sum / windows.length, 12);
        },
      ),
    );
  });
});
