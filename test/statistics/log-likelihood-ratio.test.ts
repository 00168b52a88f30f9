import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeywordCounts } from '../../src/statistics/log-likelihood-ratio.ts';
import {
  logLikelihoodRatio,
  logLikelihoodRatioOfOccurrences,
  logRatio,
} from '../../src/statistics/log-likelihood-ratio.ts';

function counts(own: readonly [number, number], reference: readonly [number, number]): KeywordCounts {
  const [count, corpusSize] = own;
  const [referenceCount, referenceSize] = reference;
  return { count, corpusSize, referenceCount, referenceSize };
}

/** How often a word stands after `first` occurrences of another, and elsewhere, as counts of two corpora. */
function bigram(both: number, first: number, second: number, total: number): KeywordCounts {
  return counts([both, first], [second - both, total - first]);
}

describe('logLikelihoodRatio', () => {
  test('gives the answers computed for 7 of 10 and 2 of 9', () => {
    const seven = counts([7, 10], [2, 9]);
    expect(logLikelihoodRatio(seven)).toBeCloseTo(4.53493933226, 10);
    expect(logLikelihoodRatioOfOccurrences(seven)).toBeCloseTo(2.4401004307, 10);
  });

  test('gives the answers of Dunning for bigrams, as NLTK has them', () => {
    expect(logLikelihoodRatio(bigram(110, 2552, 221, 31_777))).toBeCloseTo(270.72, 2);
    expect(logLikelihoodRatio(bigram(8, 13, 32, 31_777))).toBeCloseTo(95.29, 2);
  });

  test('is 0 for equal relative frequencies', () => {
    expect(logLikelihoodRatio(counts([5, 100], [50, 1000]))).toBeCloseTo(0, 12);
    expect(logLikelihoodRatioOfOccurrences(counts([0, 100], [0, 1000]))).toBe(0);
  });

  test('does not care which corpus is the reference, and is not below the two-cell value', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), (a, restA, b, restB) => {
        const value = logLikelihoodRatio(counts([a, a + restA], [b, b + restB]));
        if (value === null) {
          expect(Math.min(a + restA, b + restB)).toBe(0);
          return;
        }
        expect(logLikelihoodRatio(counts([b, b + restB], [a, a + restA]))).toBeCloseTo(value, 9);
        const occurrences = logLikelihoodRatioOfOccurrences(counts([a, a + restA], [b, b + restB]));
        expect(value).toBeGreaterThanOrEqual((occurrences ?? Number.NaN) - 1e-9);
      }),
    );
  });
});

describe('logRatio', () => {
  test('counts doublings', () => {
    expect(logRatio(counts([8, 100], [2, 100]))).toBeCloseTo(2, 14);
    expect(logRatio(counts([1, 100], [20, 1000]))).toBeCloseTo(-1, 14);
  });

  test('takes half an occurrence for none', () => {
    expect(logRatio(counts([4, 100], [0, 100]))).toBeCloseTo(3, 14);
    expect(logRatio(counts([0, 100], [4, 100]))).toBeCloseTo(-3, 14);
    expect(logRatio(counts([0, 100], [0, 100]))).toBeNull();
  });
});

describe.each([
  ['logLikelihoodRatio', logLikelihoodRatio],
  ['logLikelihoodRatioOfOccurrences', logLikelihoodRatioOfOccurrences],
  ['logRatio', logRatio],
] as const)('%s', (_, ratio) => {
  test('is absent for an empty corpus', () => {
    expect(ratio(counts([0, 0], [1, 10]))).toBeNull();
    expect(ratio(counts([1, 10], [0, 0]))).toBeNull();
  });

  test.each([
    ['a negative count', counts([-1, 10], [1, 10])],
    ['more occurrences than words', counts([1, 10], [11, 10])],
    ['what is not a number', counts([Number.NaN, 10], [1, 10])],
    ['an infinite corpus', counts([1, Number.POSITIVE_INFINITY], [1, 10])],
  ])('refuses %s', (__, broken) => {
    expect(() => ratio(broken)).toThrow(RangeError);
  });
});
