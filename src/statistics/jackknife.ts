import type { Scale } from './scale.ts';
import { fromScale, onScale, slopeOf } from './scale.ts';
import { studentTBeyond, studentTQuantile } from './student-t.ts';

/** A statistic, and what it is without each replicate group: null for a group that has no documents. */
export interface Replicates {
  readonly value: number;
  readonly leaveOneOut: readonly (number | null)[];
  /** What it is without each block of the types it was taken from, where these are a sample of all types. */
  readonly leaveTypesOut?: readonly (number | null)[];
  /** Documents of each group, for a statistic that moves with the size of the corpus; without them groups are equal. */
  readonly sizes?: readonly number[];
  /** The value of that of which groups were left out, where `value` was found otherwise. */
  readonly estimate?: number;
  /** The part of the groups' variance that stems from pairs of groups, and is counted twice (`pair-variance.ts`). */
  readonly pairVariance?: number;
  /** The documents behind it, where the interval is to allow for their being few. */
  readonly documents?: number;
}

export type Interval = readonly [low: number, high: number];

/** Shares of the intervals that hold what they are to hold. */
type Confidence = 0.95 | 0.99;

/**
 * The upper quantile of t, and (1 + 2 z²) / 6 for z = 1.96 and 2.576: how far the modified t of Johnson (1978) moves an
 * interval for its skewness.
 */
const REACHES: Readonly<Record<Confidence, { readonly upper: number; readonly skewness: number }>> = {
  0.95: { upper: 0.975, skewness: 1.447 },
  0.99: { upper: 0.995, skewness: 2.378 },
};
/** However few parts hold the spread, t has so many degrees of freedom: with fewer, intervals say nothing at all. */
const FEWEST_DEGREES = 4;
/** What stems from pairs is counted twice at most, so that half of the variance is sure. */
const LEAST_KEPT = 0.5;
/** Documents at which intervals would be twice as wide, but for the most by which they are wider. */
const WIDENED_BELOW = 16;
const MOST_WIDENING = 0.5;

/**
 * The interval of a statistic, 95 % unless another confidence is asked for, by the delete-a-group jackknife: the variance is (G - 1) / G times the sum of
 * squared distances of the G leave-one-out values from their mean, and Student's t has G - 1 degrees of freedom, or
 * fewer where few groups hold most of the variance: 2 G / (k - 1) for a kurtosis k of the pseudo-values (Satterthwaite
 * 1946, with the variance of a variance), though not below 4. Where pseudo-values are skewed by more than a
 * standard error, √(6 / G), the interval is made longer on the side of their tail, by as much as the modified t of
 * Johnson (1978, JASA 73) would move it for the rest of the skewness.
 * Where the sizes of groups are given, it is the delete-m-of-n jackknife of Busing, Meijer and van der Leeden (1999),
 * which gives the same for equal groups; for others it does not take for spread what the size of a group changes.
 * Where blocks of types are left out too, their variance is added, and the smaller number of degrees holds.
 * Where it is known which part of the variance stems from pairs of groups, that part is taken away once, as Efron and
 * Stein (1981) correct it, since the jackknife counts it twice; at most half of the variance, which no more can be.
 * Then two pseudo-values tell of one pair, and a share s of the variance counts as s G groups.
 * Where the documents are given, it is 1 + (16 / documents)² times as wide, though at most one and a half times: the
 * spread of few documents says nothing of kinds that are not among them.
 *
 * Null where no interval can be had: fewer than two groups with documents, a value that is not finite, or a value
 * at the very end of its scale (0 by `log`, 0 or 1 by `logit`), which shows no spread whatever the truth is.
 * Where only some leave-one-out values stand at the end of the scale, as where one group has all that was found, the
 * spread is taken on the plain scale. Towards that end the interval is cut there, away from it the spread is carried
 * over to the scale by its slope at the value (the delta method).
 */
export function jackknifeInterval(
  replicates: Replicates,
  scale: Scale = 'identity',
  confidence: Confidence = 0.95,
): Interval | null {
  const { value, estimate = value } = replicates;
  const sets = setsOf(replicates);
  if (sets.some(({ others }) => others.length < 2)) return null;
  const plain = sets.flatMap(({ others }) => others);
  if (![value, estimate, ...plain].every(Number.isFinite)) return null;
  const centre = onScale(value, scale);
  if (!Number.isFinite(centre)) return null;
  const own = onScale(estimate, scale);
  const counting = countingOf(replicates, sets[0]);
  const transformed = sets.map(({ others, sizes }) => ({
    others: others.map((other) => onScale(other, scale)),
    sizes,
  }));
  if (![own, ...transformed.flatMap(({ others }) => others)].every(Number.isFinite))
    return beforeTheEnd(value, around({ centre: value, estimate, confidence, ...counting }, sets), {
      plain,
      scale,
    });
  const [low, high] = around({ centre, estimate: own, confidence, ...counting }, transformed);
  return finite([fromScale(low, scale), fromScale(high, scale)]);
}

function countingOf(
  { value, estimate = value, pairVariance, documents }: Replicates,
  groups: ReplicateSet | undefined,
): Counting {
  return { kept: keptShare(estimate, groups, pairVariance), widening: widening(documents) };
}

function widening(documents: number | undefined): number {
  return documents === undefined ? 1 : 1 + Math.min(MOST_WIDENING, (WIDENED_BELOW / documents) ** 2);
}

/**
 * The two-sided chance of a statistic at least so far from 0 where its true value is 0, by the t distribution of
 * `jackknifeInterval` on the plain scale, without its correction for skewness. 1 where neither the statistic nor its
 * replicates differ from 0; null where no interval can be had, and where the replicates show no spread.
 */
export function jackknifePValue(replicates: Replicates): number | null {
  const { value, estimate = value } = replicates;
  const sets = setsOf(replicates);
  if (sets.some(({ others }) => others.length < 2)) return null;
  if (![value, estimate, ...sets.flatMap(({ others }) => others)].every(Number.isFinite)) return null;
  const { error, degrees } = combined(estimate, sets, countingOf(replicates, sets[0]));
  if (!(error > 0)) return value === 0 ? 1 : null;
  return studentTBeyond(value / error, degrees);
}

/** The standard error of a statistic by the same jackknife, null where no interval can be had. */
export function jackknifeError(replicates: Replicates): number | null {
  const { value, estimate = value } = replicates;
  const sets = setsOf(replicates);
  if (sets.some(({ others }) => others.length < 2)) return null;
  const { error } = combined(estimate, sets, countingOf(replicates, sets[0]));
  return Number.isFinite(error) ? error : null;
}

/** The values without each part of what was sampled, and how large the parts are. */
interface ReplicateSet {
  readonly others: readonly number[];
  readonly sizes: readonly number[];
}

function setsOf({ leaveOneOut, leaveTypesOut, sizes }: Replicates): readonly ReplicateSet[] {
  const groups = setOf(leaveOneOut, sizes);
  return leaveTypesOut === undefined ? [groups] : [groups, setOf(leaveTypesOut, undefined)];
}

function setOf(values: readonly (number | null)[], sizes: readonly number[] | undefined): ReplicateSet {
  const known = values.flatMap((other, part) =>
    other === null ? [] : [{ other, size: Math.max(1, sizes?.[part] ?? 1) }],
  );
  return { others: known.map(({ other }) => other), sizes: known.map(({ size }) => size) };
}

/** The share of the groups' variance that is left once what was counted twice is taken away: from a half to 1. */
function keptShare(estimate: number, groups: ReplicateSet | undefined, twice: number | undefined): number {
  if (twice === undefined || groups === undefined) return 1;
  const { variance } = spreadOf(estimate, groups, 1);
  return variance > 0 ? Math.min(1, Math.max(LEAST_KEPT, 1 - twice / variance)) : 1;
}

/** How the variance between groups counts. */
interface Counting {
  /** The share of it that counts. */
  readonly kept: number;
  readonly widening: number;
}

/** Where an interval lies, on the scale it is taken on. */
interface Place extends Counting {
  readonly centre: number;
  readonly estimate: number;
  readonly confidence: Confidence;
}

/** What the parts say together. */
function combined(
  estimate: number,
  sets: readonly ReplicateSet[],
  { kept, widening: wider }: Counting,
): { readonly error: number; readonly degrees: number; readonly skewness: number } {
  const spreads = sets.map((set, place) => spreadOf(estimate, set, place === 0 ? kept : 1));
  return {
    error: wider * Math.sqrt(spreads.reduce((sum, { variance }) => sum + variance, 0)),
    degrees: Math.min(...spreads.map((own) => own.degrees)),
    skewness: (spreads[0] ?? NO_SPREAD).skewness,
  };
}

function around(
  { centre, estimate, confidence, ...counting }: Place,
  sets: readonly ReplicateSet[],
): Interval {
  const { error, degrees, skewness } = combined(estimate, sets, counting);
  const reach = REACHES[confidence];
  const quantile = studentTQuantile(reach.upper, degrees);
  const shift = reach.skewness * skewness * error;
  return [centre - quantile * error + Math.min(0, shift), centre + quantile * error + Math.max(0, shift)];
}

/** What the pseudo-values of one set say: the variance of the estimate, the skewness of it, and degrees of freedom. */
interface Spread {
  readonly variance: number;
  readonly skewness: number;
  readonly degrees: number;
}

const NO_SPREAD: Spread = { variance: 0, skewness: 0, degrees: 1 };

function spreadOf(estimate: number, { others, sizes }: ReplicateSet, kept: number): Spread {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  // What a part would have given alone, less the estimate: its pseudo-value.
  const parts = others.map((other, part) => {
    const rest = whole / (sizes[part] ?? 1) - 1;
    return { rest, pseudo: rest * (estimate - other) };
  });
  const mean = parts.reduce((sum, { rest, pseudo }) => sum + pseudo / (rest + 1), 0);
  const distances = parts.map(({ rest, pseudo }) => (pseudo - mean) / Math.sqrt(rest));
  const variance = distances.reduce((sum, distance) => sum + distance ** 2, 0) / distances.length;
  if (!(variance > 0)) return { ...NO_SPREAD, degrees: others.length - 1 };
  const deviation = Math.sqrt(variance);
  const moment = (power: number): number =>
    distances.reduce((sum, distance) => sum + (distance / deviation) ** power, 0) / distances.length;
  const third = moment(3);
  const clear = Math.max(0, Math.abs(third) - Math.sqrt(6 / others.length));
  const independent = kept * others.length;
  const skewness = (Math.sign(third) * clear) / Math.sqrt(independent);
  const degrees = Math.floor((2 * independent) / Math.max(1, moment(4) - 1));
  return {
    variance: kept * variance,
    skewness,
    degrees: Math.min(others.length - 1, Math.max(FEWEST_DEGREES, degrees)),
  };
}

/** An interval on the plain scale, where some of the values left out stand at an end of the scale it belongs to. */
function beforeTheEnd(
  value: number,
  [low, high]: Interval,
  { plain, scale }: { readonly plain: readonly number[]; readonly scale: Scale },
): Interval | null {
  const carried = (end: number): number =>
    fromScale(onScale(value, scale) + slopeOf(value, scale) * (end - value), scale);
  const isOne = scale === 'logit' && plain.some((other) => other >= 1);
  const isZero = plain.some((other) => other <= 0);
  return finite([
    isOne ? carried(low) : Math.max(0, low),
    isZero ? carried(high) : scale === 'logit' ? Math.min(1, high) : high,
  ]);
}

function finite(interval: Interval): Interval | null {
  return interval.every(Number.isFinite) ? interval : null;
}
