import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textualLexicalDiversity } from '../../src/statistics/textual-lexical-diversity.ts';
import { LEXICAL_DIVERSITY_EXAMPLE, LEXICAL_RICHNESS_EXAMPLE, TEN_WORDS, typesOf } from './known-texts.ts';

describe('textualLexicalDiversity', () => {
  test('gives the answers of LexicalRichness', () => {
    expect(textualLexicalDiversity(typesOf(TEN_WORDS))).toBeCloseTo(14, 12);
    expect(textualLexicalDiversity(LEXICAL_RICHNESS_EXAMPLE)).toBeCloseTo(46.79226361031519, 11);
  });

  test('gives the answer on which LexicalRichness and lexical_diversity agree', () => {
    expect(textualLexicalDiversity(LEXICAL_DIVERSITY_EXAMPLE)).toBeCloseTo(50.73667711598746, 11);
  });

  test('closes a factor where the ratio equals the threshold', () => {
    // 18 types in 25 words are exactly 0.72: one factor of 25 words, forwards and backwards.
    const numbers = [...Array.from({ length: 18 }, (_, type) => type), 0, 1, 2, 3, 4, 5, 6];
    expect(textualLexicalDiversity(Uint32Array.from(numbers))).toBe(25);
  });

  test('is 2 where one word is said again and again', () => {
    expect(textualLexicalDiversity(new Uint32Array(20))).toBe(2);
  });

  test('is the number of words where none recurs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (length) => {
        expect(textualLexicalDiversity(Uint32Array.from({ length }, (_, type) => type))).toBe(length);
      }),
    );
  });

  test('is absent for a text without words', () => {
    expect(textualLexicalDiversity(new Uint32Array())).toBeNull();
  });

  test.each([0, 1, Number.NaN])('refuses the threshold %d', (threshold) => {
    expect(() => textualLexicalDiversity(typesOf('a b'), threshold)).toThrow(RangeError);
  });

  test('is the same backwards, finite and at least 1', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 200 }), (numbers) => {
        const types = Uint32Array.from(numbers);
        const value = textualLexicalDiversity(types) ?? Number.NaN;
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(1);
        expect(textualLexicalDiversity(types.toReversed())).toBe(value);
      }),
    );
  });
});
