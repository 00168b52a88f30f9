import { describe, expect, it } from 'vitest';
import { keyInGroup } from '../../src/measures/type-sample.ts';
import type { WordGroupsValue } from '../../src/measures/word-groups.ts';
import { wordGroups } from '../../src/measures/word-groups.ts';
import { addKeyCounts, createKeyTable, trimKeyTable } from '../../src/sketches/key-table.ts';
import { GROUPS } from '../../src/sketches/replicate-group.ts';
import { jackknifeInterval } from '../../src/statistics/jackknife.ts';
import type { Scale } from '../../src/statistics/scale.ts';

const TYPES = 3000;
const CAPACITY = 4096;

function generator(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Occurrences of each type in each group: Zipf's law, the same for all seeds. */
const COUNTS: readonly (readonly number[])[] = (() => {
  const next = generator(1);
  return Array.from({ length: TYPES }, (_, rank) => {
    const counts = Array<number>(GROUPS).fill(0);
    const occurrences = Math.ceil(4000 / (rank + 1) ** 1.05);
    for (let place = 0; place < occurrences; place++) {
      const group = next() % GROUPS;
      counts[group] = (counts[group] ?? 0) + 1;
    }
    return counts;
  });
})();

/** The value of a table of so many keys, where the types have hashes by chance. */
function snapshotOf(seed: number, capacity: number): WordGroupsValue {
  const next = generator(seed);
  const words = createKeyTable({ capacity, documentFrequency: false, texts: false });
  for (const counts of COUNTS) {
    const [high, low] = [next(), next()];
    for (const [group, count] of counts.entries())
      if (count > 0)
        addKeyCounts(words, { high, low: keyInGroup(low, group), count, frequency: 0, text: undefined });
  }
  trimKeyTable(words);
  const tokens = new Float64Array(GROUPS);
  for (const counts of COUNTS)
    for (const [group, count] of counts.entries()) tokens[group] = (tokens[group] ?? 0) + count;
  const documents = new Float64Array(GROUPS).fill(10);
  return wordGroups.snapshot({ tables: { words }, totals: { documents, tokens } });
}

const exact = snapshotOf(0, 2 ** 16);
const sampled = Array.from({ length: 40 }, (_, seed) => snapshotOf(seed + 1, CAPACITY));

describe('a sample of types', () => {
  it('is one, and counts no types by blocks where it is not', () => {
    expect(exact.exact).toBe(true);
    expect(exact.types).toBe(TYPES);
    expect(exact.hapaxShare).not.toHaveProperty('leaveTypesOut');
    expect(sampled.every((value) => !value.exact && value.types < TYPES)).toBe(true);
  });

  it.each<readonly [string, Scale, (value: WordGroupsValue) => WordGroupsValue['hapaxShare']]>([
    ['the share of hapaxes', 'logit', ({ hapaxShare }) => hapaxShare],
    ['the share of hapaxes of half the documents', 'logit', ({ half }) => half.hapaxShare],
    ['the coverage of half the documents', 'logit', ({ half }) => half.coverage],
    ['the least types of the source by half the documents', 'log', ({ half }) => half.chao1],
    ['the coverage', 'logit', ({ coverage }) => coverage],
    ['the richness of half the documents', 'log', ({ half }) => half.richness],
    ['the types among 1,000 tokens', 'log', ({ growth }) => growth[0]?.types ?? null],
    ['the types among 10,000 tokens', 'log', ({ growth }) => growth[2]?.types ?? null],
  ])('has intervals that cover %s of all types', (_, scale, statisticOf) => {
    const truth = statisticOf(exact)?.value ?? Number.NaN;
    let covered = 0;
    let covering = 0;
    for (const value of sampled) {
      const replicated = statisticOf(value);
      if (replicated?.leaveTypesOut === undefined) continue;
      const whole = jackknifeInterval(replicated, scale) ?? [0, 0];
      covered += Number(whole[0] <= truth && truth <= whole[1]);
      // The error of sampling types alone must be enough for it, since the documents are the same.
      const { value: centre, leaveTypesOut } = replicated;
      const types = jackknifeInterval({ value: centre, leaveOneOut: leaveTypesOut }, scale) ?? [0, 0];
      covering += Number(types[0] <= truth && truth <= types[1]);
    }
    expect(covered).toBeGreaterThanOrEqual(34);
    expect(covering).toBeGreaterThanOrEqual(34);
  });
});
