import { scaleLinear } from 'd3-scale';
import type { Difference } from '../../compare/comparison.ts';
import type { Quantity } from '../../statistics/quantity.ts';
import { chanceText, signedText } from '../figure-text.ts';
import { printableText } from '../printable-text.ts';
import { quantityParts, quantityText } from '../quantity-text.ts';
import type { ComparisonFacts } from '../report.ts';
import { figure, WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { shortName } from './short-name.ts';

const ROW = 22;
const TOP = 22;
const PLOT = { left: 324, right: 560 } as const;
const LONGEST_TITLE = 40;
/** Half of a 95 % interval in standard errors. */
const HALF = 1.959964;
/** Standard errors beyond which a mark stands at the edge. */
const EDGE = 12;

const ORDER: readonly Difference['direction'][] = ['narrowed', 'widened', 'changed', 'unchanged'];
const COLOURS: Readonly<Record<Difference['direction'], string>> = {
  narrowed: 'one',
  widened: 'many',
  changed: 'own',
  unchanged: 'plain',
};

/** A difference in units of its own standard error, so that figures of all units stand side by side. */
interface Standardised {
  readonly entry: Difference;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Every figure that was compared, its difference in standard errors: what moved, and how surely. */
export function differencesFigure(differences: ComparisonFacts['differences']): Markup {
  const all = Object.entries(differences).toSorted(
    ([, a], [, b]) => placeOf(a) - placeOf(b) || chanceOf(a) - chanceOf(b),
  );
  if (all.length === 0) return null;
  const drawn = all.flatMap(([, entry]) => standardised(entry));
  const reach = Math.min(EDGE, Math.max(4, ...drawn.flatMap(({ low, high }) => [-low, high])));
  const x = scaleLinear([-reach, reach], [PLOT.left, PLOT.right]).clamp(true);
  const bottom = TOP + drawn.length * ROW;
  return figure({
    title: titleOf(all.map(([, entry]) => entry)),
    description: `Differences in their standard errors with 95 % intervals, higher in the new version on the right: ${drawn.map(({ entry, value }) => `${printableText(entry.title)} ${value.toFixed(1)}, ${entry.direction}`).join('; ')}.`,
    height: bottom + 40,
    drawing: html`
      <text class="soft" x=${PLOT.left} y="12">lower</text>
      <text class="soft" x=${PLOT.right} y="12" text-anchor="end">higher in the new version</text>
      <text class="soft" x=${WIDTH} y="12" text-anchor="end">difference</text>
      <path class="axis" d=${`M${x(0)},${TOP - 4}V${bottom}M${PLOT.left},${bottom}H${PLOT.right}`} />
      ${drawn.map((each, index) => markOf(each, TOP + index * ROW + ROW / 2, x))}
      ${x.ticks(6).map((tick) => html`<text class="soft" x=${x(tick)} y=${bottom + 16} text-anchor="middle">${signedText(tick, 0)}</text>`)}
      <text x=${PLOT.right} y=${bottom + 34} text-anchor="end">standard errors</text>`,
    columns: [
      { title: 'figure' },
      { title: 'baseline', isNumber: true },
      { title: 'new version', isNumber: true },
      { title: 'difference', isNumber: true },
      { title: '95 % interval' },
      { title: 'chance', isNumber: true },
      { title: 'direction' },
    ],
    rows: all.map(([id, entry]) => rowOf(id, entry)),
  });
}

function markOf({ entry, value, low, high }: Standardised, y: number, x: (value: number) => number): Markup {
  const { direction, title } = entry;
  const parts = partsOf(entry);
  const colour = COLOURS[direction];
  const at = x(value);
  return html`<g><title>${`${printableText(title)}: ${printableText(entry.effect)}`}</title>
    <text x=${PLOT.left - 12} y=${y + 4} text-anchor="end">${shortName(title, LONGEST_TITLE)}</text>
    <path class=${`stroke-${colour}`} d=${`M${x(low)},${y}H${x(high)}`} />
    ${
      direction === 'unchanged'
        ? html`<circle class=${colour} cx=${at} cy=${y} r="3.5" />`
        : html`<path class=${colour} d=${Math.abs(value) > EDGE ? arrowHead(at, y, Math.sign(value)) : diamond(at, y)} />`
    }
    <text class=${direction === 'unchanged' ? 'soft' : colour} x=${WIDTH} y=${y + 4} text-anchor="end">${`${parts.number}${parts.unit}`}</text></g>`;
}

function diamond(x: number, y: number): string {
  return `M${x - 6},${y}L${x},${y - 6}L${x + 6},${y}L${x},${y + 6}Z`;
}

/** Points to where a mark would stand that is beyond the edge. */
function arrowHead(x: number, y: number, way: number): string {
  return `M${x + 8 * way},${y}L${x - 4 * way},${y - 6}V${y + 6}Z`;
}

function rowOf(
  id: string,
  entry: Difference,
): readonly { readonly content: Markup; readonly key?: number }[] {
  const { baseline, candidate, difference, direction } = entry;
  const { number, unit, interval } = partsOf(entry);
  return [
    { content: html`${printableText(entry.title)} <code>${printableText(id)}</code>` },
    { content: quantityText(withoutInterval(baseline)), key: baseline.value },
    { content: quantityText(withoutInterval(candidate)), key: candidate.value },
    { content: `${number}${unit}`, key: difference.value },
    { content: interval === '' ? 'not available' : interval.slice(1, -1) },
    difference.adjustedP === null
      ? { content: 'not available' }
      : { content: chanceText(difference.adjustedP), key: difference.adjustedP },
    { content: direction },
  ];
}

/** The difference with its sign. */
function partsOf({ baseline: { unit, documents }, difference: { value, interval } }: Difference): {
  readonly number: string;
  readonly unit: string;
  readonly interval: string;
} {
  const parts = quantityParts(
    interval === null ? { value, unit, documents } : { value, unit, documents, interval },
  );
  return {
    number: value > 0 ? `+${parts.number}` : parts.number.replace('-', '−'),
    // A share that differs does so by points of it.
    unit: unit === 'share' ? ' % points' : parts.unit,
    interval: parts.interval.replaceAll('-', '−'),
  };
}

function withoutInterval({ value, unit, documents }: Quantity): Quantity {
  return { value, unit, documents };
}

function standardised(entry: Difference): readonly Standardised[] {
  const { value, interval } = entry.difference;
  if (interval === null) return [];
  const error = (interval[1] - interval[0]) / (2 * HALF);
  if (error === 0) return value === 0 ? [{ entry, value: 0, low: 0, high: 0 }] : [];
  return [{ entry, value: value / error, low: interval[0] / error, high: interval[1] / error }];
}

function placeOf({ direction }: Difference): number {
  return ORDER.indexOf(direction);
}

function chanceOf({ difference: { adjustedP } }: Difference): number {
  return adjustedP ?? 2;
}

function titleOf(all: readonly Difference[]): string {
  const of = (direction: Difference['direction']): number =>
    all.filter((entry) => entry.direction === direction).length;
  const moved = all.length - of('unchanged');
  if (moved === 0) return `None of ${all.length} figures moved beyond chance`;
  const ways = [
    ...(of('narrowed') > 0 ? [`${of('narrowed')} towards more alike`] : []),
    ...(of('widened') > 0 ? [`${of('widened')} towards less alike`] : []),
    ...(of('changed') > 0 ? [`${of('changed')} in another way`] : []),
  ];
  return `${moved} of ${all.length} figures moved beyond chance: ${ways.join(', ')}`;
}
