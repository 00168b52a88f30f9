import { scaleLinear } from 'd3-scale';
import type { TrendPoint } from '../../trend/trend.ts';
import { countedText } from '../quantity-text.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { FRAME } from './plot.ts';
import { named } from './quotes.ts';
import type { SeriesAxis } from './series-axis.ts';
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

const PANEL = { top: 66, bottom: 256 } as const;
const HEIGHT = 282;
const SCALE = [0, 25, 50, 75, 100];
const LONGEST_NAME = 36;

type Level = TrendPoint['level'];

/** How a level is drawn: in the colours of the ruler, and in a form of its own for those who do not see them. */
const LEVELS: Readonly<
  Record<Level, { readonly colour: string; readonly form: (x: number, y: number) => string }>
> = {
  heteroglossic: { colour: 'many', form: circle },
  narrowing: { colour: 'plain', form: square },
  monologic: { colour: 'one', form: triangle },
  'insufficient-data': { colour: 'hollow', form: circle },
};
const ORDER: readonly Level[] = ['heteroglossic', 'narrowing', 'monologic', 'insufficient-data'];
/** Where each is told above the picture. */
const LEGEND: Readonly<Record<Level, number>> = {
  heteroglossic: 0,
  narrowing: 130,
  monologic: 234,
  'insufficient-data': 338,
};

/** The index of each point on its scale with its level, and all alarms above. */
export function indexSeriesFigure(points: readonly TrendPoint[], axis: SeriesAxis): Markup {
  const values = points.map(({ homogeneity }) => homogeneity?.value ?? null);
  if (values.every((value) => value === null)) return null;
  const y = scaleLinear([0, 100], [PANEL.bottom, PANEL.top]).clamp(true);
  const intervals = points.map(({ homogeneity }) => homogeneity?.interval ?? null);
  const alarmed = points.flatMap(({ alarms }, place) => (alarms.length > 0 ? [place] : []));
  const title = titleOf(points);
  const shown = shownPlaces(points.length, alarmed);
  return figure({
    title,
    description: `Homogeneity by point on its scale from 0, many voices, to 100, one voice: ${title}. Alarms at ${alarmed.length === 0 ? 'no point' : countedText(alarmed.length, 'point', 'points')}.`,
    height: HEIGHT,
    drawing: html`
      ${ORDER.map((level) => legendOf(level))}
      <text class="soft" x=${FRAME.right} y="12" text-anchor="end"><tspan class="many">0 many voices</tspan> to <tspan class="one">100 one voice</tspan></text>
      ${panelFrame(
        PANEL,
        axis,
        '',
        SCALE.map((value) => ({ at: rounded(y(value)), label: String(value) })),
      )}
      ${
        axis.hasMarks
          ? html`<path class="whisker" d=${whiskers(axis, intervals, y)} />`
          : html`<path class="range-band" d=${seriesBand(axis, intervals, y)} /><path class="thin-line" fill="none" d=${seriesLine(axis, values, y)} />`
      }
      ${ORDER.map((level) => marksOf(level, points, axis, y))}
      ${alarmed.map((place) => html`<path class="one" d=${diamond(axis.at[place] ?? 0, PANEL.top - 14)}><title>${kindsOf(points[place])}</title></path>`)}
      ${alarmed.length === 0 ? null : html`<text class="one" x="0" y=${PANEL.top - 10}>alarms</text>`}
      ${markedNames(axis, alarmed, PANEL.top - 26)}
      ${seriesTicks(axis, PANEL.bottom + 18)}`,
    columns: [
      { title: 'point' },
      { title: 'level' },
      { title: 'homogeneity, points', isNumber: true },
      { title: '95 % interval' },
      { title: 'alarms' },
    ],
    rows: shown.map((place) => {
      const point = points[place];
      return [
        { content: named(endOfName(point?.name ?? '', LONGEST_NAME)) },
        { content: point?.level ?? '' },
        point?.homogeneity
          ? { content: point.homogeneity.value.toFixed(1), key: point.homogeneity.value }
          : { content: '–' },
        { content: point?.homogeneity?.interval?.map((end) => end.toFixed(1)).join(' to ') ?? '–' },
        { content: kindsOf(point) },
      ];
    }),
    note: rowsNote(shown.length, points.length),
  });
}

function legendOf(level: Level): Markup {
  const { colour, form } = LEVELS[level];
  const x = LEGEND[level];
  return html`<path class=${colour} d=${form(x + 7, 8)} /><text class="soft" x=${x + 18} y="12">${level === 'insufficient-data' ? 'no level' : level}</text>`;
}

/** All points of a level as one path, or of a short series each with its name. */
function marksOf(
  level: Level,
  points: readonly TrendPoint[],
  axis: SeriesAxis,
  y: (value: number) => number,
): Markup {
  const { colour, form } = LEVELS[level];
  const own = points.flatMap(({ homogeneity, level: its, name }, place) =>
    homogeneity === null || its !== level ? [] : [{ place, name, value: homogeneity.value }],
  );
  const pathOf = (place: number, value: number): string => form(axis.at[place] ?? 0, y(value));
  if (axis.hasMarks)
    return own.map(
      ({ place, name, value }) =>
        html`<path class=${colour} d=${pathOf(place, value)}><title>${`${endOfName(name, LONGEST_NAME)}: ${value.toFixed(1)}, ${level}`}</title></path>`,
    );
  // Among so many the line shows what is usual.
  if (level === 'heteroglossic' || own.length === 0) return null;
  return html`<path class=${colour} d=${own.map(({ place, value }) => pathOf(place, value)).join('')} />`;
}

function whiskers(
  axis: SeriesAxis,
  intervals: readonly (readonly [number, number] | null)[],
  y: (value: number) => number,
): string {
  return intervals
    .map((interval, place) =>
      interval === null
        ? ''
        : `M${rounded(axis.at[place] ?? 0)},${rounded(y(interval[0]))}V${rounded(y(interval[1]))}`,
    )
    .join('');
}

function circle(x: number, y: number): string {
  return `M${rounded(x - 4)},${rounded(y)}a4,4 0 1,0 8,0a4,4 0 1,0-8,0Z`;
}

function square(x: number, y: number): string {
  return `M${rounded(x - 4)},${rounded(y - 4)}h8v8h-8Z`;
}

function triangle(x: number, y: number): string {
  return `M${rounded(x - 5)},${rounded(y + 4)}l5,-9l5,9Z`;
}

/** How many points are at which level, and where the last stands. */
function titleOf(points: readonly TrendPoint[]): string {
  const counts = ORDER.flatMap((level) => {
    const { length } = points.filter((point) => point.level === level);
    if (length === 0) return [];
    const counted = countedText(length, 'point', 'points');
    if (level === 'insufficient-data') return [`${counted} without a level`];
    return [`${counted} ${length === 1 ? 'is' : 'are'} ${level}`];
  });
  const last = points.findLast(({ homogeneity }) => homogeneity !== null);
  const index =
    last?.homogeneity === null || last === undefined
      ? ''
      : `; the index of the last is ${last.homogeneity.value.toFixed(1)} of 100`;
  return `${listOf(counts)}${index}`;
}

function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function kindsOf(point: TrendPoint | undefined): string {
  return [...new Set((point?.alarms ?? []).map(({ kind }) => kind))].join(', ');
}
