import type { WeeksIndex } from '../../src/report/weeks-index.ts';
import { followSeries } from '../../src/trend/follow-series.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';
import { quietSeries } from '../trend/made-series.ts';

/** Weeks of which the eleventh has copies, each with its reports but the first. */
export function madeWeeksIndex(length: number, text = 'essays'): WeeksIndex {
  const points = quietSeries(length, 5).map((point, place): SeriesPoint => {
    const name = weekName(place);
    const homogeneity = { value: 30 + (place % 9), unit: 'points', documents: 120 } as const;
    const copies = { value: 0.5, unit: 'share', documents: 120 } as const;
    const figures = place === 10 ? { ...point.figures, duplicates: copies } : point.figures;
    return { ...point, name, homogeneity, figures };
  });
  return {
    schema: 'heteroglossia-weeks/1',
    tool: { name: 'heteroglossia', version: '0.1.0' },
    series: text,
    ...followSeries(points, { period: 'week' }),
    reports: points.slice(1).map(({ name }) => ({
      week: name,
      paths: ['html', 'json', 'md'].map((ending) => `${name}.${ending}`),
    })),
  };
}

function weekName(place: number): string {
  return `${2026 + Math.floor(place / 52)}-W${String((place % 52) + 1).padStart(2, '0')}`;
}
