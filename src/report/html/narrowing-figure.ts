import { scaleLinear } from 'd3-scale';
import type { ComparisonVerdict, Narrowing } from '../../compare/comparison.ts';
import { signedText } from '../figure-text.ts';
import { figure, WIDTH } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

const EDGE = 40;
const AXIS = 74;
const HEIGHT = 116;
/** Points on each side that are always drawn, so that a small change does not look large. */
const LEAST_REACH = 10;

/** By how many points the new version is more alike, with both intervals and what a direction takes. */
export function narrowingFigure({ narrowing, direction }: ComparisonVerdict): Markup {
  if (narrowing === null) return null;
  const { value, interval, interval99, smallest } = narrowing;
  const reach =
    1.1 * Math.max(LEAST_REACH, ...[value, ...(interval99 ?? []), ...(interval ?? [])].map(Math.abs));
  const x = scaleLinear([-reach, reach], [EDGE, WIDTH - EDGE]);
  const colour = { narrowed: 'one', widened: 'many', unchanged: 'own', 'insufficient-data': 'plain' }[
    direction
  ];
  return figure({
    title: titleOf(narrowing),
    description: `Difference of the versions in points, from less alike on the left over 0 to more alike on the right: ${pointsText(value)}${rangeText(', 95 % interval', interval)}${rangeText(', 99 % interval', interval99)}. A direction takes more than ${smallest} points.`,
    height: HEIGHT,
    drawing: html`
      <rect class="zone" x=${x(-smallest)} y="22" width=${x(smallest) - x(-smallest)} height=${AXIS - 22} />
      <text x=${EDGE} y="14" class="many">less alike</text>
      <text x=${x(0)} y="14" text-anchor="middle" class="soft">${`no direction within ${smallest} points`}</text>
      <text x=${WIDTH - EDGE} y="14" text-anchor="end" class="one">more alike</text>
      <path class="axis" d=${`M${EDGE},${AXIS}H${WIDTH - EDGE}M${x(0)},22V${AXIS}`} />
      ${interval99 === null ? null : html`<path class="thin-line" d=${`M${x(interval99[0])},46H${x(interval99[1])}`} />`}
      ${interval === null ? null : html`<path class="own-line" d=${`M${x(interval[0])},46H${x(interval[1])}`} />`}
      <circle class=${colour} cx=${x(value)} cy="46" r="7" />
      ${x.ticks(8).map((tick) => html`<text class="soft" x=${x(tick)} y=${AXIS + 17} text-anchor="middle">${signedText(tick, 0)}</text>`)}
      <text x=${WIDTH - EDGE} y=${HEIGHT - 4} text-anchor="end">points of the homogeneity scale</text>`,
    columns: [
      { title: 'what' },
      { title: 'points', isNumber: true },
      { title: '95 % interval' },
      { title: '99 % interval' },
    ],
    rows: [
      row('narrowing', value, [interval, interval99]),
      row('of it the homogeneity index', narrowing.homogeneity, [null, null]),
      row('of it rare words that were lost', narrowing.tail, [null, null]),
    ],
  });
}

function titleOf({ value, interval }: Narrowing): string {
  const way = value < 0 ? 'less' : 'more';
  const by = `The new version is ${pointsText(Math.abs(value)).replace('+', '')} ${way} alike than the baseline`;
  if (interval === null) return `${by}, with no interval`;
  const [low, high] = value < 0 ? [-interval[1], -interval[0]] : interval;
  return `${by} (${endText(low)} to ${endText(high)})`;
}

function row(
  what: string,
  value: number,
  intervals: readonly Narrowing['interval'][],
): readonly { readonly content: Markup; readonly key?: number }[] {
  return [
    { content: what },
    { content: signedText(value, 1), key: value },
    ...intervals.map((interval) => ({ content: rangeText('', interval).trimStart() })),
  ];
}

function pointsText(value: number): string {
  return `${signedText(value, 1)} points`;
}

function endText(value: number): string {
  return signedText(value, 1).replace('+', '');
}

function rangeText(before: string, interval: Narrowing['interval']): string {
  return interval === null ? '' : `${before} ${interval.map((end) => signedText(end, 1)).join(' to ')}`;
}
