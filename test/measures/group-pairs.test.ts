import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pairs } from '../../src/measures/group-pairs.ts';
import { replicatedPairs } from '../../src/measures/incidence-pairs.ts';
import { ngramIncidence } from '../../src/measures/ngram-incidence.ts';
import { GROUPS } from '../../src/sketches/replicate-group.ts';
import { pairVariance } from '../../src/statistics/pair-variance.ts';

interface Document {
  readonly group: number;
  readonly words: readonly number[];
}

const document = fc.record({
  group: fc.integer({ min: 0, max: 4 }),
  words: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }),
});

/** The chance of agreement and its replicates, by the measure's code. */
function found(documents: readonly Document[]) {
  const groupSizes = Array.from({ length: GROUPS }, () => 0);
  for (const { group } of documents) groupSizes[group] = (groupSizes[group] ?? 0) + 1;
  const texts = documents.map(({ group, words }) => ({
    group,
    high: Uint32Array.from(words),
    low: new Uint32Array(words.length),
  }));
  return replicatedPairs(ngramIncidence(texts, 1, 150), groupSizes, chance);
}

function chance({ coincident, size, squares }: Pairs): number | null {
  return size ** 2 === squares ? null : coincident / (size ** 2 - squares);
}

/** The same from every pair of documents. */
function byHand(documents: readonly Document[]): number | null {
  const sets = documents.map(({ words }) => new Set(words));
  let coincident = 0;
  let possible = 0;
  for (const [place, own] of sets.entries())
    for (const other of sets.slice(place + 1)) {
      possible += own.size * other.size;
      coincident += [...own].filter((word) => other.has(word)).length;
    }
  return possible === 0 ? null : coincident / possible;
}

describe('replicatedPairs', () => {
  test('leaves out one group, and two, as if their documents were not there', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 14 }), (documents) => {
        const replicated = found(documents);
        const value = byHand(documents);
        if (replicated === null || value === null) {
          expect(replicated?.value ?? null).toBe(value);
          return;
        }
        expect(replicated.value).toBeCloseTo(value, 12);
        const without = (...groups: readonly number[]): number | null =>
          byHand(documents.filter(({ group }) => !groups.includes(group)));
        const present = [...new Set(documents.map(({ group }) => group))].toSorted((a, b) => a - b);
        for (const [group, left] of replicated.leaveOneOut.entries())
          expect(left ?? -1).toBeCloseTo((present.includes(group) ? without(group) : null) ?? -1, 12);
        const known = present.flatMap((group) => without(group) ?? []);
        const expected =
          known.length < present.length
            ? null
            : pairVariance({
                value,
                leaveOneOut: known,
                leaveTwoOut: (first, second) => without(present[first] ?? -1, present[second] ?? -1),
              });
        if (expected === null) expect(replicated.pairVariance).toBeUndefined();
        else expect(replicated.pairVariance).toBeCloseTo(expected, 10);
      }),
    );
  });
});
