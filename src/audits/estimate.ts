import type { Replicated } from '../measures/measure.ts';
import type { Interval, Scale } from '../statistics/jackknife.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { Quantity, Unit } from '../statistics/quantity.ts';
import type { Json } from './audit.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';

/** A replicated statistic as a quantity, with its interval where there are documents enough for one. */
export function estimated(replicated: Replicated, unit: Unit, scale: Scale): Quantity {
  const { value, documents } = replicated;
  const interval = documents < FEWEST_DOCUMENTS ? null : jackknifeInterval(replicated, scale);
  return interval === null ? { value, unit, documents } : { value, unit, interval, documents };
}

/** The same as plain values for details, with an interval that is null where there is none; null stays null. */
export function estimatedDetails(replicated: Replicated | null, unit: Unit, scale: Scale): Json {
  if (replicated === null) return null;
  const quantity = estimated(replicated, unit, scale);
  return { ...quantity, interval: quantity.interval ?? null };
}

const NORMAL = 1.959964;

/**
 * The interval of a number of different things that was estimated from the `held` of smallest hash:
 * the coefficient of variation of such an estimate is at most 1 / √(held - 2).
 */
export function sampledCountInterval(value: number, held: number): Interval | null {
  if (held <= 2) return null;
  const reach = NORMAL / Math.sqrt(held - 2);
  return [Math.max(held, value * (1 - reach)), value * (1 + reach)];
}
