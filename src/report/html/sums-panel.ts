import { scaleLinear } from 'd3-scale';
import type { TrendChart } from '../../trend/trend.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { FRAME } from './plot.ts';
import type { SeriesAxis } from './series-axis.ts';
import type { Panel } from './series-plot.ts';
import { diamond, panelFrame, rounded, seriesLine } from './series-plot.ts';

/** How many limits are drawn at most: a sum that is reported went hardly further before the chart began anew. */
const MOST_LIMITS = 3;
/** What a sum says that climbs upwards or downwards, and which of both is narrowing. */
interface Ways {
  readonly up: string;
  readonly down: string;
  readonly alike: 'up' | 'down';
}

/** By measure. */
const WAYS: ReadonlyMap<string, Ways> = new Map([
  ['homogeneity', { up: 'more alike', down: 'less alike', alike: 'up' }],
  ['tail-kept', { up: 'more kept', down: 'fewer kept', alike: 'down' }],
  ['narrowing', { up: 'towards more alike', down: 'towards less alike', alike: 'up' }],
]);
const PLAIN_WAYS: Ways = { up: 'upwards', down: 'downwards', alike: 'up' };

/** Cumulative sums upwards above 0 and downwards below it, between the limits that they must not pass. */
export function sumsPanel(
  { measure, points }: Pick<TrendChart, 'measure' | 'points'>,
  limit: number,
  axis: SeriesAxis,
  { panel, alarmed }: { readonly panel: Panel; readonly alarmed: readonly number[] },
): Markup {
  const ways = WAYS.get(measure) ?? PLAIN_WAYS;
  const [above, below] = ways.alike === 'up' ? ['one', 'many'] : ['many', 'one'];
  const sums = points.flatMap(({ up, down }) => [up ?? 0, down ?? 0]);
  const largest = sums.reduce((most, sum) => Math.max(most, sum), 0);
  const reach = Math.min(Math.max(1.2 * limit, 1.05 * largest), MOST_LIMITS * limit);
  const y = scaleLinear([-reach, reach], [panel.bottom, panel.top]).clamp(true);
  const ticks = [limit, 0, -limit].map((value) => ({ at: rounded(y(value)), label: tickText(value) }));
  return html`
    ${panelFrame(panel, axis, 'sum of deviations', ticks)}
    <text x=${FRAME.right} y=${panel.top - 10} text-anchor="end"><tspan class=${above}>${`↑ ${ways.up}`}</tspan>  <tspan class=${below}>${`↓ ${ways.down}`}</tspan></text>
    <path class="limit" d=${`M${FRAME.left},${rounded(y(limit))}H${FRAME.right}M${FRAME.left},${rounded(y(-limit))}H${FRAME.right}`} />
    <path class=${`stroke-${above} sum`} d=${seriesLine(
      axis,
      points.map(({ up }) => up),
      y,
    )} />
    <path class=${`stroke-${below} sum`} d=${seriesLine(
      axis,
      points.map(({ down }) => (down === null ? null : -down)),
      y,
    )} />
    ${alarmed.map((place) => {
      const { up, down } = points[place] ?? { up: null, down: null };
      const far = (up ?? 0) >= (down ?? 0) ? (up ?? 0) : -(down ?? 0);
      return html`<path class=${far < 0 ? below : above} d=${diamond(axis.at[place] ?? 0, y(far))} />`;
    })}`;
}

function tickText(value: number): string {
  if (value === 0) return '0';
  return value < 0 ? `−${(-value).toFixed(1)}` : `+${value.toFixed(1)}`;
}
