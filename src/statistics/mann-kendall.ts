import { normalBeyond } from './normal-distribution.ts';

/** Up to here the distribution of S is counted out where no values are tied. */
const EXACT_UNTIL = 30;

export interface TrendTest {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Its variance where there is no trend. */
  readonly variance: number;
  /** The two-sided chance of an S so far from 0. */
  readonly pValue: number;
}

/**
 * The Mann–Kendall test for a monotone trend in a series of any distribution. Exact without ties up to 30 values;
 * otherwise normal with a correction for continuity, the variance corrected for ties: (n (n - 1)(2n + 5) - Σ t (t - 1)
 * (2t + 5)) / 18. Null below three values.
 *
 * Mann 1945, "Nonparametric tests against trend"; Kendall 1975, "Rank correlation methods", ch. 4 and 5.
 */
export function mannKendall(values: readonly number[]): TrendTest | null {
  const size = values.length;
  if (size < 3) return null;
  let s = 0;
  for (const [place, value] of values.entries())
    for (let later = place + 1; later < size; later++) s += Math.sign((values[later] as number) - value);
  const ties = tiesOf(values);
  const variance = kendallVariance(size, ties);
  if (ties.length === 0 && size <= EXACT_UNTIL)
    return { s, variance, pValue: exactChance(size, Math.abs(s)) };
  const z = variance > 0 ? Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance) : 0;
  return { s, variance, pValue: Math.min(1, 2 * normalBeyond(z)) };
}

/** The variance of S of `size` values without a trend, of which so many at a time are equal. */
export function kendallVariance(size: number, ties: readonly number[]): number {
  return (spreadPart(size) - ties.reduce((sum, count) => sum + spreadPart(count), 0)) / 18;
}

function spreadPart(count: number): number {
  return count * (count - 1) * (2 * count + 5);
}

/** How many values are equal, for each value that occurs more than once. */
export function tiesOf(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

/** The chance of |S| at least so great, from the orders with each number of inversions: the product of (1 + … + x^i). */
function exactChance(size: number, distance: number): number {
  let chances: readonly number[] = [1];
  for (let placed = 2; placed <= size; placed++) {
    const next = Array.from({ length: chances.length + placed - 1 }, () => 0);
    for (const [inversions, chance] of chances.entries())
      for (let more = 0; more < placed; more++)
        next[inversions + more] = (next[inversions + more] ?? 0) + chance / placed;
    chances = next;
  }
  const pairs = chances.length - 1;
  const beyond = chances.reduce(
    (sum, chance, inversions) => (Math.abs(pairs - 2 * inversions) >= distance ? sum + chance : sum),
    0,
  );
  return Math.min(1, beyond);
}
