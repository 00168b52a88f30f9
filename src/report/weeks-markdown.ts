import type { TrendPoint } from '../trend/trend.ts';
import { markdownProse, markdownTable } from './markdown-text.ts';
import { countText, quantityText } from './quantity-text.ts';
import { alarmsSentence, falseAlarmSentence, signed, trendNotes, trendSentence } from './trend-text.ts';
import { alarmsText } from './week-text.ts';
import type { WeeksIndex } from './weeks-index.ts';

const HEADER = ['week', 'documents', 'level', 'homogeneity', 'change', 'alarms', 'reports'];

/** The index of all weeks as a page, the last week first. */
export function weeksMarkdown(index: WeeksIndex): string {
  const { series, points, missing, verdict } = index;
  const paths = new Map(index.reports.map((report) => [report.week, report.paths]));
  const rows = points.toReversed().map((point) => rowOf(point, paths.get(point.name) ?? []));
  return [
    `# Corpus health by week: ${markdownProse(series)}`,
    '',
    `**${trendSentence(verdict)}** ${markdownProse(verdict.summary)}`,
    '',
    `- ${alarmsSentence(index)}`,
    `- ${falseAlarmSentence({ verdict, by: 'week' })}`,
    ...trendNotes({ points, missing, dates: null }).map((note) => `- Note: ${markdownProse(note)}`),
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
    change === null ? '–' : changeText(change),
    alarms.length > 0 ? `**${alarmsText(state, alarms)}**` : alarmsText(state, alarms),
    paths.map((path) => `[${path.slice(path.lastIndexOf('.') + 1)}](${encodeURI(path)})`).join(' '),
  ];
}

function changeText({ value, interval }: NonNullable<TrendPoint['change']>): string {
  if (interval === null) return signed(value);
  return `${signed(value)} (${signed(interval[0])} to ${signed(interval[1])})`;
}
