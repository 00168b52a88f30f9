import { area, line } from 'd3-shape';
import { WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { FRAME } from './plot.ts';
import type { SeriesAxis } from './series-axis.ts';
import { labelWidth } from './series-axis.ts';

const EDGE = 2;

/** A panel of a picture of a series: where it begins and ends from above. */
export interface Panel {
  readonly top: number;
  readonly bottom: number;
}

type Values = readonly (number | null)[];
type Ends = readonly (readonly [low: number, high: number] | null)[];

/** The frame of a panel: lines at its ticks, and where periods are missing. */
export function panelFrame(
  { top, bottom }: Panel,
  axis: SeriesAxis,
  title: string,
  ticks: readonly { readonly at: number; readonly label: string }[],
): Markup {
  return html`
    ${gapsOf(axis, { top, bottom })}
    ${ticks.map(
      ({ at, label }) =>
        html`<path class="axis" d=${`M${FRAME.left},${at}H${FRAME.right}`} /><text class="soft" x=${FRAME.left - 8} y=${at + 4} text-anchor="end">${label}</text>`,
    )}
    <text x="0" y=${top - 10}>${title}</text>`;
}

/** Tinted where periods without a document are, joined to one path. */
function gapsOf({ at, gaps }: SeriesAxis, { top, bottom }: Panel): Markup {
  if (gaps.size === 0) return null;
  const path = [...gaps].map((place) => {
    const [from, to] = [at[place - 1] ?? 0, at[place] ?? 0];
    const side = (to - from) / 6;
    return `M${rounded(from + side)},${top}H${rounded(to - side)}V${bottom}H${rounded(from + side)}Z`;
  });
  return html`<path class="zone" d=${path.join('')} />`;
}

/** The names of points below the last panel. */
export function seriesTicks({ ticks }: SeriesAxis, y: number): Markup {
  return ticks.map(
    ({ at, label }) =>
      html`<text class="soft" x=${rounded(at)} y=${y} text-anchor=${anchorOf(at, label)}>${label}</text>`,
  );
}

/** Names above a panel for the points that are marked there, the last first, as many as have room. */
export function markedNames({ at, labels }: SeriesAxis, places: readonly number[], y: number): Markup {
  let free = Infinity;
  return places.toReversed().flatMap((place) => {
    const [x, label] = [at[place] ?? 0, labels[place] ?? ''];
    const anchor = anchorOf(x, label);
    const right = { start: 1, middle: 0.5, end: 0 }[anchor] * labelWidth(label) + x;
    if (right > free) return [];
    free = right - labelWidth(label) - 10;
    return [html`<text x=${rounded(x)} y=${y} text-anchor=${anchor} font-weight="600">${label}</text>`];
  });
}

function anchorOf(at: number, label: string): 'start' | 'middle' | 'end' {
  if (at + labelWidth(label) / 2 > WIDTH - EDGE) return 'end';
  return at - labelWidth(label) / 2 < EDGE ? 'start' : 'middle';
}

/** A line through values, broken where there is none and where periods are missing. */
export function seriesLine(axis: SeriesAxis, values: Values, y: (value: number) => number): string {
  const draw = line<readonly [number, number]>().digits(axis.digits);
  return runsOf(axis, values)
    .map((run) => draw(run.map(({ x, value }) => [x, y(value)])) ?? '')
    .join('');
}

/** A band between two ends, broken likewise. */
export function seriesBand(axis: SeriesAxis, ends: Ends, y: (value: number) => number): string {
  const draw = area<readonly [number, number, number]>(
    ([x]) => x,
    ([, low]) => low,
    ([, , high]) => high,
  ).digits(axis.digits);
  return runsOf(axis, ends)
    .map((run) => draw(run.map(({ x, value: [low, high] }) => [x, y(low), y(high)])) ?? '')
    .join('');
}

interface Drawn<Value> {
  readonly x: number;
  readonly value: Value;
}

/** What is known from point to point, cut where something is missing. */
function runsOf<Value>(
  { at, gaps }: SeriesAxis,
  values: readonly (Value | null)[],
): readonly (readonly Drawn<Value>[])[] {
  const runs: Drawn<Value>[][] = [];
  let open: Drawn<Value>[] = [];
  for (const [place, value] of values.entries()) {
    if (value === null || gaps.has(place)) open = [];
    if (value === null) continue;
    if (open.length === 0) runs.push(open);
    open.push({ x: at[place] ?? 0, value });
  }
  return runs;
}

/** A coordinate with one digit after its point. */
export function rounded(coordinate: number): number {
  return Math.round(10 * coordinate) / 10;
}

/** A mark for what an alarm stands at. */
export function diamond(x: number, y: number): string {
  return `M${rounded(x - 6)},${rounded(y)}l6,-6l6,6l-6,6Z`;
}
