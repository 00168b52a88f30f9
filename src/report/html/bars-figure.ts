import { scaleLinear } from 'd3-scale';
import { printableText } from '../printable-text.ts';
import { figure, WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { shortName } from './short-name.ts';

const ROW = 24;
const LABEL = 220;
const LONGEST_LABEL = 30;

export interface Bars {
  readonly title: string;
  readonly description: string;
  /** What is counted. */
  readonly unit: string;
  /** What the bars are of. */
  readonly kind: string;
  readonly bars: readonly { readonly name: string; readonly value: number; readonly text: string }[];
}

/** One bar below the other, each with its number. */
export function barsFigure({ title, description, unit, kind, bars }: Bars): Markup {
  if (bars.length === 0) return null;
  const x = scaleLinear([0, Math.max(...bars.map(({ value }) => value), 1e-9)], [0, WIDTH - LABEL - 110]);
  return figure({
    title,
    description,
    height: bars.length * ROW + 4,
    drawing: bars.map(
      ({ name, value, text }, index) => html`
        <text x=${LABEL - 10} y=${index * ROW + 16} text-anchor="end">${shortName(name, LONGEST_LABEL)}</text>
        <rect class="many" x=${LABEL} y=${index * ROW + 4} width=${Math.max(1, x(value))} height=${ROW - 8} />
        <text class="soft" x=${LABEL + 8 + Math.max(1, x(value))} y=${index * ROW + 16}>${text}</text>`,
    ),
    columns: [{ title: kind }, { title: unit, isNumber: true }],
    rows: bars.map(({ name, value, text }) => [
      { content: html`<bdi>${printableText(name)}</bdi>` },
      { content: text, key: value },
    ]),
  });
}
