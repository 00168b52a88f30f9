import { studentTQuantile } from './student-t.ts';

/** A statistic, and what it is without each replicate group: null for a group that has no documents. */
export interface Replicates {
  readonly value: number;
  readonly leaveOneOut: readonly (number | null)[];
  /** What it is without each block of the types it was taken from, where these are a sample of all types. */
  readonly leaveTypesOut?: readonly (number | null)[];
}

/** Where the spread is symmetric: `log` for values above 0, `logit` for shares. */
export type Scale = 'identity' | 'log' | 'logit';

export type Interval = readonly [low: number, high: number];

const UPPER = 0.975;

/**
 * The 95 % interval of a statistic by the delete-a-group jackknife: the variance is (G - 1) / G times the sum of
 * squared distances of the G leave-one-out values from their mean, and Student's t has G - 1 degrees of freedom.
 * Where blocks of types are left out too, their variance is added, and the smaller number of degrees holds.
 *
 * Null where no interval can be had: fewer than two groups with documents, a value that is not finite, or a value
 * at the very end of its scale (0 by `log`, 0 or 1 by `logit`), which shows no spread whatever the truth is.
 * Where only some leave-one-out values stand at the end of the scale, the interval is taken on the plain scale and
 * cut at the end, so that it is one-sided there.
 */
export function jackknifeInterval(
  { value, leaveOneOut, leaveTypesOut }: Replicates,
  scale: Scale = 'identity',
): Interval | null {
  const sets = [leaveOneOut, ...(leaveTypesOut === undefined ? [] : [leaveTypesOut])].map((set) =>
    set.filter((other) => other !== null),
  );
  if (sets.some((set) => set.length < 2) || ![value, ...sets.flat()].every(Number.isFinite)) return null;
  const transformed = sets.map((set) => set.map((other) => transform(other, scale)));
  const centre = transform(value, scale);
  if (!Number.isFinite(centre)) return null;
  if (!transformed.flat().every(Number.isFinite)) return cut(around(value, sets), scale);
  const [low, high] = around(centre, transformed);
  return finite([inverse(low, scale), inverse(high, scale)]);
}

function around(centre: number, sets: readonly (readonly number[])[]): Interval {
  const variance = sets.reduce((sum, set) => sum + jackknifeVariance(set), 0);
  const degrees = Math.min(...sets.map((set) => set.length)) - 1;
  const reach = studentTQuantile(UPPER, degrees) * Math.sqrt(variance);
  return [centre - reach, centre + reach];
}

function jackknifeVariance(others: readonly number[]): number {
  const groups = others.length;
  const mean = others.reduce((sum, other) => sum + other, 0) / groups;
  return ((groups - 1) / groups) * others.reduce((sum, other) => sum + (other - mean) ** 2, 0);
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
