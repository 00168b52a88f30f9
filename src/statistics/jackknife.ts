import { studentTQuantile } from './student-t.ts';

/** A statistic, and what it is without each replicate group: null for a group that has no documents. */
export interface Replicates {
  readonly value: number;
  readonly leaveOneOut: readonly (number | null)[];
}

/** Where the spread is symmetric: `log` for values above 0, `logit` for shares. */
export type Scale = 'identity' | 'log' | 'logit';

export type Interval = readonly [low: number, high: number];

const UPPER = 0.975;

/**
 * The 95 % interval of a statistic by the delete-a-group jackknife: the variance is (G - 1) / G times the sum of
 * squared distances of the G leave-one-out values from their mean, and Student's t has G - 1 degrees of freedom.
 *
 * Null where no interval can be had: fewer than two groups with documents, a value that is not finite, or a value
 * at the very end of its scale (0 by `log`, 0 or 1 by `logit`), which shows no spread whatever the truth is.
 * Where only some leave-one-out values stand at the end of the scale, the interval is taken on the plain scale and
 * cut at the end, so that it is one-sided there.
 */
export function jackknifeInterval(
  { value, leaveOneOut }: Replicates,
  scale: Scale = 'identity',
): Interval | null {
  const others = leaveOneOut.filter((other) => other !== null);
  if (others.length < 2 || ![value, ...others].every(Number.isFinite)) return null;
  const transformed = others.map((other) => transform(other, scale));
  const centre = transform(value, scale);
  if (!Number.isFinite(centre)) return null;
  if (!transformed.every(Number.isFinite)) return cut(around(value, others), scale);
  const [low, high] = around(centre, transformed);
  return finite([inverse(low, scale), inverse(high, scale)]);
}

function around(centre: number, others: readonly number[]): Interval {
  const groups = others.length;
  const mean = others.reduce((sum, other) => sum + other, 0) / groups;
  const squares = others.reduce((sum, other) => sum + (other - mean) ** 2, 0);
  const error = Math.sqrt(((groups - 1) / groups) * squares);
  const reach = studentTQuantile(UPPER, groups - 1) * error;
  return [centre - reach, centre + reach];
}

function transform(value: number, scale: Scale): number {
  if (scale === 'log') return Math.log(value);
  return scale === 'logit' ? Math.log(value / (1 - value)) : value;
}

function inverse(value: number, scale: Scale): number {
  if (scale === 'log') return Math.exp(value);
  return scale === 'logit' ? 1 / (1 + Math.exp(-value)) : value;
}

function cut([low, high]: Interval, scale: Scale): Interval | null {
  return finite([Math.max(0, low), scale === 'logit' ? Math.min(1, high) : high]);
}

function finite(interval: Interval): Interval | null {
  return interval.every(Number.isFinite) ? interval : null;
}
