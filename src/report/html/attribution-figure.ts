import { scaleLinear } from 'd3-scale';
import type { AttributedSlice } from '../../compare/comparison.ts';
import { percentText, signedText } from '../figure-text.ts';
import { printableText } from '../printable-text.ts';
import { countText } from '../quantity-text.ts';
import { figure, WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { named } from './quotes.ts';
import { shortName } from './short-name.ts';

const ROW = 26;
const TOP = 8;
const LABEL = 210;
const RIGHT = WIDTH - 70;
const LONGEST_NAME = 28;

interface Step {
  readonly name: string;
  /** The sum of the others. */
  readonly isWhole: boolean;
  readonly from: number;
  readonly to: number;
}

/** What each slice of a kind adds to the change, bar after bar from 0 to the whole of it. */
export function attributionFigure(rows: readonly AttributedSlice[]): Markup {
  const [first] = rows.toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total));
  if (first === undefined) return null;
  const steps = stepsOf(rows);
  const whole = steps.at(-1)?.to ?? 0;
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const x = scaleLinear([Math.min(0, ...ends), Math.max(1e-9, ...ends)], [LABEL, RIGHT]);
  const bars = [...steps, { name: 'together', isWhole: true, from: 0, to: whole }];
  const bottom = TOP + bars.length * ROW;
  return figure({
    title: titleOf(first, whole),
    description: `What each ${first.by} adds to the change of the overlap of two words, per million: ${rows.map(({ slice, total }) => `${printableText(slice)} ${signedText(total, 1)}`).join('; ')}; together ${signedText(whole, 1)}.`,
    height: bottom + 40,
    drawing: html`
      <path class="axis" d=${`M${x(0)},${TOP}V${bottom}M${LABEL},${bottom}H${RIGHT}`} />
      ${bars.map((bar, index) => barMark(bar, TOP + index * ROW, x))}
      ${x.ticks(5).map((tick) => html`<text class="soft" x=${x(tick)} y=${bottom + 17} text-anchor="middle">${tickText(tick)}</text>`)}
      <text x=${RIGHT} y=${bottom + 36} text-anchor="end">overlap of two words, per million</text>`,
    columns: [
      { title: first.by },
      { title: 'within', isNumber: true },
      { title: 'between', isNumber: true },
      { title: 'mix', isNumber: true },
      { title: 'together', isNumber: true },
      { title: '95 % interval' },
      { title: 'share of the change', isNumber: true },
    ],
    rows: rows.map((row) => [
      { content: named(row.slice) },
      ...[row.within, row.between, row.mix, row.total].map((value) => ({
        content: signedText(value, 1),
        key: value,
      })),
      {
        content:
          row.interval === null
            ? 'not available'
            : row.interval.map((end) => signedText(end, 1)).join(' to '),
      },
      row.share === null ? { content: 'not available' } : { content: percentText(row.share), key: row.share },
    ]),
  });
}

/** Ticks of a small change have decimals. */
function tickText(tick: number): string {
  return Number.isInteger(tick) ? countText(tick).replace('-', '−') : String(tick).replace('-', '−');
}

function barMark({ name, isWhole, from, to }: Step, y: number, x: (value: number) => number): Markup {
  const colour = isWhole ? 'own' : to >= from ? 'one' : 'many';
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  return html`
    <text x=${LABEL - 10} y=${y + 17} text-anchor="end" font-weight=${isWhole ? '700' : '400'}>${shortName(name, LONGEST_NAME)}</text>
    <rect class=${colour} x=${left} y=${y + 5} width=${Math.max(1, right - left)} height=${ROW - 10} />
    ${isWhole ? null : html`<path class="axis" d=${`M${x(to)},${y + ROW - 5}v10`} />`}
    <text class="soft" x=${right + 6} y=${y + 17}>${signedText(to - from, 1)}</text>`;
}

/** Each begins where the one before it ends. */
function stepsOf(rows: readonly AttributedSlice[]): readonly Step[] {
  let end = 0;
  return rows.map(({ slice, total }) => {
    const from = end;
    end += total;
    return { name: slice, isWhole: false, from, to: end };
  });
}

function titleOf({ by, slice, total, share }: AttributedSlice, whole: number): string {
  const name = `The ${by} “${shortName(slice, LONGEST_NAME)}”`;
  if (share !== null && share > 0 && share <= 1)
    return `${name} has ${(100 * share).toFixed(0)} % of the change`;
  return `${name} adds ${signedText(total, 1)} to a change of ${signedText(whole, 1)} per million`;
}
