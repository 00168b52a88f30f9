import { describe, expect, test } from 'vitest';
import type { Level } from '../../src/audits/level.ts';
import type { Judged, JudgedCorpus } from './verdict-steadiness.ts';
import { pooled, steadinessOf } from './verdict-steadiness.ts';

const MARKS = [46, 51];

function judged(value: number, half: number, level: Level = 'heteroglossic', documents = 200): Judged {
  return {
    documents,
    level,
    index: { value, unit: 'points', documents, interval: [value - half, value + half] },
  };
}

function corpus(change: Partial<JudgedCorpus>): JudgedCorpus {
  return { name: 'one', whole: judged(20, 2), halves: [], quarters: [], cut: [], ...change };
}

describe('steadinessOf', () => {
  test('compares the difference of halves with its own interval', () => {
    // The half width of the difference of two intervals of 3 and 4 is 5.
    const near = [judged(20, 3), judged(25, 4)] as const;
    const far = [judged(20, 3), judged(25.1, 4)] as const;
    expect(steadinessOf(corpus({ halves: [near, far] }), MARKS)).toMatchObject({ pairs: 2, alike: 1 });
  });

  test('counts steps between levels, and apart those of corpora that are clear of both marks', () => {
    const one = [judged(40, 3, 'heteroglossic'), judged(60, 3, 'monologic')] as const;
    const two = [judged(47, 3, 'heteroglossic'), judged(50, 3, 'narrowing')] as const;
    const whole = judged(39.9, 2);
    const found = steadinessOf(corpus({ whole, halves: [one, two] }), MARKS);
    expect(found).toMatchObject({ twoSteps: 1, sameLevel: 0, clear: 2, clearAlike: 0 });
    const close = steadinessOf(corpus({ whole: judged(40, 2), halves: [one, two] }), MARKS);
    expect(close.clear).toBe(0);
  });

  test('looks for the whole in first halves and quarters, and how far off large ones are', () => {
    const found = steadinessOf(
      corpus({
        halves: [[judged(22, 2), judged(90, 1)]],
        quarters: [judged(30, 1, 'heteroglossic', 149), judged(17, 1, 'heteroglossic', 150)],
      }),
      MARKS,
    );
    expect(found).toMatchObject({ parts: 3, holding: 1, farthest: 3 });
  });

  test('does without an interval and without parts', () => {
    const bare: Judged = { ...judged(20, 0), index: { value: 20, unit: 'points', documents: 200 } };
    expect(steadinessOf(corpus({ quarters: [bare] }), MARKS).holding).toBe(0);
    expect(steadinessOf(corpus({}), MARKS)).toMatchObject({ pairs: 0, parts: 0, farthest: null });
  });
});

describe('pooled', () => {
  test('adds counts and keeps the farthest', () => {
    const some = steadinessOf(corpus({ quarters: [judged(23, 4)] }), MARKS);
    const more = steadinessOf(corpus({ quarters: [judged(27, 4)] }), MARKS);
    expect(pooled([some, more])).toMatchObject({ parts: 2, holding: 1, farthest: 7 });
    expect(pooled([]).farthest).toBeNull();
  });
});
