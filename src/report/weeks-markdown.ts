import type { TrendPoint } from '../trend/trend.ts';
import { markdownProse, markdownTable } from './markdown-text.ts';
import { countedText, countText, quantityText } from './quantity-text.ts';
import { falseAlarmSentence } from './trend-text.ts';
import { alarmsText } from './week-text.ts';
import type { WeeksIndex } from './weeks-index.ts';

const HEADER = ['week', 'documents', 'level', 'homogeneity', 'change', 'alarms', 'reports'];
const MOST_MISSING = 10;

/** The index of all weeks as a page, the last week first. */
export function weeksMarkdown(index: WeeksIndex): string {
  const { series, points, missing, verdict } = index;
  const paths = new Map(index.reports.map((report) => [report.week, report.paths]));
  const rows = points.toReversed().map((point) => rowOf(point, paths.get(point.name) ?? []));
  const names = missing.names.slice(0, MOST_MISSING).join(', ');
  const gaps =
    missing.total === 0
      ? []
      : [
          '',
          `Without a run: ${countedText(missing.total, 'week', 'weeks')} (${names}${missing.total > MOST_MISSING ? ', …' : ''}).`,
        ];
  return [
    `# Corpus health by week: ${markdownProse(series)}`,
    '',
    markdownProse(
      verdict.summary === '' ? `${countedText(points.length, 'week', 'weeks')}.` : verdict.summary,
    ),
    '',
    markdownProse(falseAlarmSentence({ verdict, by: 'week' })),
    ...gaps,
    '',
    ...markdownTable(HEADER, rows),
    '',
  ].join('\n');
}

function rowOf(point: TrendPoint, paths: readonly string[]): string[] {
  const { name, documents, level, homogeneity, change, state, alarms } = point;
  return [
    name,
    countText(documents),
    level,
    homogeneity === null ? '–' : quantityText(homogeneity),
    changeText(change, documents),
    alarms.length > 0 ? `**${alarmsText(state, alarms)}**` : alarmsText(state, alarms),
    paths.map((path) => `[${path.slice(path.lastIndexOf('.') + 1)}](${encodeURI(path)})`).join(' '),
  ];
}

function changeText(change: TrendPoint['change'], documents: number): string {
  if (change === null) return '–';
  const { value, interval } = change;
  return quantityText({ value, unit: 'points', documents, ...(interval === null ? {} : { interval }) });
}
