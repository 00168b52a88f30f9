import { alarmsOf } from './alarms.ts';
import { periodsBetween, periodsMissing } from './calendar-period.ts';
import type { Followed, Observation } from './chart.ts';
import { followChart } from './chart.ts';
import { CHART_LIMITS } from './chart-limits.ts';
import type { ChartedFigure } from './charted-figures.ts';
import { CHARTED_FIGURES, FIGURE_IDS, VOLUME } from './charted-figures.ts';
import type { PlacedChange } from './direction.ts';
import { directionOf } from './direction.ts';
import { duplicateSignals } from './duplicate-alarms.ts';
import type { SeriesPoint } from './series.ts';
import { isLarge } from './series-size.ts';
import type { Alarm, PointState, SeriesSettings, Trend, TrendChart, TrendPoint } from './trend.ts';
import { wordSignals } from './word-alarms.ts';

/**
 * Follows a series: charts each figure, tells alarms, and gives the direction of the whole. Points that are dated come
 * in the order of their dates, others as they are given. A point is judged by those before it alone, so that what was
 * said of it stays when points are added; but for another plan, which is that of all but the last point's.
 */
export function followSeries(given: readonly SeriesPoint[], settings: SeriesSettings): Trend {
  const points = inOrder(given, settings);
  const isComparable = points.map(
    (point) => isLarge(point) && point.planDigest === points.at(-1)?.planDigest,
  );
  const charts = CHARTED_FIGURES.map((figure) => ({
    figure,
    ...followChart(
      figure.id === FIGURE_IDS.homogeneity
        ? indexesOf(points, isComparable)
        : observationsOf(points, isComparable, figure.id),
      figure,
      {
        cusum: CHART_LIMITS.cusum,
        jump: CHART_LIMITS.jump,
        leastDistance: 0,
      },
    ),
  }));
  const volume = followChart(volumesOf(points, isComparable), VOLUME, {
    cusum: null,
    jump: CHART_LIMITS.jump,
    leastDistance: Math.log(CHART_LIMITS.volumeRatio),
  });
  const alarms = alarmsOf(points, {
    charts,
    volume: volume.signals,
    duplicates: duplicateSignals(observationsOf(points, isComparable, FIGURE_IDS.duplicates)),
    words: wordSignals(points, isComparable),
  });
  return {
    points: points.map((point, place) =>
      reported(point, stateOf(point, points, charts, place), alarms[place] ?? []),
    ),
    missing: missingPeriods(points, settings),
    charts: [
      ...charts.map(({ figure, points: drawn }) => chartOf(figure, drawn, CHART_LIMITS.cusum)),
      chartOf(VOLUME, volume.points, null),
    ],
    verdict: directionOf(changesOf(points, isComparable, settings), settings),
  };
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
function indexesOf(points: readonly SeriesPoint[], isComparable: readonly boolean[]): readonly Observation[] {
  const own = observationsOf(points, isComparable, FIGURE_IDS.homogeneity);
  if (own.some(({ quantity }) => quantity !== null)) return own;
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
  points: readonly SeriesPoint[],
  charts: readonly Followed[],
  place: number,
): PointState {
  if (!isLarge(point)) return 'too-small';
  if (point.planDigest !== points.at(-1)?.planDigest) return 'other-plan';
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

function chartOf(figure: ChartedFigure, points: Followed['points'], limit: number | null): TrendChart {
  const { id, title, unit } = figure;
  return { measure: id, title, unit, limits: { cusum: limit, jump: CHART_LIMITS.jump }, points };
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
