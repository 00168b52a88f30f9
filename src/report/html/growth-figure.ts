import { scaleLog } from 'd3-scale';
import { area, line } from 'd3-shape';
import { finiteOf, itemsOf } from '../detail-fields.ts';
import { countText } from '../quantity-text.ts';
import type { Report } from '../report.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { axes, FRAME, PLOT_HEIGHT, powersOfTen, ticksOf } from './plot.ts';
import type { PositiveQuantity } from './positive-quantity.ts';
import { intervalText, positiveQuantity } from './positive-quantity.ts';

/** A number of words, and how many different ones there are in it. */
interface Point extends PositiveQuantity {
  readonly size: number;
}

/** How many different words there are in so many words of the corpus. */
export function growthFigure({ audits }: Report): Markup {
  const points = pointsOf(audits);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const x = scaleLog([first.size, last.size], [FRAME.left, FRAME.right]);
  const y = scaleLog(
    [Math.min(...points.map(({ low }) => low)), Math.max(...points.map(({ high }) => high))],
    [FRAME.bottom, FRAME.top + 10],
  ).nice();
  const curve = line<Point>(
    ({ size }) => x(size),
    ({ value }) => y(value),
  );
  const band = area<Point>(
    ({ size }) => x(size),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  return figure({
    title: `${countText(last.size)} words hold ${countText(last.value)} different ones`,
    description: `Different words by the number of words read, both on logarithmic scales, from ${countText(first.value)} in ${countText(first.size)} to ${countText(last.value)} in ${countText(last.size)}.`,
    height: PLOT_HEIGHT,
    drawing: html`
      ${axes(
        {
          title: 'words',
          ticks: ticksOf(
            x,
            points.map(({ size }) => size),
            countText,
          ),
        },
        { title: 'different words', ticks: ticksOf(y, ticksWithin(y.domain()), countText) },
      )}
      <path class="band" d=${band([...points])} />
      <path class="line" d=${curve([...points])} />
      ${points.map(({ size, value }) => html`<circle class="many" cx=${x(size)} cy=${y(value)} r="3.5" />`)}`,
    columns: [
      { title: 'words', isNumber: true },
      { title: 'different words', isNumber: true },
      { title: '95 % interval' },
    ],
    rows: points.map((point) => [
      { content: countText(point.size), key: point.size },
      { content: countText(point.value), key: point.value },
      { content: intervalText(point, countText) },
    ]),
  });
}

function pointsOf(audits: Report['audits']): readonly Point[] {
  return itemsOf(audits['frequency-distribution']?.details['growth']).flatMap((entry) => {
    const size = finiteOf(entry['size']);
    const types = positiveQuantity(entry['types']);
    return size === null || size <= 0 || types === null ? [] : [{ size, ...types }];
  });
}

function ticksWithin([from = 1, to = 1]: readonly number[]): readonly number[] {
  const powers = powersOfTen(from, to);
  return powers.length > 1 ? powers : [from, to];
}
