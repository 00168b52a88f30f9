import { scaleLog } from 'd3-scale';
import type { Report } from '../report.ts';
import { entriesIn, intervalIn, numberIn } from './details-reading.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { axes, FRAME, ticksOf } from './plot.ts';

const HEIGHT = 200;
const ROW = 36;

interface Row {
  readonly n: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often two documents agree on runs of two to five words. */
export function overlapFigure({ audits }: Report): Markup {
  const rows = entriesIn(audits['cross-document-overlap']?.details, 'byN').flatMap(
    ([n, quantity]): readonly Row[] => {
      const value = numberIn(quantity, 'value');
      if (value === null || value <= 0) return [];
      const [low, high] = intervalIn(quantity) ?? [value, value];
      return low > 0 && high >= low ? [{ n, value, low, high }] : [];
    },
  );
  const three = rows.find(({ n }) => n === '3') ?? rows[0];
  if (three === undefined) return null;
  const x = scaleLog(
    [Math.min(...rows.map(({ low }) => low)), Math.max(...rows.map(({ high }) => high))],
    [FRAME.left + 24, FRAME.right - 24],
  ).nice();
  const [from = 1, to = 1] = x.domain();
  const bottom = y(rows.length);
  return figure({
    title: `Two documents agree on a run of ${three.n} words ${text(three.value)} times in a million`,
    description: `Agreements per million by length of the run, on a logarithmic scale: ${rows.map(({ n, value }) => `${n} words ${text(value)}`).join(', ')}.`,
    height: Math.min(HEIGHT, bottom + 44),
    drawing: html`
      <g transform=${`translate(0,${bottom - FRAME.bottom})`}>${axes(
        { title: 'agreements per million', ticks: ticksOf(x, powers(from, to), text) },
        { title: '', ticks: [] },
      )}</g>
      ${rows.map(
        ({ n, value, low, high }, index) => html`
          <text x="8" y=${y(index) + 4}>${`${n} words`}</text>
          <path class="range" d=${`M${x(low)},${y(index)}H${x(high)}`} />
          <circle class="many" cx=${x(value)} cy=${y(index)} r="5" />`,
      )}`,
    columns: [
      { title: 'words in the run', isNumber: true },
      { title: 'per million', isNumber: true },
      { title: '95 % interval' },
    ],
    rows: rows.map(({ n, value, low, high }) => [
      { content: n, key: Number(n) },
      { content: text(value), key: value },
      { content: low === high ? 'not available' : `${text(low)} to ${text(high)}` },
    ]),
  });
}

/** Where the row of a length stands. */
function y(index: number): number {
  return FRAME.top + 24 + index * ROW;
}

function text(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}

function powers(from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let power = Math.ceil(Math.log10(from) - 1e-9); power <= Math.log10(to) + 1e-9; power++)
    found.push(10 ** power);
  return found;
}
