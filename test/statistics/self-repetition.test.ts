import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selfRepetition } from '../../src/statistics/self-repetition.ts';
import { THREE_SENTENCES } from './known-texts.ts';

/** The distinct n-grams of each text, numbered, and in how many texts each is. */
function numberedNgrams(texts: readonly string[], n: number): [Uint32Array[], Uint32Array] {
  const numbers = new Map<string, number>();
  const documents = texts.map((text) => {
    const words = text.split(' ');
    const ngrams = new Set(words.slice(n - 1).map((_, start) => words.slice(start, start + n).join(' ')));
    return Uint32Array.from(ngrams, (ngram) => {
      const number = numbers.get(ngram) ?? numbers.size;
      numbers.set(ngram, number);
      return number;
    });
  });
  const frequencies = new Uint32Array(numbers.size);
  for (const number of documents.flatMap((ngrams) => [...ngrams])) {
    frequencies[number] = (frequencies[number] ?? 0) + 1;
  }
  return [documents, frequencies];
}

describe('selfRepetition', () => {
  test.each([
    [2, 2.2472335648840183],
    [3, 1.752498457342594],
    [4, 1.1945063128187032],
    [5, 1.0729586082894003],
  ])('is that of cshaib/diversity for n = %i', (n, expected) => {
    expect(selfRepetition(...numberedNgrams(THREE_SENTENCES, n))).toBeCloseTo(expected, 14);
  });

  test('is 0 where documents share nothing, short ones included', () => {
    expect(selfRepetition(...numberedNgrams(['a b c d', 'constructor __proto__ e f', 'g'], 4))).toBe(0);
  });

  test('is the logarithm of the n-grams more, and one, for two equal documents', () => {
    expect(selfRepetition(...numberedNgrams(['a b c d e', 'a b c d e'], 4))).toBeCloseTo(Math.log(3), 14);
  });

  test('is absent without documents, and refuses an n-gram in no document', () => {
    expect(selfRepetition([], new Uint32Array())).toBeNull();
    expect(() => selfRepetition([Uint32Array.of(1)], Uint32Array.of(1))).toThrow(RangeError);
  });

  test('does not depend on the order of documents, and never falls when one is there twice', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '__proto__'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (documents) => {
        const texts = documents.map((words) => words.join(' '));
        const value = selfRepetition(...numberedNgrams(texts, 2)) ?? Number.NaN;
        expect(selfRepetition(...numberedNgrams(texts.toReversed(), 2))).toBeCloseTo(value, 12);
        expect(selfRepetition(...numberedNgrams([...texts, ...texts], 2))).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});
