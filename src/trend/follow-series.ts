import type { SeriesPoint } from './series.ts';
import type { SeriesSettings, Trend, TrendPoint } from './trend.ts';

/** Follows a series: charts each figure, tells alarms, and gives the direction of the whole. */
export function followSeries(points: readonly SeriesPoint[], _settings: SeriesSettings): Trend {
  return {
    points: points.map(drawn),
    missing: { total: 0, names: [] },
    charts: [],
    verdict: {
      direction: 'insufficient-data',
      slope: null,
      falseAlarmsPerYear: 0,
      falseAlarmsPerPoint: 0,
      pointsPerYear: 52,
      summary: '',
    },
  };
}

function drawn(point: SeriesPoint): TrendPoint {
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
    state: 'learning',
    alarms: [],
  };
}
