import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedReplicates } from '../../src/compare/paired-replicates.ts';
import type { Replicated } from '../../src/measures/measure.ts';
import { jackknifeError } from '../../src/statistics/jackknife.ts';

/** The mean of one number a group, with the means without each. */
function meanOf(numbers: readonly number[]): Replicated {
  const sum = numbers.reduce((total, own) => total + own, 0);
  return {
    value: sum / numbers.length,
    leaveOneOut: numbers.map((own) => (sum - own) / (numbers.length - 1)),
    documents: numbers.length,
  };
}

const difference = (before: number, after: number): number => after - before;

describe('pairedReplicates', () => {
  it('has the error of the paired differences', () => {
    const replicates = pairedReplicates(
      { baseline: meanOf([1, 4, 2, 9]), candidate: meanOf([2, 5, 2, 11]) },
      difference,
    );
    // Differences 1, 1, 0, 2: mean 1, standard error √(2 / 3 / 4).
    expect(replicates.value).toBe(1);
    expect(jackknifeError(replicates)).toBeCloseTo(Math.sqrt(2 / 3 / 4), 12);
  });

  it('is exactly 0, without error, for a version against itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 32 }),
        (numbers) => {
          const side = meanOf(numbers);
          const replicates = pairedReplicates({ baseline: side, candidate: side }, difference);
          expect(replicates.value).toBe(0);
          expect(jackknifeError(replicates)).toBe(0);
        },
      ),
    );
  });

  it('changes its sign with the sides', () => {
    const [a, b] = [meanOf([1, 4, 2, 9]), meanOf([3, 3, 7, 1])];
    const there = pairedReplicates({ baseline: a, candidate: b }, difference);
    const back = pairedReplicates({ baseline: b, candidate: a }, difference);
    expect(back.value).toBe(-there.value);
    expect(jackknifeError(back)).toBe(jackknifeError(there));
  });

  it('leaves a side as it is where it has nothing of a group, and skips groups that neither has', () => {
    const baseline: Replicated = { value: 1, leaveOneOut: [0.5, null, null], documents: 9 };
    const candidate: Replicated = { value: 4, leaveOneOut: [null, 6, null], documents: 9 };
    expect(pairedReplicates({ baseline, candidate }, difference).leaveOneOut).toEqual([3.5, 5, null]);
  });
});
