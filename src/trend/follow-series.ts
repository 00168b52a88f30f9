import { alarmsOf } from './alarms.ts';
import { periodsBetween, periodsMissing } from './calendar-period.ts';
import type { ChartLimits, Followed, Observation } from './chart.ts';
import { followChart } from './chart.ts';
import { CHART_LIMITS } from './chart-limits.ts';
import type { ChartedFigure } from './charted-figures.ts';
import { CHARTED_FIGURES, FIGURE_IDS, TOGETHER, VOLUME } from './charted-figures.ts';
import type { PlacedChange } from './direction.ts';
import { directionOf } from './direction.ts';
import { duplicateSignals } from './duplicate-alarms.ts';
import { narrowingObservations } from './narrowing-chart.ts';
import type { SeriesPoint } from './series.ts';
import { isLarge } from './series-size.ts';
import type { Alarm, PointState, SeriesSettings, Trend, TrendChart, TrendPoint } from './trend.ts';
import { wordSignals } from './word-alarms.ts';

const JUMPS: ChartLimits = { cusum: null, jump: CHART_LIMITS.jump, leastDistance: 0 };
const BOTH: ChartLimits = { ...JUMPS, cusum: CHART_LIMITS.cusum };
const SUMS: ChartLimits = { cusum: CHART_LIMITS.cusum, jump: null, leastDistance: 0 };

/**
 * Follows a series: charts each figure, tells alarms, and gives the direction of the whole. Points that are dated come
 * in the order of their dates, others as they are given. A point is judged by those before it alone, so that what was
 * said of it stays when points are added; but for another plan, which is that of all but the last point's.
 */
export function followSeries(given: readonly SeriesPoint[], settings: SeriesSettings): Trend {
  const points = inOrder(given, settings);
  const plan = planOf(points);
  const isComparable = points.map((point) => isLarge(point) && point.planDigest === plan);
  const charts = CHARTED_FIGURES.map((figure) => ({
    figure,
    ...followChart(chartedOf(points, isComparable, figure.id), figure, BOTH),
  }));
  const together = followChart(narrowingObservations(charts), TOGETHER, SUMS);
  const volume = followChart(volumesOf(points, isComparable), VOLUME, {
    ...JUMPS,
    leastDistance: Math.log(CHART_LIMITS.volumeRatio),
  });
  const alarms = alarmsOf(points, {
    charts,
    together: together.signals,
    volume: volume.signals,
    duplicates: duplicateSignals(observationsOf(points, isComparable, FIGURE_IDS.duplicates)),
    words: wordSignals(points, isComparable),
  });
  return {
    points: points.map((point, place) =>
      reported(point, stateOf(point, plan, charts, place), alarms[place] ?? []),
    ),
    missing: missingPeriods(points, settings),
    charts: [
      ...charts.map(({ figure, points: drawn }) => chartOf(figure, drawn, BOTH)),
      chartOf(TOGETHER, together.points, SUMS),
      chartOf(VOLUME, volume.points, JUMPS),
    ],
    verdict: directionOf(changesOf(points, isComparable, settings), settings),
  };
}

/** That of the last point with documents: the present one. */
function planOf(points: readonly SeriesPoint[]): string | undefined {
  return points.findLast(({ documents }) => documents > 0)?.planDigest;
}

function inOrder(points: readonly SeriesPoint[], { period }: SeriesSettings): readonly SeriesPoint[] {
  if (period === null || points.some(({ date }) => date === null)) return points;
  return points.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1));
}

function observationsOf(
  points: readonly SeriesPoint[],
  isComparable: readonly boolean[],
  id: string,
): readonly Observation[] {
  return points.map(({ name, figures }, place) => ({
    name,
    quantity: Object.hasOwn(figures, id) ? (figures[id] ?? null) : null,
    isTested: isComparable[place] === true,
  }));
}

/** Where no point was compared, the index of the verdict, which is cut at 0 and 100, must do. */
function chartedOf(
  points: readonly SeriesPoint[],
  isComparable: readonly boolean[],
  id: string,
): readonly Observation[] {
  const own = observationsOf(points, isComparable, id);
  if (id !== FIGURE_IDS.homogeneity || own.some(({ quantity }) => quantity !== null)) return own;
  return own.map((observation, place) => ({ ...observation, quantity: points[place]?.homogeneity ?? null }));
}

/** Documents are counted and not sampled: each point weighs the same. */
function volumesOf(points: readonly SeriesPoint[], isComparable: readonly boolean[]): readonly Observation[] {
  return points.map(({ name, documents }, place) => ({
    name,
    quantity: { value: documents, unit: 'documents', documents: 1 },
    isTested: isComparable[place] === true,
  }));
}

function stateOf(
  point: SeriesPoint,
  plan: string | undefined,
  charts: readonly Followed[],
  place: number,
): PointState {
  if (plan !== undefined && point.planDigest !== '' && point.planDigest !== plan) return 'other-plan';
  if (!isLarge(point)) return 'too-small';
  const drawn = charts.map((chart) => chart.points[place]);
  if (drawn.every((own) => own?.value === null)) return 'no-figures';
  return drawn.some((own) => own?.score !== null && own?.score !== undefined) ? 'tested' : 'learning';
}

function reported(point: SeriesPoint, state: PointState, alarms: readonly Alarm[]): TrendPoint {
  const { name, date, documents, distinctDocuments, tokens, level, homogeneity, change, figures } = point;
  return {
    name,
    date,
    documents,
    distinctDocuments,
    tokens,
    level,
    homogeneity,
    change,
    figures,
    state,
    alarms,
  };
}

function chartOf(figure: ChartedFigure, points: Followed['points'], limits: ChartLimits): TrendChart {
  const { id, title, unit } = figure;
  const { cusum, jump } = limits;
  return { measure: id, title, unit, limits: { cusum, jump }, points };
}

function missingPeriods(points: readonly SeriesPoint[], { period }: SeriesSettings): Trend['missing'] {
  if (period === null) return { total: 0, names: [] };
  const gaps = points.flatMap(({ date }, place) => {
    const before = points[place - 1]?.date ?? null;
    return date === null || before === null ? [] : [periodsMissing(before, date, period)];
  });
  return {
    total: gaps.reduce((sum, gap) => sum + gap.total, 0),
    names: gaps.flatMap(({ names }) => names).slice(0, MOST_MISSING),
  };
}

const MOST_MISSING = 100;

/** The changes that can be compared, placed by period where points are dated, so that a gap counts as time. */
function changesOf(
  points: readonly SeriesPoint[],
  isComparable: readonly boolean[],
  { period }: SeriesSettings,
): readonly PlacedChange[] {
  const first = points[0]?.date ?? null;
  return points.flatMap(({ change, date }, place) => {
    if (change === null || isComparable[place] !== true) return [];
    const between =
      period === null || first === null || date === null ? null : periodsBetween(first, date, period);
    return [{ place: between ?? place, value: change.value }];
  });
}
