import { normalBelow, normalBeyond } from '../statistics/normal-distribution.ts';
import { twoSidedCusumRunLength } from '../statistics/run-length.ts';
import { studentTQuantile } from '../statistics/student-t.ts';
import { CHARTED_FIGURES } from './charted-figures.ts';
import type { Period } from './trend.ts';

/**
 * The limits of all charts. Those of the CUSUM hold nearly all of the false alarms, because it finds a slow loss, and
 * because sums of several points are near to normal where single points are not.
 */
export const CHART_LIMITS = {
  /** Half of the change that is to be found soonest, in standard deviations, as usual. */
  allowance: 0.5,
  cusum: 5.6,
  /** Standard deviations of a single point. */
  jump: 4,
  /** The weight of the newest point in the moving average, which is drawn and not tested. */
  averageWeight: 0.2,
  /** Points before the first that is tested. */
  fewestEarlier: 5,
  /** So many points in a row beyond the limit on one side are a new level, with which the chart starts anew. */
  newLevel: 3,
  /** The adjusted chance of a word that drifted, by which one point of a series without drift has an alarm. */
  wordChance: 1e-4,
  /** The chance of so many copies, and by how much their share must rise. */
  duplicateChance: 1e-5,
  duplicateRise: 0.05,
  /** How many times as many documents, or as few, a jump in volume is at least. */
  volumeRatio: 1.5,
} as const;

/** How far a single point lies beyond the mean of earlier ones, in standard deviations of theirs, at its limit. */
const reaches = new Map<number, number>();

/** The quantile of t at the limit of a single point that is judged by so many earlier ones. */
export function jumpReach(earlier: number): number {
  const known = reaches.get(earlier);
  if (known !== undefined) return known;
  const reach =
    studentTQuantile(normalBelow(CHART_LIMITS.jump), earlier - 1) * Math.sqrt((earlier + 1) / earlier);
  reaches.set(earlier, reach);
  return reach;
}

/** Points a year. Points that are named inputs are taken for weeks. */
const POINTS_PER_YEAR: Readonly<Record<Period, number>> = {
  day: 365.2425,
  week: 365.2425 / 7,
  month: 12,
  year: 1,
};

export function pointsPerYear(period: Period | null): number {
  return POINTS_PER_YEAR[period ?? 'week'];
}

/**
 * Alarms that a point of a series without change has on average, all charts but that of volume together: for each
 * figure and for all of them together 1 / (run length of the CUSUM), for each figure the chance of a jump, and what
 * words and copies may add at most. Means of counts add up however the charts depend on each other.
 */
export function falseAlarmsPerPoint(): number {
  const { allowance, cusum, jump, wordChance, duplicateChance } = CHART_LIMITS;
  const ofSums = (CHARTED_FIGURES.length + 1) / twoSidedCusumRunLength(allowance, cusum);
  const ofJumps = CHARTED_FIGURES.length * 2 * normalBeyond(jump);
  return ofSums + ofJumps + wordChance + duplicateChance;
}
