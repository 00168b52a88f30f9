import { scaleLinear } from 'd3-scale';
import type { Period, TrendPoint, TrendVerdict } from '../../trend/trend.ts';
import { signedText } from '../figure-text.ts';
import { countedText } from '../quantity-text.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { FRAME } from './plot.ts';
import { named } from './quotes.ts';
import type { SeriesAxis } from './series-axis.ts';
import { pointDots } from './series-dots.ts';
import { panelFrame, rounded, seriesBand, seriesLine, seriesTicks } from './series-plot.ts';
import { endOfName } from './short-name.ts';
import { rowsNote, shownPlaces } from './shown-places.ts';

const PANEL = { top: 44, bottom: 214 } as const;
const HEIGHT = 240;
/** Points on each side of 0 that are always drawn, so that a small change does not look large. */
const LEAST_REACH = 10;
const LONGEST_NAME = 36;
const DIRECTIONS: Readonly<Record<TrendVerdict['direction'], string>> = {
  narrowing: 'Narrowing',
  stable: 'No direction beyond chance',
  widening: 'Widening',
  'insufficient-data': 'No direction',
};

type Change = NonNullable<TrendPoint['change']>;

interface Slope {
  readonly line: string;
  readonly band: string;
}

/** The change of each point against the baseline, and the slope that decides on the direction of the series. */
export function changeSeriesFigure(
  points: readonly TrendPoint[],
  { slope, direction }: TrendVerdict,
  axis: SeriesAxis,
  by: Period | null,
): Markup {
  const changes = points.map(({ change }) => change);
  const known = changes.filter((change) => change !== null);
  if (known.length === 0) return null;
  const ends = known.flatMap(({ value, interval }) => [value, ...(interval ?? [])]);
  const y = scaleLinear(
    [
      ends.reduce((least, end) => Math.min(least, end), -LEAST_REACH),
      ends.reduce((most, end) => Math.max(most, end), LEAST_REACH),
    ],
    [PANEL.bottom, PANEL.top],
  )
    .nice(4)
    .clamp(true);
  const drawn = slope === null ? null : slopeOf(points, slope, axis, y);
  const shown = shownPlaces(points.length, []);
  return figure({
    title: titleOf({ slope, direction }, by, known.length),
    description: descriptionOf(points),
    height: HEIGHT,
    drawing: html`
      ${panelFrame(
        PANEL,
        axis,
        'points of homogeneity against the baseline',
        y.ticks(5).map((tick) => ({ at: rounded(y(tick)), label: signedText(tick, 0) })),
      )}
      <text class="one" x=${FRAME.right} y=${PANEL.top - 26} text-anchor="end">↑ more alike, or poorer in rare words</text>
      <text class="many" x=${FRAME.right} y=${PANEL.top - 10} text-anchor="end">↓ less alike</text>
      <path class="thin-line" d=${`M${FRAME.left},${rounded(y(0))}H${FRAME.right}`} />
      ${drawn === null ? null : html`<path class="band" d=${drawn.band} /><path class="line" d=${drawn.line} />`}
      ${intervalsOf(axis, changes, y)}
      ${axis.hasMarks ? null : html`<path class="thin-line" fill="none" d=${seriesLine(axis, changes.map(pointsOf), y)} />`}
      ${pointDots(axis, {
        values: changes.map(pointsOf),
        y,
        isHollow: (place) => !isComparable(points[place]),
        titleOf: (place) =>
          `${endOfName(points[place]?.name ?? '', LONGEST_NAME)}: ${changeText(changes[place] ?? null)}`,
      })}
      ${seriesTicks(axis, PANEL.bottom + 18)}`,
    columns: [{ title: 'point' }, { title: 'change, points', isNumber: true }, { title: '95 % interval' }],
    rows: shown.map((place) => {
      const change = changes[place] ?? null;
      return [
        { content: named(endOfName(points[place]?.name ?? '', LONGEST_NAME)) },
        change === null ? { content: '–' } : { content: signedText(change.value, 1), key: change.value },
        { content: change?.interval ? intervalText(change.interval) : '–' },
      ];
    }),
    note: rowsNote(shown.length, points.length),
  });
}

/** As lines, or of a long series as a band. */
function intervalsOf(
  axis: SeriesAxis,
  changes: readonly (Change | null)[],
  y: (value: number) => number,
): Markup {
  const intervals = changes.map((change) => change?.interval ?? null);
  if (!axis.hasMarks) return html`<path class="range-band" d=${seriesBand(axis, intervals, y)} />`;
  const path = intervals.map((interval, place) =>
    interval === null
      ? ''
      : `M${rounded(axis.at[place] ?? 0)},${rounded(y(interval[0]))}V${rounded(y(interval[1]))}`,
  );
  return html`<path class="whisker" d=${path.join('')} />`;
}

/** The line through the middle of the points, and those with the ends of the interval of the slope. */
function slopeOf(
  points: readonly TrendPoint[],
  { value, interval }: NonNullable<TrendVerdict['slope']>,
  axis: SeriesAxis,
  y: (value: number) => number,
): Slope {
  const used = points.flatMap((point, place) =>
    point.change === null || !isComparable(point) ? [] : [{ place, change: point.change.value }],
  );
  const middle = medianOf(used.map(({ place }) => axis.periods[place] ?? 0));
  const level = medianOf(used.map(({ change }) => change));
  const at = (place: number, slope: number): number => level + slope * ((axis.periods[place] ?? 0) - middle);
  const whole = { ...axis, gaps: new Set<number>() };
  const [low, high] = interval ?? [value, value];
  return {
    line: seriesLine(
      whole,
      points.map((_, place) => at(place, value)),
      y,
    ),
    band: seriesBand(
      whole,
      points.map((_, place) => [at(place, low), at(place, high)]),
      y,
    ),
  };
}

/** Whether the direction is taken from the point. */
function isComparable(point: TrendPoint | undefined): boolean {
  return point !== undefined && point.state !== 'too-small' && point.state !== 'other-plan';
}

/** Of two in the middle the mean. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

function titleOf(
  { slope, direction }: Pick<TrendVerdict, 'slope' | 'direction'>,
  by: Period | null,
  known: number,
): string {
  if (slope === null)
    return `The change against the baseline is known at ${countedText(known, 'point', 'points')}, too few for a direction`;
  const { value, interval, confidence } = slope;
  const range =
    interval === null
      ? ''
      : `, ${Math.round(100 * confidence)} % interval ${signedText(interval[0], 2)} to ${signedText(interval[1], 2)}`;
  const told = DIRECTIONS[direction];
  const each = by === null ? 'from point to point' : `a ${by}`;
  return `${told}: ${signedText(value, 2)} points ${each}${range}`;
}

function descriptionOf(points: readonly TrendPoint[]): string {
  const known = points.filter(({ change }) => change !== null);
  return `Change against the baseline by point, above 0 where it is more alike or poorer in rare words: from ${pointText(known[0])} to ${pointText(known.at(-1))}, with the line of the median slope.`;
}

function pointText(point: TrendPoint | undefined): string {
  return `${changeText(point?.change ?? null)} at ${endOfName(point?.name ?? '', LONGEST_NAME)}`;
}

function changeText(change: Change | null): string {
  if (change === null) return 'no change known';
  const { value, interval } = change;
  return `${signedText(value, 1)} points${interval === null ? '' : ` (${intervalText(interval)})`}`;
}

function intervalText(interval: readonly [number, number]): string {
  return interval.map((end) => signedText(end, 1)).join(' to ');
}

function pointsOf(change: Change | null): number | null {
  return change === null ? null : change.value;
}
