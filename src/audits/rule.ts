import type { Quantity } from '../statistics/quantity.ts';
import type { Threshold } from './audit.ts';

/** Whether a quantity fails: all of its interval lies at or beyond the threshold, not the value alone. */
export function fails({ value, interval }: Quantity, { failsAt, side }: Threshold): boolean {
  return side === 'above' ? (interval?.[0] ?? value) >= failsAt : (interval?.[1] ?? value) <= failsAt;
}

/**
 * How far beyond its threshold a value stands, on the way from the threshold (0) to the worst (1).
 * Below 0 on the good side; at most 1.
 */
export function strengthOf(value: number, { failsAt, worst, scale }: Threshold): number {
  const position =
    scale === 'log'
      ? Math.log(value / failsAt) / Math.log(worst / failsAt)
      : (value - failsAt) / (worst - failsAt);
  return Number.isNaN(position) ? -1 : Math.min(1, Math.max(-1, position));
}
