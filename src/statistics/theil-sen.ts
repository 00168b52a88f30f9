import type { Interval } from './jackknife.ts';
import { kendallVariance, tiesOf } from './mann-kendall.ts';
import { normalExceededWith } from './normal-distribution.ts';

/** Pairs of more values are too many to be sorted, and tell no more. */
const MOST_VALUES = 2_000;

export interface SlopeEstimate {
  /** Per step of `places`. */
  readonly value: number;
  readonly interval: Interval | null;
}

/**
 * The median of the slopes of all pairs, and an interval for it: the slopes at ranks (N ∓ z √(variance of S)) / 2 of N,
 * the variance corrected for ties. Null below two values at different places; the interval is null where too few values
 * allow that confidence. Of more than 2,000 values, every so-manieth is taken.
 *
 * Theil 1950; Sen 1968, "Estimates of the regression coefficient based on Kendall's tau", section 6.
 */
export function theilSenSlope(
  places: readonly number[],
  values: readonly number[],
  confidence: number,
): SlopeEstimate | null {
  if (places.length !== values.length) throw new RangeError('each value has a place');
  const step = Math.ceil(values.length / MOST_VALUES);
  const taken = values.flatMap((value, index) =>
    index % step === 0 ? [{ place: places[index] ?? 0, value }] : [],
  );
  const slopes: number[] = [];
  for (const [index, first] of taken.entries())
    for (const second of taken.slice(index + 1))
      if (second.place !== first.place)
        slopes.push((second.value - first.value) / (second.place - first.place));
  if (slopes.length === 0) return null;
  const sorted = Float64Array.from(slopes).toSorted();
  const variance = kendallVariance(taken.length, tiesOf(taken.map(({ value }) => value)));
  return { value: medianOf(sorted), interval: intervalOf(sorted, variance, confidence) };
}

function medianOf(sorted: Float64Array): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

function intervalOf(sorted: Float64Array, variance: number, confidence: number): Interval | null {
  const reach = normalExceededWith((1 - confidence) / 2) * Math.sqrt(variance);
  const low = Math.floor((sorted.length - reach) / 2);
  const high = Math.ceil((sorted.length + reach) / 2);
  const [from, to] = [sorted[low - 1], sorted[high]];
  return from === undefined || to === undefined ? null : [from, to];
}
