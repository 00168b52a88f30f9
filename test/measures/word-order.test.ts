import { describe, expect, test } from 'vitest';
import { valuesOfTexts } from '../support/profiles.ts';

describe('word-order', () => {
  test('counts pairs that are turned round in other documents', () => {
    // Pairs: ab, bc | ab, bd | ba, ae. Two texts have ab; each time one other has ba.
    const value = valuesOfTexts(['a b c', 'a b d', 'b a e'])['word-order'];
    expect(value.texts).toBe(3);
    expect(value.coincidences).toBe(2);
    // Σ df(ab) df(ba) = 2 × 1, and the same for ba.
    expect(value.mirrored).toBeCloseTo((2 * 1 + 1 * 2) / 2, 12);
    // Agreement of neighbours 2 / (36 - 12), of the next but one none.
    expect(value.reach).toBe(0);
    // a and b are in three texts: 2 × 3 × 2 of (81 - 27).
    expect(value.samePerMillion).toBeCloseTo((1e6 * 12) / 54, 6);
  });

  test('is without figures where nothing comes back', () => {
    const value = valuesOfTexts(['constructor __proto__ tree', 'river stone cloud'])['word-order'];
    expect(value).toEqual({
      texts: 2,
      coincidences: 0,
      mirrored: null,
      reach: null,
      samePerMillion: 0,
      unorderedShare: null,
    });
    expect(valuesOfTexts([])['word-order'].samePerMillion).toBeNull();
  });

  test('does not count a word twice in a row, which has no order', () => {
    expect(valuesOfTexts(['ha ha x', 'ha ha y'])['word-order'].coincidences).toBe(0);
  });
});
