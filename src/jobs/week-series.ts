import type { WeekEntry } from '../history/history.ts';
import type { WeekFacts } from '../report/week-facts.ts';
import { FIGURE_IDS } from '../trend/charted-figures.ts';
import { followSeries } from '../trend/follow-series.ts';
import type { SeriesPoint } from '../trend/series.ts';
import type { Trend } from '../trend/trend.ts';
import { asBaseline } from './series-point.ts';

const AGAINST_BASELINE: readonly string[] = [FIGURE_IDS.tailKept, FIGURE_IDS.tailKnown];

/** Follows weeks in the order of time. What was compared with another baseline than the last week has no change. */
export function weekTrend(entries: readonly WeekEntry[]): Trend {
  const sorted = entries.toSorted((a, b) => (a.week < b.week ? -1 : 1));
  const baseline = sorted.at(-1)?.baselineDigest ?? null;
  return followSeries(
    sorted.map((entry) => comparablePoint(entry, baseline)),
    { period: 'week' },
  );
}

/** What a series says of its last week. */
export function weekFacts(
  entries: readonly WeekEntry[],
  last: WeekEntry,
  baselineWeek: string | null,
): WeekFacts {
  const { series, week, point } = last;
  const before = entries.filter((entry) => entry.week < week);
  const trend = weekTrend([...before, last]);
  const { state = 'no-figures', alarms = [] } = trend.points.find(({ name }) => name === week) ?? {};
  return {
    series,
    name: week,
    monday: point.date ?? '',
    weeks: before.length + 1,
    baselineWeek,
    state,
    alarms,
    verdict: trend.verdict,
  };
}

/** A point with what was found against this baseline alone. That of the baseline itself has not changed. */
function comparablePoint(
  { point, profileDigest, baselineDigest }: WeekEntry,
  baseline: string | null,
): SeriesPoint {
  if (baselineDigest === baseline) return point;
  const figures = Object.entries(point.figures).filter(([id]) => !AGAINST_BASELINE.includes(id));
  const alone = { ...point, change: null, wordDrift: null, figures: Object.fromEntries(figures) };
  return profileDigest === baseline ? asBaseline(alone) : alone;
}
