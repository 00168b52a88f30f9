import type { TrendChart, TrendPoint, TrendVerdict } from '../trend/trend.ts';
import { limitText, padText } from './display-width.ts';
import { printableText } from './printable-text.ts';
import { quantityText } from './quantity-text.ts';
import type { TerminalLook } from './terminal.ts';
import type { Style, TerminalLine } from './terminal-line.ts';
import { line, screenText, stacked } from './terminal-line.ts';
import type { TrendReport } from './trend-report.ts';
import {
  alarmsSentence,
  alarmText,
  falseAlarmSentence,
  signed,
  slopeSentence,
  sparkline,
  trendNotes,
  trendSentence,
} from './trend-text.ts';

const DIRECTION_STYLES: Readonly<Record<TrendVerdict['direction'], Style>> = {
  narrowing: 'red',
  stable: 'green',
  widening: 'green',
  'insufficient-data': 'cyan',
};
const MOST_LINES = 2;
const MOST_POINTS = 8;
const MOST_ALARMS = 5;
const WIDEST_NAME = 24;
const TITLE_WIDTH = 36;

/** The series on one screen: its direction, its charts as lines of blocks, the last points, and the last alarms. */
export function trendTerminal(report: TrendReport, { width, palette }: TerminalLook): string {
  const parts = [
    headLines(report, width),
    report.charts.flatMap((chart) => chartLines(chart, width)),
    pointLines(report.points, width),
    alarmLines(report.points, width),
    footLines(report, width),
  ];
  return screenText(stacked(parts), width, palette);
}

function headLines(report: TrendReport, width: number): TerminalLine[] {
  const { verdict } = report;
  const style = DIRECTION_STYLES[verdict.direction];
  const sentences = [verdict.summary, slopeSentence(report), alarmsSentence(report)];
  return [
    ...limitText(trendSentence(verdict), width, MOST_LINES).map((text) => line(text, style)),
    ...sentences
      .filter((text) => text !== '')
      .flatMap((text) => limitText(printableText(text), width, MOST_LINES))
      .map((text) => line(text)),
  ];
}

function chartLines({ title, unit, points }: TrendChart, width: number): TerminalLine[] {
  const values = points.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return [];
  const last = known.at(-1) ?? 0;
  const text = quantityText({ value: last, unit, documents: 0 });
  const room = Math.max(1, width - TITLE_WIDTH - text.length - 2);
  return [line(`${padText(title, TITLE_WIDTH)} ${sparkline(values, room)} ${text}`)];
}

function pointLines(points: readonly TrendPoint[], width: number): TerminalLine[] {
  const shown = points.slice(-MOST_POINTS);
  const widest = Math.min(
    WIDEST_NAME,
    Math.floor(width / 3),
    Math.max(0, ...shown.map(({ name }) => name.length)),
  );
  return [
    ...(points.length > shown.length ? [line(`The last ${shown.length} points:`, 'dim')] : []),
    ...shown.map(({ name, documents, level, homogeneity, change, alarms, state }): TerminalLine => {
      const index = homogeneity === null ? 'no index' : quantityText(withoutInterval(homogeneity));
      const moved = change === null ? '' : `, change ${signed(change.value)}`;
      const kinds = alarms.map(({ kind }) => kind).join(', ');
      const mark = alarms.length > 0 ? '✗ ' : state === 'tested' ? '✓ ' : '· ';
      return [
        { text: mark, style: alarms.length > 0 ? 'red' : 'dim' },
        { text: padText(shortName(name, widest), widest), style: 'plain' },
        {
          text: `  ${documents} documents, ${level}, ${index}${moved}`,
          style: 'plain',
        },
        { text: kinds === '' ? '' : `  ${kinds}`, style: 'red' },
      ];
    }),
  ];
}

/** The end of a long name: inputs of a series mostly begin alike. */
function shortName(name: string, width: number): string {
  const characters = Array.from(printableText(name));
  return characters.length <= width
    ? characters.join('')
    : `…${characters.slice(characters.length - width + 1).join('')}`;
}

function withoutInterval<Own extends { readonly interval?: unknown }>({
  interval: _interval,
  ...rest
}: Own): Omit<Own, 'interval'> {
  return rest;
}

function alarmLines(points: readonly TrendPoint[], width: number): TerminalLine[] {
  const all = points.flatMap(({ name, alarms }) =>
    alarms.map((alarm) => `${shortName(name, WIDEST_NAME)} ${alarmText(alarm)}`),
  );
  const shown = all.slice(-MOST_ALARMS);
  return [
    ...(all.length > shown.length ? [line(`The last ${shown.length} of ${all.length} alarms:`, 'dim')] : []),
    ...shown
      .flatMap((text) => limitText(printableText(text), width, MOST_LINES))
      .map((text) => line(text, 'yellow')),
  ];
}

function footLines(report: TrendReport, width: number): TerminalLine[] {
  const baseline =
    report.baseline === null
      ? 'No point has enough documents to be a baseline.'
      : `Change is told against ${printableText(report.baseline)}.`;
  return [
    ...trendNotes(report)
      .flatMap((text) => limitText(printableText(text), width, MOST_LINES))
      .map((text) => line(text, 'yellow')),
    ...[falseAlarmSentence(report), baseline]
      .flatMap((text) => limitText(text, width, MOST_LINES))
      .map((text) => line(text, 'dim')),
  ];
}
