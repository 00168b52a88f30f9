import { hash } from 'node:crypto';
import { mondayOfWeek } from '../../src/calendar-week.ts';
import type { WeekRun } from '../../src/history/history.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';

/** A week with made figures; `documents` tells one from another. */
export function madeRun(
  week: string,
  change: Partial<WeekRun> & { readonly documents?: number } = {},
): WeekRun {
  const { documents = 100, ...rest } = change;
  return {
    series: 'main',
    week,
    profileDigest: hash('sha256', `${week} ${documents}`, 'hex'),
    baselineDigest: null,
    point: madePoint(week, documents),
    report: JSON.stringify({ schema: 'heteroglossia-report/1', documents }),
    ...rest,
  };
}

function madePoint(week: string, documents = 100): SeriesPoint {
  return {
    name: week,
    date: mondayOfWeek(week),
    documents,
    distinctDocuments: documents - 1,
    tokens: 200 * documents,
    level: 'heteroglossic',
    homogeneity: { value: 12.5, unit: 'points', interval: [10, 15], documents },
    change: { value: -0.5, interval: [-2, 1] },
    figures: {
      'exact-duplicates': { value: 0.01, unit: 'share', documents },
      'cross-document-overlap': { value: 0.4, unit: 'per-million', interval: [0.2, 0.7], documents },
    },
    wordDrift: {
      alarm: true,
      tested: 10,
      windowWords: 100,
      rose: 1,
      fell: 0,
      words: [{ word: '\ud800 constructor\u0000', baseline: 0, candidate: 5, ratio: 10, adjustedP: 0.01 }],
    },
    planDigest: '0123456789abcdef',
  };
}
