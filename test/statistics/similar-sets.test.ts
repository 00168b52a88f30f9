import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEnd } from '../../src/profile/values.ts';
import type { HashedSet, PairThresholds, SimilarPairs } from '../../src/statistics/similar-sets.ts';
import { jaccard, resemblance, similarSets } from '../../src/statistics/similar-sets.ts';

const HALF: PairThresholds = { similarity: 0.5, containment: 0.8, fewestContained: 4 };

function setOf(elements: Iterable<number>, complete = true): HashedSet {
  return { hashes: Uint32Array.from(new Set(elements)).toSorted(), complete };
}

function pairsOf(sets: readonly HashedSet[], thresholds = HALF, budget?: number): SimilarPairs {
  return toEnd(similarSets(sets, thresholds, budget));
}

function listed({ first, second, similarity, containment }: SimilarPairs): readonly (readonly number[])[] {
  return first.map((a, index) => [a, second[index] ?? -1, similarity[index] ?? -1, containment[index] ?? -1]);
}

describe('sets that are alike', () => {
  it('are found with their similarity', () => {
    const sets = [setOf([1, 2, 3, 4]), setOf([9, 10, 11]), setOf([2, 3, 4, 5]), setOf([])];
    expect(listed(pairsOf(sets))).toEqual([[0, 2, 3 / 5, 3 / 4]]);
  });

  it('are found where one holds the other', () => {
    const sets = [setOf([1, 2, 3, 4]), setOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), setOf([1])];
    expect(listed(pairsOf(sets))).toEqual([[0, 1, 0.4, 1]]);
  });

  it('are compared as far as both are known', () => {
    const found = resemblance(setOf([1, 2, 3, 4], false), setOf([2, 3, 4, 5, 6, 7]));
    expect(found).toEqual({ shared: 3, first: 4, second: 3 });
    expect(jaccard(found)).toBe(3 / 4);
  });

  it('are those that comparing all with all finds', () => {
    const element = fc.integer({ min: 0, max: 30 }).map((number) => number * 100_000_007);
    const set = fc
      .tuple(fc.array(element, { maxLength: 12 }), fc.boolean())
      .map(([elements, complete]) => setOf(elements, complete));
    fc.assert(
      fc.property(fc.array(set, { maxLength: 40 }), (sets) => {
        const expected = sets.flatMap((b, second) =>
          sets.slice(0, second).flatMap((a, first) => {
            const found = resemblance(a, b);
            const smaller = Math.min(found.first, found.second);
            const containment = smaller === 0 ? 0 : found.shared / smaller;
            const holds = smaller >= HALF.fewestContained && containment >= HALF.containment;
            return jaccard(found) >= HALF.similarity || holds
              ? [[first, second, jaccard(found), containment]]
              : [];
          }),
        );
        expect(listed(pairsOf(sets))).toEqual(expected);
      }),
    );
  });

  it('are all found where very many share their elements', () => {
    const same = Array.from({ length: 400 }, (_, index) => setOf([1, 2, 3, 1_000 + index]));
    const found = pairsOf(same);
    expect(found.first).toHaveLength((400 * 399) / 2);
    expect(found.complete).toBe(true);
  });

  it('are found as far as the budget goes, and it is told where some may be missing', () => {
    const same = Array.from({ length: 400 }, (_, index) => setOf([1, 2, 3, 1_000 + index]));
    const few = pairsOf(same, HALF, 0);
    const more = pairsOf(same, HALF, 3 * 128 * 400);
    expect(few.complete).toBe(false);
    expect(few.first).toHaveLength((64 * 63) / 2 + 64 * (400 - 64));
    expect(more.complete).toBe(false);
    expect(more.first).toHaveLength((128 * 127) / 2 + 128 * (400 - 128));
    expect(new Set([...few.first, ...few.second]).size).toBe(400);
  });

  it('are known to be all where what is common is too little to make two alike', () => {
    const shared = Array.from({ length: 20_000 }, (_, index) =>
      setOf([7, ...Array.from({ length: 4 }, (_unused, own) => 10 + 4 * index + own)]),
    );
    const found = pairsOf(shared);
    expect(found.first).toEqual([]);
    expect(found.complete).toBe(true);
  });

  it('are never said to be all where one is missing', () => {
    const element = fc.integer({ min: 0, max: 12 });
    const set = fc
      .tuple(fc.array(element, { maxLength: 10 }), fc.boolean())
      .map(([elements, complete]) => setOf(elements, complete));
    fc.assert(
      fc.property(fc.array(set, { minLength: 150, maxLength: 200, size: 'max' }), (sets) => {
        const found = pairsOf(sets, HALF, 0);
        if (found.complete) expect(found.first).toHaveLength(pairsOf(sets).first.length);
      }),
      { numRuns: 30 },
    );
  });

  it('are found in bounded work where all are the same', () => {
    const same = Array.from({ length: 20_000 }, () => setOf([1, 2, 3, 4, 5, 6]));
    const found = pairsOf(same);
    expect(found.complete).toBe(false);
    expect(found.first.length).toBeLessThan(2 ** 26 / 6);
    expect(new Set([...found.first, ...found.second]).size).toBe(20_000);
  });
});
