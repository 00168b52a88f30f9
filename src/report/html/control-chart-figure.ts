import { scaleLinear, scaleLog } from 'd3-scale';
import type { Alarm, ChartPoint, TrendChart, TrendPoint } from '../../trend/trend.ts';
import { countedText, countText, quantityParts, quantityText } from '../quantity-text.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { powersOfTen } from './plot.ts';
import { named } from './quotes.ts';
import type { SeriesAxis } from './series-axis.ts';
import { pointDots } from './series-dots.ts';
import type { Panel } from './series-plot.ts';
import {
  diamond,
  markedNames,
  panelFrame,
  rounded,
  seriesBand,
  seriesLine,
  seriesTicks,
} from './series-plot.ts';
import { endOfName } from './short-name.ts';
import { rowsNote, shownPlaces } from './shown-places.ts';
import { sumsPanel } from './sums-panel.ts';
import type { Column } from './table.ts';
import { tickLabels } from './tick-labels.ts';

/** Room for the unit of the axis, and for the names of points with an alarm. */
const TOP = 14;
const UNIT_LINE = 14;
const NAMES_LINE = 18;
const VALUES_HEIGHT = 150;
const SUMS_HEIGHT = 110;
/** Between two panels, where the title of the second stands. */
const BETWEEN = 34;
const BELOW = 26;
const MOST_NAMES = 4;
const FEWEST_ON_LOG = 1;
const LONGEST_NAME = 36;

/** A measure from point to point: its values with what was usual, its alarms, and below it its cumulative sums. */
export function controlChartFigure(
  chart: TrendChart,
  points: readonly TrendPoint[],
  axis: SeriesAxis,
): Markup {
  const { title, limits } = chart;
  if (chart.points.every(({ value }) => value === null)) return null;
  const alarmed = alarmedPlaces(chart, points);
  const names = alarmed.length === 0 ? 0 : NAMES_LINE;
  const top = TOP + (unitOf(chart) === '' ? 0 : UNIT_LINE) + names;
  const values: Panel = { top, bottom: top + VALUES_HEIGHT };
  const sums: Panel | null =
    limits.cusum === null || chart.points.every(({ up }) => up === null)
      ? null
      : { top: values.bottom + BETWEEN, bottom: values.bottom + BETWEEN + SUMS_HEIGHT };
  const bottom = (sums ?? values).bottom;
  const finding = findingOf(chart, alarmed);
  const shown = shownPlaces(chart.points.length, alarmed);
  return figure({
    title: `${title}: ${finding}`,
    description: descriptionOf(chart, finding),
    height: bottom + BELOW,
    drawing: html`
      ${valuesPanel(chart, points, axis, { panel: values, alarmed })}
      ${sums === null || limits.cusum === null ? null : sumsPanel(chart, limits.cusum, axis, { panel: sums, alarmed: alarmedPlaces(chart, points, 'cusum') })}
      ${seriesTicks(axis, bottom + 18)}`,
    columns: columnsOf(chart),
    rows: shown.map((place) => {
      const point = chart.points[place];
      return point === undefined ? [] : rowOf(chart, point, alarmed.includes(place));
    }),
    note: rowsNote(shown.length, chart.points.length),
  });
}

function valuesPanel(
  { points: drawn, unit, limits }: TrendChart,
  points: readonly TrendPoint[],
  axis: SeriesAxis,
  { panel, alarmed }: { readonly panel: Panel; readonly alarmed: readonly number[] },
): Markup {
  // Sums alone are tested where single points are not: where these would stay is no limit then.
  const ranges = drawn.map(({ range }) => (limits.jump === null ? null : range));
  const isLog = unit === 'documents';
  const y = scaleOf(drawn, ranges, panel, isLog);
  const values = drawn.map(({ value }) => value);
  const ticks = y.ticks(4);
  const tickNames = tickLabels(ticks, unit);
  const marked = alarmed.filter((place) => values[place] !== null);
  return html`
    ${panelFrame(
      panel,
      axis,
      '',
      ticks.map((tick, index) => ({ at: rounded(y(tick)), label: tickNames[index] ?? '' })),
    )}
    <text x="0" y=${panel.top - 10 - (marked.length > 0 ? NAMES_LINE : 0)}>${unitOf({ unit })}</text>
    <path class="band" d=${seriesBand(axis, ranges, y)} />
    <path class="line" d=${seriesLine(
      axis,
      drawn.map(({ centre }) => centre),
      y,
    )} />
    <path class="thin-line" d=${seriesLine(axis, values, y)} fill="none" />
    ${pointDots(axis, {
      values,
      y,
      isHollow: (place) => points[place]?.state !== 'tested' && points[place]?.state !== 'learning',
      titleOf: (place) => pointTitle(points[place]?.name ?? '', values[place] ?? null, unit),
    })}
    ${marked.map((place) => alarmMark(axis, place, y(values[place] ?? 0), points[place]?.name ?? ''))}
    ${markedNames(axis, marked, panel.top - 10)}`;
}

function unitOf({ unit }: Pick<TrendChart, 'unit'>): string {
  return quantityParts({ value: 0, unit, documents: 0 }).unit.trim();
}

function alarmMark(axis: SeriesAxis, place: number, y: number, name: string): Markup {
  return html`<path class="one" d=${diamond(axis.at[place] ?? 0, y)}><title>${`${endOfName(name, LONGEST_NAME)}: alarm`}</title></path>`;
}

function pointTitle(name: string, value: number | null, unit: TrendChart['unit']): string {
  return `${endOfName(name, LONGEST_NAME)}: ${value === null ? 'no value' : quantityText({ value, unit, documents: 0 })}`;
}

interface ValueScale {
  (value: number): number;
  ticks(count: number): number[];
}

/** From the least to the greatest value; of ranges the narrowest alone, since those of the first points are very wide. */
function scaleOf(
  drawn: readonly ChartPoint[],
  ranges: readonly ChartPoint['range'][],
  { top, bottom }: Panel,
  isLog: boolean,
): ValueScale {
  const known = drawn.flatMap(({ value, centre }) => [value, centre]).filter((value) => value !== null);
  const ends = [...known, ...(narrowest(ranges) ?? [])];
  const [least, most] = extent(ends);
  if (!isLog) return scaleLinear([least, most], [bottom, top]).nice(4).clamp(true);
  const scale = scaleLog([Math.max(FEWEST_ON_LOG, least), Math.max(10, most)], [bottom, top]).clamp(true);
  return Object.assign((value: number) => scale(Math.max(FEWEST_ON_LOG, value)), {
    ticks: () => logTicks(scale.domain()),
  });
}

/** Powers of ten, and where they are few what lies between them. */
function logTicks([from = 1, to = 10]: readonly number[]): number[] {
  const powers = powersOfTen(from, to);
  const steps = powers.length > 2 ? [1] : [1, 2, 5];
  return powersOfTen(from / 10, to)
    .flatMap((power) => steps.map((step) => step * power))
    .filter((tick) => tick >= from && tick <= to);
}

function narrowest(ranges: readonly ChartPoint['range'][]): ChartPoint['range'] {
  return ranges.reduce(
    (least, range) =>
      range !== null && (least === null || range[1] - range[0] < least[1] - least[0]) ? range : least,
    null,
  );
}

function extent(values: readonly number[]): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

/** The points at which this measure has an alarm, or one of a chart of it. */
function alarmedPlaces(
  { measure }: TrendChart,
  points: readonly TrendPoint[],
  chart?: Alarm['chart'],
): readonly number[] {
  return points.flatMap(({ alarms }, place) =>
    alarms.some((alarm) => alarm.measure === measure && (chart ?? alarm.chart) === alarm.chart)
      ? [place]
      : [],
  );
}

function findingOf({ points }: TrendChart, alarmed: readonly number[]): string {
  const tested = points.filter(({ score }) => score !== null).length;
  if (tested === 0) return 'too few points to say what is usual';
  const all = countedText(tested, 'tested point', 'tested points');
  if (alarmed.length === 0) return `no alarm at ${all}`;
  const names = alarmed.slice(-MOST_NAMES).map((place) => endOfName(points[place]?.name ?? '', LONGEST_NAME));
  const more = alarmed.length > MOST_NAMES ? `, the last at ${names.join(', ')}` : `, ${names.join(', ')}`;
  return `an alarm at ${countText(alarmed.length)} of ${all}${more}`;
}

function descriptionOf({ title, unit, points }: TrendChart, finding: string): string {
  const known = points.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const told = (value: number): string => quantityText({ value, unit, documents: 0 });
  const [first, last] = [known[0], known.at(-1)];
  const [least, most] = extent(known.map(({ value }) => value));
  const ends =
    first === undefined || last === undefined
      ? ''
      : `From ${told(first.value)} at ${endOfName(first.name, LONGEST_NAME)} to ${told(last.value)} at ${endOfName(last.name, LONGEST_NAME)}, between ${told(least)} and ${told(most)}.`;
  return `${title} by point, with what was usual before each of them. ${ends} ${finding}.`;
}

function columnsOf({ unit, limits }: TrendChart): readonly Column[] {
  const unitText = unitOf({ unit });
  return [
    { title: 'point' },
    { title: unitText === '' ? 'value' : `value, ${unitText}`, isNumber: true },
    { title: 'usual', isNumber: true },
    { title: 'a single point stays within' },
    { title: 'score', isNumber: true },
    ...(limits.cusum === null
      ? []
      : [
          { title: 'sum up', isNumber: true },
          { title: 'sum down', isNumber: true },
          { title: 'moving average', isNumber: true },
        ]),
    { title: 'alarm' },
  ];
}

interface RowCell {
  readonly content: Markup;
  readonly key?: number;
}

function rowOf({ unit, limits }: TrendChart, point: ChartPoint, isAlarmed: boolean): readonly RowCell[] {
  const { name, value, centre, range, score, up, down, average } = point;
  const text = (number: number): string => quantityParts({ value: number, unit, documents: 0 }).number;
  const cell = (number: number | null): RowCell =>
    number === null ? { content: '–' } : { content: text(number), key: number };
  return [
    { content: named(endOfName(name, LONGEST_NAME)) },
    cell(value),
    cell(centre),
    { content: range === null ? '–' : `${text(range[0])} to ${text(range[1])}` },
    scoreCell(score),
    ...(limits.cusum === null ? [] : [scoreCell(up), scoreCell(down), scoreCell(average)]),
    { content: isAlarmed ? 'alarm' : '' },
  ];
}

function scoreCell(score: number | null): RowCell {
  return score === null ? { content: '–' } : { content: score.toFixed(2).replace('-', '−'), key: score };
}
