import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { TrendPoint } from '../../trend/trend.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

const WIDTH = 96;
const HEIGHT = 22;
const EDGE = 4;
/** Weeks that are drawn, with the one that is told. */
const MOST_POINTS = 12;
const COLOURS: Readonly<Record<TrendPoint['level'], string>> = {
  heteroglossic: 'many',
  narrowing: 'plain',
  monologic: 'one',
  'insufficient-data': 'hollow',
};

/** The index of a point and of those before it on the scale from 0 to 100, as a line in a table; the number is beside it. */
export function indexSparkline(points: readonly TrendPoint[], place: number): Markup {
  const from = Math.max(0, place - MOST_POINTS + 1);
  const x = scaleLinear([place - MOST_POINTS + 1, place], [EDGE, WIDTH - EDGE]);
  const y = scaleLinear([0, 100], [HEIGHT - EDGE, EDGE]).clamp(true);
  const known = points
    .slice(from, place + 1)
    .flatMap(({ homogeneity }, index): readonly (readonly [number, number])[] =>
      homogeneity === null ? [] : [[x(from + index), y(homogeneity.value)]],
    );
  const last = points[place];
  if (last?.homogeneity === undefined || last.homogeneity === null) return null;
  const draw = line<readonly [number, number]>().digits(1);
  return html`<svg class="spark" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true"><path class="axis" d=${`M0,${HEIGHT - EDGE}H${WIDTH}`} /><path class="thin-line" d=${draw([...known]) ?? ''} /><circle class=${COLOURS[last.level]} cx=${WIDTH - EDGE} cy=${Math.round(10 * y(last.homogeneity.value)) / 10} r="3" /></svg>`;
}
