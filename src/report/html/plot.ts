import { WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

/** Where a plot stands in its figure. */
export const FRAME = { left: 64, right: WIDTH - 32, top: 12, bottom: 210 } as const;
export const PLOT_HEIGHT = 256;
const ROUNDING = 1e-9;

export interface Axis {
  readonly title: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Two axes with their titles. */
export function axes(x: Axis, y: Axis): Markup {
  const { left, right, top, bottom } = FRAME;
  return html`
    ${y.ticks.map(
      ({ at, label }) =>
        html`<path class="axis" d=${`M${left},${at}H${right}`} /><text class="soft" x=${left - 8} y=${at + 4} text-anchor="end">${label}</text>`,
    )}
    <path class="axis" d=${`M${left},${bottom}H${right}`} />
    ${x.ticks.map(({ at, label }) => html`<text class="soft" x=${at} y=${bottom + 18} text-anchor="middle">${label}</text>`)}
    <text x=${right} y=${bottom + 38} text-anchor="end">${x.title}</text>
    <text x=${left - 56} y=${top - 2}>${y.title}</text>`;
}

/** Ticks of a scale at some of its values. */
export function ticksOf(
  scale: (value: number) => number,
  values: readonly number[],
  label: (value: number) => string,
): Axis['ticks'] {
  return values.map((value) => ({ at: scale(value), label: label(value) }));
}

/** The powers of ten from a number above 0 to another, both included where they are some but for rounding. */
export function powersOfTen(from: number, to: number): readonly number[] {
  const first = Math.ceil(Math.log10(from) - ROUNDING);
  const last = Math.floor(Math.log10(to) + ROUNDING);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => 10 ** (first + step));
}
