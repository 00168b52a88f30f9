import type { PointEvidence } from '../trend/series.ts';
import type { Alarm, TrendChart, TrendPoint } from '../trend/trend.ts';
import { markdownCellCode, markdownCode, markdownProse, markdownTable } from './markdown-text.ts';
import { countText, quantityText } from './quantity-text.ts';
import type { TrendReport } from './trend-report.ts';
import {
  alarmsSentence,
  falseAlarmSentence,
  signed,
  slopeSentence,
  stateText,
  trendNotes,
  trendSentence,
} from './trend-text.ts';

const MOST_WORDS = 15;

/** The series as a page that reads well both raw and rendered. */
export function trendMarkdown(report: TrendReport): string {
  const parts = [
    ['# A series of corpora'],
    verdictPart(report),
    alarmsPart(report.points),
    pointsPart(report.points),
    ...report.charts.map(chartPart),
    runPart(report),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function verdictPart(report: TrendReport): string[] {
  const { verdict, baseline } = report;
  return [
    `**${trendSentence(verdict)}** ${markdownProse(verdict.summary)} ${slopeSentence(report)}`.trimEnd(),
    '',
    `- ${alarmsSentence(report)}`,
    `- ${falseAlarmSentence(report)}`,
    baseline === null
      ? '- No point has enough documents to be a baseline, so that no change is told.'
      : `- Change is told against ${markdownCode(baseline)}: above 0 a point is more alike, or has lost more rare words.`,
    ...trendNotes(report).map((note) => `- Note: ${markdownProse(note)}`),
  ];
}

function alarmsPart(points: readonly TrendPoint[]): string[] {
  const alarmed = points.filter(({ alarms }) => alarms.length > 0);
  if (alarmed.length === 0) return [];
  return [
    '## Alarms',
    '',
    ...alarmed.flatMap(({ name, alarms }) => [
      `- ${markdownCode(name)}`,
      ...alarms.flatMap((alarm) => alarmLines(alarm)),
    ]),
  ];
}

function alarmLines({ kind, summary, words, evidence }: Alarm): string[] {
  const told = words.slice(0, MOST_WORDS).map(markdownCode).join(', ');
  return [
    `  - **${kind}**: ${markdownProse(summary)}`,
    ...(told === '' ? [] : [`    - Words: ${told}${words.length > MOST_WORDS ? ', …' : ''}`]),
    ...evidence.map((own) => `    - ${evidenceText(own)}`),
  ];
}

function evidenceText({ summary, quotes, documents, sources }: PointEvidence): string {
  const parts = [
    markdownProse(summary),
    quotes.map(markdownCode).join(', '),
    documents.length === 0 ? '' : `in ${documents.map(markdownCode).join(', ')}`,
    sources.map(markdownCode).join(', '),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function pointsPart(points: readonly TrendPoint[]): string[] {
  const rows = points.map(({ name, documents, level, homogeneity, change, alarms, state }) => [
    markdownCellCode(name),
    countText(documents),
    level,
    homogeneity === null ? '' : quantityText(homogeneity),
    change === null ? '' : changeText(change),
    alarms.length === 0 ? stateText({ state }) : alarms.map(({ kind }) => `**${kind}**`).join(', '),
  ]);
  return [
    '## Points',
    '',
    ...markdownTable(['point', 'documents', 'level', 'homogeneity', 'change', 'alarms'], rows),
  ];
}

function changeText({ value, interval }: NonNullable<TrendPoint['change']>): string {
  return interval === null
    ? signed(value)
    : `${signed(value)} (${signed(interval[0])} to ${signed(interval[1])})`;
}

function chartPart({ title, unit, limits, points }: TrendChart): string[] {
  if (points.every(({ value }) => value === null)) return [];
  const quantity = (value: number | null): string =>
    value === null ? '' : quantityText({ value, unit, documents: 0 });
  const rows = points.map(({ name, value, centre, range, score, up, down, average }) => [
    markdownCellCode(name),
    quantity(value),
    quantity(centre),
    range === null ? '' : `${quantity(range[0])} to ${quantity(range[1])}`,
    numberText(score),
    ...(limits.cusum === null ? [] : [numberText(up), numberText(down), numberText(average)]),
  ]);
  const jumps = limits.jump === null ? [] : [`Scores beyond ±${limits.jump} are an alarm.`];
  const sums =
    limits.cusum === null ? [] : [`Sums beyond ${limits.cusum} are an alarm; the average is drawn alone.`];
  return [
    `## ${title}`,
    '',
    [...jumps, ...sums].join(' '),
    '',
    ...markdownTable(
      [
        'point',
        'value',
        'usual',
        'a single point stays within',
        'score',
        ...(limits.cusum === null ? [] : ['sum up', 'sum down', 'average']),
      ],
      rows,
    ),
  ];
}

function numberText(value: number | null): string {
  return value === null ? '' : value.toFixed(2);
}

function runPart({ run, tool, by }: TrendReport): string[] {
  return [
    '## Run',
    '',
    `- Inputs: ${run.inputs.map(markdownCode).join(', ')}`,
    ...(by === null ? [] : [`- Cut by ${by}`]),
    `- heteroglossia ${tool.version}, plan ${markdownCode(run.planDigest.slice(0, 16))}`,
  ];
}
