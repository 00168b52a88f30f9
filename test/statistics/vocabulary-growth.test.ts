import { describe, expect, test } from 'vitest';
import { totalTokens } from '../../src/statistics/frequency-spectrum.ts';
import { richnessAtSize } from '../../src/statistics/rarefaction.ts';
import { growthSizes, rarefiedTypes } from '../../src/statistics/vocabulary-growth.ts';
import { BARRO_COLORADO } from './known-samples.ts';

describe('growthSizes', () => {
  test('are log-spaced and end at the tokens', () => {
    expect(growthSizes(999)).toEqual([]);
    expect(growthSizes(1000)).toEqual([1000]);
    expect(growthSizes(50_000)).toEqual([1000, 3162, 10_000, 31_623]);
    expect(growthSizes(2 ** 53)).toHaveLength(26);
  });
});

describe('rarefiedTypes', () => {
  test('are those of vegan', () => {
    const tokens = totalTokens(BARRO_COLORADO);
    const corpus = { spectrum: BARRO_COLORADO, tokens };
    expect(rarefiedTypes(corpus, 20)).toBeCloseTo(16.36147442, 7);
    expect(rarefiedTypes(corpus, 100)).toBeCloseTo(48.253517332, 8);
    expect(rarefiedTypes(corpus, 340)).toBeCloseTo(84.339918593, 8);
    expect(rarefiedTypes(corpus, 200)).toBe(richnessAtSize(BARRO_COLORADO, 200));
    expect(rarefiedTypes(corpus, tokens)).toBe(93);
    expect(rarefiedTypes(corpus, tokens + 1)).toBeNull();
  });
});
