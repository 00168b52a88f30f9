import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countNgrams,
  distinctShare,
  expectationAdjustedDistinct,
  ngramDiversityScore,
} from '../../src/statistics/distinct-ngrams.ts';
import { ngramClasses, ONCE } from '../../src/statistics/ngram-classes.ts';
import { repeatedNgrams } from '../../src/statistics/repeated-ngrams.ts';
import {
  LEXICAL_DIVERSITY_EXAMPLE,
  LEXICAL_RICHNESS_EXAMPLE,
  TEN_WORDS,
  THREE_SENTENCES,
  typesOf,
} from './known-texts.ts';

const sequence = fc.array(fc.nat(4), { maxLength: 40 });

function ngramsOf(numbers: readonly number[], n: number): string[] {
  return numbers.slice(n - 1).map((_, start) => numbers.slice(start, start + n).join(' '));
}

describe('ngramClasses', () => {
  test('numbers what recurs in the order of first occurrence', () => {
    const [words, pairs, triples] = [...ngramClasses(typesOf('x a b y a b a b'), 3)];
    expect([...(words?.classes ?? [])]).toEqual([ONCE, 0, 1, ONCE, 0, 1, 0, 1]);
    expect([...(words?.counts ?? [])]).toEqual([3, 3]);
    expect([...(pairs?.classes ?? [])]).toEqual([ONCE, 0, ONCE, ONCE, 0, ONCE, 0]);
    expect([...(pairs?.counts ?? [])]).toEqual([3]);
    expect(pairs?.distinct).toBe(5);
    expect([...(triples?.classes ?? [])]).toEqual([ONCE, ONCE, ONCE, ONCE, ONCE, ONCE]);
  });

  test('gives n-grams the same class exactly if they are equal', () => {
    fc.assert(
      fc.property(sequence, (numbers) => {
        for (const { n, classes, counts, distinct } of ngramClasses(Uint32Array.from(numbers), 5)) {
          const ngrams = ngramsOf(numbers, n);
          expect(classes.length).toBe(ngrams.length);
          expect(distinct).toBe(new Set(ngrams).size);
          ngrams.forEach((ngram, index) => {
            const count = ngrams.filter((other) => other === ngram).length;
            const number = classes[index] ?? Number.NaN;
            expect(number === ONCE ? 1 : counts[number]).toBe(count);
            expect(ngrams[classes.indexOf(number)] === ngram || number === ONCE).toBe(true);
          });
        }
      }),
    );
  });

  test('keeps large type numbers apart', () => {
    const types = Uint32Array.from([2 ** 32 - 1, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32 - 2, 0]);
    expect([...ngramClasses(types, 2)].map(({ distinct }) => distinct)).toEqual([3, 3]);
  });

  test.each([0, 1.5])('refuses n = %d', (n) => {
    expect(() => [...ngramClasses(typesOf('a'), n)]).toThrow(RangeError);
  });
});

describe('distinctShare', () => {
  test.each([
    [typesOf(TEN_WORDS), 0.8],
    [LEXICAL_RICHNESS_EXAMPLE, 0.6842105263157895],
    [LEXICAL_DIVERSITY_EXAMPLE, 0.6111111111],
  ])(
    'of single words is the type-token ratio of LexicalRichness and lexical_diversity (%#)',
    (types, value) => {
      const [words = { n: 1, distinct: 0, total: 0 }] = countNgrams(types, 1);
      expect(distinctShare(words)).toBeCloseTo(value, 10);
    },
  );
});

describe('ngramDiversityScore', () => {
  test.each([
    [1, 0.5],
    [2, 1.155],
    [3, 1.905],
    [4, 2.72],
    [5, 3.566],
  ])('is that of cshaib/diversity for n up to %i', (longest, expected) => {
    const counts = countNgrams(typesOf(THREE_SENTENCES.join(' ')), longest);
    expect(ngramDiversityScore(counts)).toBeCloseTo(expected, 3);
  });

  test('is absent where n-grams are missing', () => {
    expect(ngramDiversityScore(countNgrams(typesOf('a b c'), 4))).toBeNull();
    expect(ngramDiversityScore(countNgrams(typesOf('a b c d'), 4))).toBe(4);
    expect(ngramDiversityScore([])).toBeNull();
  });
});

describe('distinctShare of words', () => {
  test('is distinct by total, and absent without n-grams', () => {
    expect(countNgrams(typesOf('a b a b a'), 2)).toEqual([
      { distinct: 2, total: 5 },
      { distinct: 2, total: 4 },
    ]);
    expect(distinctShare({ distinct: 2, total: 4 })).toBe(0.5);
    expect(distinctShare({ distinct: 0, total: 0 })).toBeNull();
  });
});

describe('expectationAdjustedDistinct', () => {
  test('gives the worked example of the authors', () => {
    expect(expectationAdjustedDistinct({ distinct: 3000, total: 10_000 }, 50_000)).toBeCloseTo(
      0.3309963439374851,
      12,
    );
  });

  test('is 1 for a single n-gram, whatever the vocabulary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), (vocabulary) => {
        expect(expectationAdjustedDistinct({ distinct: 1, total: 1 }, vocabulary)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('is absent without n-grams, and refuses a vocabulary of nothing', () => {
    expect(expectationAdjustedDistinct({ distinct: 0, total: 0 }, 10)).toBeNull();
    expect(() => expectationAdjustedDistinct({ distinct: 1, total: 1 }, 0)).toThrow(RangeError);
  });
});

describe('repeatedNgrams', () => {
  test('is the share of n-grams that stood there before', () => {
    // Of the pairs ab bc ca ab bc, two are repeated.
    expect(repeatedNgrams(typesOf('a b c a b c'), 2)).toBeCloseTo(2 / 5, 14);
    expect(repeatedNgrams(typesOf('a b c d'), 4)).toBe(0);
    expect(repeatedNgrams(new Uint32Array(13), 4)).toBeCloseTo(0.9, 14);
    expect(repeatedNgrams(typesOf('a b c'), 4)).toBeNull();
  });

  test('is what distinct-n leaves', () => {
    fc.assert(
      fc.property(sequence, fc.integer({ min: 1, max: 5 }), (numbers, n) => {
        const ngrams = ngramsOf(numbers, n);
        const value = repeatedNgrams(Uint32Array.from(numbers), n);
        if (ngrams.length === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo(1 - new Set(ngrams).size / ngrams.length, 12);
      }),
    );
  });
});
