import type { Replicated } from '../measures/measure.ts';
import type { Replicates } from '../statistics/jackknife.ts';

/** A statistic of each side of a comparison. */
export interface Sides<T> {
  readonly baseline: T;
  readonly candidate: T;
}

/**
 * A function of the statistics of both sides as one statistic, with the same replicate group left out of both. A text
 * is in the same group wherever it occurs, so that texts that both sides have go together and cancel; for sides that
 * share no text the variance is the sum of both. A group without documents on one side leaves that side as it is; one
 * without documents on both counts for nothing. Errors of sampling types, where both are samples, pair by block, for a
 * type is in the same block on both sides.
 */
export function pairedReplicates(
  { baseline, candidate }: Sides<Replicated>,
  statistic: (baseline: number, candidate: number) => number,
): Replicates {
  const paired = (
    left: readonly (number | null)[],
    right: readonly (number | null)[],
  ): readonly (number | null)[] =>
    Array.from({ length: Math.max(left.length, right.length) }, (_, group) => {
      const [own, other] = [left[group] ?? null, right[group] ?? null];
      if (own === null && other === null) return null;
      return statistic(own ?? centreOf(baseline), other ?? centreOf(candidate));
    });
  const value = statistic(baseline.value, candidate.value);
  const leaveOneOut = paired(baseline.leaveOneOut, candidate.leaveOneOut);
  const estimate = statistic(centreOf(baseline), centreOf(candidate));
  const types = paired(baseline.leaveTypesOut ?? [], candidate.leaveTypesOut ?? []);
  return types.length === 0
    ? { value, leaveOneOut, estimate }
    : { value, leaveOneOut, estimate, leaveTypesOut: types };
}

function centreOf({ value, estimate }: Replicated): number {
  return estimate ?? value;
}
