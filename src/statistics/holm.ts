import { ascendingRanks } from './p-values.ts';

/**
 * P-values adjusted so that rejecting all hypotheses at or below a level keeps the family-wise error rate, the chance
 * of a single wrong rejection, at that level: for the i-th smallest of m, the greatest of (m - j + 1) p(j) over all
 * j up to i, at most 1. In the order of `pValues`. Valid for tests of any dependence.
 * Throws a RangeError for what is not a probability.
 *
 * Holm 1979, "A simple sequentially rejective multiple test procedure".
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1);
  let greatest = 0;
  for (const { index, pValue, rank } of ascendingRanks(pValues)) {
    greatest = Math.min(1, Math.max(greatest, pValue * (pValues.length - rank + 1)));
    adjusted[index] = greatest;
  }
  return adjusted;
}
