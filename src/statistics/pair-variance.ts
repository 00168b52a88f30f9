/** What is left of a statistic without each two groups. */
export interface PairDeletions {
  readonly value: number;
  /** Without each group, of those that were left out at all. */
  readonly leaveOneOut: readonly number[];
  /** Without the groups at two places of `leaveOneOut`. Null where nothing is left to take it from. */
  leaveTwoOut(first: number, second: number): number | null;
}

/**
 * The part of a delete-a-group jackknife's variance that the jackknife counts twice: what pairs of groups have in
 * common beyond what each of the two has of its own. With Q = G θ - (G - 1)(θ₍g₎ + θ₍h₎) + (G - 2) θ₍gh₎ for each two
 * of G groups it is Σ (Q - mean Q)² / (G (G - 1)), in squares of the statistic's unit, from 0 on (Efron and Stein 1981,
 * Annals of Statistics 9). It is 0, but for rounding, for a mean; of a chance that two documents agree it
 * is half of the variance where agreements are so rare that no document has two.
 * Null below three groups, and where the statistic is not known without some two.
 */
export function pairVariance(deletions: PairDeletions): number | null {
  const { value, leaveOneOut } = deletions;
  const count = leaveOneOut.length;
  if (count < 3) return null;
  const differences: number[] = [];
  for (const [first, withoutFirst] of leaveOneOut.entries())
    for (let second = first + 1; second < count; second++) {
      const withoutBoth = deletions.leaveTwoOut(first, second);
      if (withoutBoth === null) return null;
      const withoutOne = withoutFirst + (leaveOneOut[second] ?? 0);
      differences.push(count * value - (count - 1) * withoutOne + (count - 2) * withoutBoth);
    }
  const mean = differences.reduce((sum, own) => sum + own, 0) / differences.length;
  return differences.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (count * (count - 1));
}
