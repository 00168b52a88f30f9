import type { TrendReport } from '../../src/report/trend-report.ts';
import { followSeries } from '../../src/trend/follow-series.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';
import { quietSeries } from '../trend/made-series.ts';

export interface MadeTrend {
  /** Stands wherever a text of the corpus can reach a report. */
  readonly text?: string;
  readonly length?: number;
  /** Whether points are months, of which one is missing; else they are inputs. */
  readonly isDated?: boolean;
}

const COPIED = 10;
const SMALL = 4;

/** A series with a small point and one that has copies, other words and another index, so that everything is told. */
export function madeTrend({ text = 'plain', length = 14, isDated = false }: MadeTrend = {}): TrendReport {
  const points = quietSeries(length, 21).map(
    (point, place): SeriesPoint => ({
      ...point,
      name: isDated ? monthOf(place) : `${text} ${place}`,
      date: isDated ? `${monthOf(place)}-01` : null,
      homogeneity: { value: 30 + (place % 7), unit: 'points', interval: [25, 40], documents: 120 },
      ...(point.change === null
        ? {}
        : {
            change: { value: point.change.value, interval: [point.change.value - 4, point.change.value + 4] },
          }),
      ...(place === SMALL ? { documents: 3, distinctDocuments: 3, level: 'insufficient-data' as const } : {}),
      ...(place % 40 === COPIED ? copied(point, text) : {}),
    }),
  );
  return {
    schema: 'heteroglossia-trend/1',
    tool: { name: 'heteroglossia', version: '0.1.0' },
    run: {
      inputs: [text],
      options: { [text]: text },
      planDigest: 'plan',
      startedAt: '2026-01-02T03:04:05.000Z',
      seconds: 1,
    },
    by: isDated ? 'month' : null,
    baseline: text,
    dates: {
      missing: 1,
      unreadable: 1,
      tooCoarse: 2,
      future: 0,
      examples: [{ uri: text, line: 3, date: text, reason: 'it is no date' }],
    },
    problems: { total: 2, byCode: { JSON_SYNTAX: 2 } },
    ...followSeries(points, { period: isDated ? 'month' : null }),
  };
}

/** Months one after the other, of which the sixth is missing. */
function monthOf(place: number): string {
  const month = place < 5 ? place : place + 1;
  return `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function copied(point: SeriesPoint, text: string): Partial<SeriesPoint> {
  const documents = 120;
  return {
    level: 'monologic',
    figures: {
      ...point.figures,
      homogeneity: { value: 70, unit: 'points', documents },
      duplicates: { value: 0.5, unit: 'share', documents },
    },
    wordDrift: {
      alarm: true,
      tested: 9,
      windowWords: 100,
      rose: 1,
      fell: 0,
      words: [{ word: text, baseline: 0, candidate: 9, ratio: 9, adjustedP: 1e-9 }],
    },
    evidence: (['duplicates', 'narrowing', 'word-drift'] as const).map((kind) => ({
      kind,
      summary: text,
      quotes: [text],
      documents: [text],
      sources: [text],
    })),
  };
}

/** Nothing that could be followed. */
export function emptyTrend(): TrendReport {
  return { ...madeTrend(), baseline: null, dates: null, ...followSeries([], { period: null }) };
}
