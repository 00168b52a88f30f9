import type { Replicated } from '../measures/measure.ts';
import type { Interval } from '../statistics/jackknife.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { Quantity, Unit } from '../statistics/quantity.ts';
import type { Scale } from '../statistics/scale.ts';
import type { Details } from './audit.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';

/** A replicated statistic as a quantity, with its interval where there are documents enough for one. */
export function estimated(replicated: Replicated, unit: Unit, scale: Scale): Quantity {
  const { value, documents } = replicated;
  const interval = documents < FEWEST_DOCUMENTS ? null : jackknifeInterval(replicated, scale);
  return interval === null ? { value, unit, documents } : { value, unit, interval, documents };
}

/** The same for a statistic that lies between 0 and `most`, as its interval then does. */
export function estimatedUpTo(replicated: Replicated, unit: Unit, most: number): Quantity {
  const { value, documents, pairVariance } = replicated;
  const share = {
    value: value / most,
    leaveOneOut: replicated.leaveOneOut.map((other) => (other === null ? null : other / most)),
    documents,
    ...(pairVariance === undefined ? {} : { pairVariance: pairVariance / most ** 2 }),
  };
  const { interval } = estimated(share, unit, 'logit');
  if (interval === undefined) return { value, unit, documents };
  return { value, unit, interval: [interval[0] * most, interval[1] * most], documents };
}

const MILLION = 1e6;

/** A replicated chance, told per million. */
export function estimatedPerMillion(replicated: Replicated): Quantity {
  return estimatedUpTo(replicated, 'per-million', MILLION);
}

/** A quantity among the details of an outcome, with an interval that is null where there is none. */
export function quantityDetail({ value, unit, interval, documents }: Quantity): Details {
  return { value, unit, interval: interval ?? null, documents };
}

/** A replicated statistic among the details of an outcome; null stays null. */
export function estimatedDetail(replicated: Replicated | null, unit: Unit, scale: Scale): Details | null {
  return replicated === null ? null : quantityDetail(estimated(replicated, unit, scale));
}

/**
 * A figure that was counted of all types, with the spread of its estimate from a sample; where it was not counted,
 * the estimate. A counted figure has no error of sampling types. Where it was counted of more distinct documents than
 * the estimate was taken from, its variance is as many times smaller.
 */
export function countedOr(
  counted: number | null | undefined,
  estimate: Replicated | null,
  documents?: number,
): Replicated | null {
  if (counted === null || counted === undefined || estimate === null) return estimate;
  const { leaveTypesOut: _, leaveOneOut, ...groups } = estimate;
  const centre = groups.estimate ?? groups.value;
  const factor = Math.sqrt(groups.documents / Math.max(groups.documents, documents ?? 0));
  return {
    ...groups,
    value: counted,
    estimate: centre,
    leaveOneOut: leaveOneOut.map((other) => (other === null ? null : centre + factor * (other - centre))),
  };
}

/**
 * Whether too few replicate groups have documents for the spread to be known. Copies of a text share a group, so
 * that however many there are they count as one.
 */
export function isOfFewGroups({ leaveOneOut }: Replicated): boolean {
  return leaveOneOut.filter((other) => other !== null).length < FEWEST_DOCUMENTS;
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
