import { ascendingRanks } from './p-values.ts';

/**
 * P-values adjusted so that rejecting all hypotheses at or below a level keeps the false discovery rate, the expected
 * share of wrong ones among the rejected, at that level: for the i-th smallest of m, the least of m p(j) / j over
 * all j from i on, at most 1. In the order of `pValues`. Valid for independent and for positively dependent tests.
 * Throws a RangeError for what is not a probability.
 *
 * Benjamini and Hochberg 1995, "Controlling the false discovery rate".
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1);
  let least = 1;
  for (const { index, pValue, rank } of ascendingRanks(pValues).toReversed()) {
    least = Math.min(least, (pValue * pValues.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
