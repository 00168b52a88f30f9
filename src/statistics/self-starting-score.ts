import { normalExceededWith } from './normal-distribution.ts';
import { studentTBeyond } from './student-t.ts';

/** The mean of earlier values and the sum of their squared distances from it. */
export interface RunningMoments {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
}

export const NO_MOMENTS: RunningMoments = { count: 0, mean: 0, squares: 0 };
/** Beyond it the chance is below what a t distribution gives in double precision. */
const GREATEST_SCORE = 8;

/** The moments with one value more (Welford 1962). */
export function withValue({ count, mean, squares }: RunningMoments, value: number): RunningMoments {
  const next = mean + (value - mean) / (count + 1);
  return { count: count + 1, mean: next, squares: squares + (value - mean) * (value - next) };
}

/** The standard deviation of the values, null below two. */
export function deviationOf({ count, squares }: RunningMoments): number | null {
  return count < 2 ? null : Math.sqrt(squares / (count - 1));
}

/**
 * A new value as a standard normal score, judged by the mean and standard deviation of the earlier ones: (x - mean) /
 * sd · √(n / (n + 1)) has Student's t distribution with n - 1 degrees of freedom, and its chance is turned into the
 * normal score of the same chance. For independent normal values the scores are independent and exactly standard
 * normal, although neither mean nor deviation is known. From -8 to 8.
 *
 * Null below two earlier values. `leastDeviation` stands in where the earlier values differ by less.
 *
 * Hawkins 1987, "Self-starting CUSUM charts for location and scale"; Quesenberry 1991.
 */
export function selfStartingScore(
  earlier: RunningMoments,
  value: number,
  leastDeviation: number,
): number | null {
  const own = deviationOf(earlier);
  if (own === null) return null;
  const deviation = Math.max(own, leastDeviation);
  if (!(deviation > 0)) return value === earlier.mean ? 0 : Math.sign(value - earlier.mean) * GREATEST_SCORE;
  const t = ((value - earlier.mean) / deviation) * Math.sqrt(earlier.count / (earlier.count + 1));
  const beyond = studentTBeyond(t, earlier.count - 1) / 2;
  if (beyond >= 0.5) return 0;
  const score = beyond > 0 ? normalExceededWith(beyond) : GREATEST_SCORE;
  return Math.sign(t) * Math.min(GREATEST_SCORE, score);
}
