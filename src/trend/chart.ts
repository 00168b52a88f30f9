import type { CusumState } from '../statistics/cusum.ts';
import { CUSUM_START, cusumStep } from '../statistics/cusum.ts';
import type { Interval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { fromScale, onScale } from '../statistics/scale.ts';
import type { RunningMoments } from '../statistics/self-starting-score.ts';
import { deviationOf, NO_MOMENTS, selfStartingScore, withValue } from '../statistics/self-starting-score.ts';
import { CHART_LIMITS, jumpReach } from './chart-limits.ts';
import type { ChartedFigure } from './charted-figures.ts';
import type { ChartPoint } from './trend.ts';

type Side = 'up' | 'down';

/** What is seen at one point; null for a point that is not to be tested, which is drawn alone. */
export interface Observation {
  readonly name: string;
  readonly quantity: Quantity | null;
  readonly isTested: boolean;
}

/** A point at which the chart left its limits. */
export interface Signal {
  /** Place of the point, and of that from which the change seems to have begun. */
  readonly place: number;
  readonly since: number;
  readonly chart: 'cusum' | 'jump';
  readonly side: Side;
  readonly statistic: number;
  readonly limit: number;
  readonly value: number;
  readonly centre: number;
  /** Whether the chart takes the level of the last points for the usual one from here on. */
  readonly startsAnew: boolean;
}

export interface Followed {
  readonly points: readonly ChartPoint[];
  readonly signals: readonly Signal[];
}

export interface ChartLimits {
  /** Null where single points alone are looked at. */
  readonly cusum: number | null;
  /** Null where sums alone are looked at. */
  readonly jump: number | null;
  /** The least distance from the centre that counts, on the scale of the figure. */
  readonly leastDistance: number;
}

interface ChartState {
  readonly moments: RunningMoments;
  /** Documents behind the values in it, in all. */
  readonly documents: number;
  readonly sums: CusumState;
  /** Where the sums last left 0. */
  readonly since: Readonly<Record<Side, number>>;
  readonly average: number;
  /** The values on the scale of the last points in a row that were beyond the limit on one side. */
  readonly beyond: { readonly side: Side; readonly values: readonly number[] } | null;
}

const START: ChartState = {
  moments: NO_MOMENTS,
  documents: 0,
  sums: CUSUM_START,
  since: { up: 0, down: 0 },
  average: 0,
  beyond: null,
};

/** One point judged: what is drawn, what it signals, and the state after it. */
interface Step {
  readonly point: ChartPoint;
  readonly signal: Signal | null;
  readonly next: ChartState;
}

/**
 * Follows a figure from point to point. Each value is judged by the earlier ones (`self-starting-score.ts`), so that
 * the limits hold although mean and deviation are only estimated. A point beyond a limit is left out of what later
 * ones are judged by, and the sums start at 0 again; after three in a row on one side the chart learns their level.
 */
export function followChart(
  observations: readonly Observation[],
  figure: ChartedFigure,
  limits: ChartLimits,
): Followed {
  const points: ChartPoint[] = [];
  const signals: Signal[] = [];
  let state = START;
  for (const [place, observation] of observations.entries()) {
    const { point, signal, next } = stepOf(state, { ...observation, place }, figure, limits);
    points.push(point);
    if (signal !== null) signals.push(signal);
    state = next;
  }
  return { points, signals };
}

function stepOf(
  state: ChartState,
  { name, quantity, isTested, place }: Observation & { readonly place: number },
  figure: ChartedFigure,
  limits: ChartLimits,
): Step {
  const value = quantity === null ? Number.NaN : onScale(quantity.value, figure.scale);
  const expected = expectation(state, figure);
  const drawn = { name, ...expected, value: quantity?.value ?? null };
  if (!isTested || quantity === null || !Number.isFinite(value))
    return { point: { ...drawn, ...NOT_JUDGED }, signal: null, next: state };
  const comparable = comparableValue(state, value, quantity.documents);
  const score = scoreOf(state.moments, comparable, figure.leastDeviation);
  if (score === null)
    return {
      point: { ...drawn, ...NOT_JUDGED },
      signal: null,
      next: learnt(state, comparable, quantity.documents),
    };
  const judged = judgedStep(state, { score, place, value: comparable }, limits);
  return {
    point: { ...drawn, score, ...judged.shown },
    signal:
      judged.signal === null
        ? null
        : {
            ...judged.signal,
            value: quantity.value,
            centre: fromScale(state.moments.mean, figure.scale),
          },
    next: judged.signal === null ? learnt(judged.next, comparable, quantity.documents) : judged.next,
  };
}

const NOT_JUDGED = { score: null, up: null, down: null, average: null };

interface Judged {
  readonly shown: { readonly up: number; readonly down: number; readonly average: number };
  readonly signal: Omit<Signal, 'value' | 'centre'> | null;
  readonly next: ChartState;
}

function judgedStep(
  state: ChartState,
  { score, place, value }: { readonly score: number; readonly place: number; readonly value: number },
  limits: ChartLimits,
): Judged {
  const average = state.average + CHART_LIMITS.averageWeight * (score - state.average);
  const sums = cusumStep(state.sums, score, CHART_LIMITS.allowance);
  const since = {
    up: state.sums.up > 0 ? state.since.up : place,
    down: state.sums.down > 0 ? state.since.down : place,
  };
  const shown = { ...sums, average };
  const side = score > 0 ? 'up' : 'down';
  const isFar = Math.abs(value - state.moments.mean) >= limits.leastDistance;
  if (limits.jump !== null && Math.abs(score) > limits.jump && isFar)
    return {
      shown,
      ...jumped(state, { side, value, place, statistic: Math.abs(score), limit: limits.jump }),
    };
  const passed = limits.cusum === null ? null : passedSide(sums, limits.cusum);
  if (passed === null || limits.cusum === null)
    return { shown, signal: null, next: { ...state, sums, since, average, beyond: null } };
  const signal = { place, since: since[passed], chart: 'cusum', side: passed, startsAnew: false } as const;
  return {
    shown,
    signal: { ...signal, statistic: sums[passed], limit: limits.cusum },
    next: { ...state, sums: CUSUM_START, average, beyond: null },
  };
}

/** A single point beyond its limit: the sums stay as they were before it. */
function jumped(
  state: ChartState,
  { side, value, ...seen }: Pick<Signal, 'side' | 'value' | 'place' | 'statistic' | 'limit'>,
): Pick<Judged, 'signal' | 'next'> {
  const values = [...(state.beyond?.side === side ? state.beyond.values : []), value];
  const startsAnew = values.length >= CHART_LIMITS.newLevel;
  return {
    signal: { ...seen, side, since: seen.place, chart: 'jump', startsAnew },
    next: startsAnew ? newLevel(state, values) : { ...state, beyond: { side, values } },
  };
}

function passedSide({ up, down }: CusumState, limit: number): Side | null {
  if (up > limit) return 'up';
  return down > limit ? 'down' : null;
}

function scoreOf(moments: RunningMoments, value: number, leastDeviation: number): number | null {
  return moments.count < CHART_LIMITS.fewestEarlier
    ? null
    : selfStartingScore(moments, value, leastDeviation);
}

/**
 * A value of fewer documents than usual strays further: it is drawn to the centre by the root of how many times fewer
 * they are, so that its distance is one of a point of the usual size.
 */
function comparableValue({ moments, documents }: ChartState, value: number, own: number): number {
  if (moments.count === 0 || own <= 0) return value;
  const usual = documents / moments.count;
  return own >= usual ? value : moments.mean + (value - moments.mean) * Math.sqrt(own / usual);
}

function learnt(state: ChartState, value: number, documents: number): ChartState {
  return {
    ...state,
    moments: withValue(state.moments, value),
    documents: state.documents + documents,
  };
}

function newLevel(state: ChartState, values: readonly number[]): ChartState {
  const usual = state.documents / state.moments.count;
  return {
    ...START,
    moments: values.reduce(withValue, NO_MOMENTS),
    documents: usual * values.length,
  };
}

/** Where the next point is expected, and where a single one stays but for the chance of the limit. */
function expectation(
  { moments }: ChartState,
  { scale, leastDeviation }: ChartedFigure,
): { readonly centre: number | null; readonly range: Interval | null } {
  if (moments.count < CHART_LIMITS.fewestEarlier) return { centre: null, range: null };
  const deviation = Math.max(deviationOf(moments) ?? 0, leastDeviation);
  const reach = jumpReach(moments.count) * deviation;
  const range: Interval = [fromScale(moments.mean - reach, scale), fromScale(moments.mean + reach, scale)];
  return {
    centre: fromScale(moments.mean, scale),
    range: range.every(Number.isFinite) ? range : null,
  };
}
