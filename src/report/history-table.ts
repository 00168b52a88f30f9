import type { SeriesPoint } from '../trend/series.ts';
import { padText } from './display-width.ts';
import { countText, quantityText } from './quantity-text.ts';

/** A week as the table shows it. */
export interface ListedWeek {
  readonly series: string;
  readonly week: string;
  readonly point: SeriesPoint;
}

const HEADER = ['series', 'week', 'documents', 'level', 'homogeneity'];

/** The weeks of a history as lines of text in columns. */
export function historyTable(weeks: readonly ListedWeek[]): string {
  const rows = [HEADER, ...weeks.map(cellsOf)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => padText(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cellsOf({ series, week, point: { documents, level, homogeneity } }: ListedWeek): string[] {
  return [series, week, countText(documents), level, homogeneity === null ? '–' : quantityText(homogeneity)];
}
