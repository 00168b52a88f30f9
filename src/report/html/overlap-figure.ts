import { scaleLog } from 'd3-scale';
import { fieldsOf } from '../detail-fields.ts';
import { countText } from '../quantity-text.ts';
import type { Report } from '../report.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { axes, FRAME, powersOfTen, ticksOf } from './plot.ts';
import type { PositiveQuantity } from './positive-quantity.ts';
import { intervalText, positiveQuantity } from './positive-quantity.ts';

const HEIGHT = 200;
const ROW = 36;

interface Row extends PositiveQuantity {
  readonly n: string;
}

/** How often two documents agree on runs of two to five words. */
export function overlapFigure({ audits }: Report): Markup {
  const rows = Object.entries(fieldsOf(audits['cross-document-overlap']?.details['byN'])).flatMap(
    ([n, quantity]): readonly Row[] => {
      const found = positiveQuantity(quantity);
      return found === null ? [] : [{ n, ...found }];
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
        { title: 'agreements per million', ticks: ticksOf(x, powersOfTen(from, to), text) },
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
    rows: rows.map((row) => [
      { content: row.n, key: Number(row.n) },
      { content: text(row.value), key: row.value },
      { content: intervalText(row, text) },
    ]),
  });
}

/** Where the row of a length stands. */
function y(index: number): number {
  return FRAME.top + 24 + index * ROW;
}

function text(value: number): string {
  return value >= 100 ? countText(value) : String(Number(value.toPrecision(2)));
}
