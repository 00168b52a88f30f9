import { scaleLog } from 'd3-scale';
import { area, line } from 'd3-shape';
import { countText } from '../quantity-text.ts';
import type { Report } from '../report.ts';
import { intervalIn, listIn, memberOf, numberIn } from './details-reading.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { axes, FRAME, PLOT_HEIGHT, ticksOf } from './plot.ts';

interface Point {
  readonly size: number;
  readonly types: number;
  readonly low: number;
  readonly high: number;
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
    ({ types }) => y(types),
  );
  const band = area<Point>(
    ({ size }) => x(size),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  return figure({
    title: `${countText(last.size)} words hold ${countText(last.types)} different ones`,
    description: `Different words by the number of words read, both on logarithmic scales, from ${countText(first.types)} in ${countText(first.size)} to ${countText(last.types)} in ${countText(last.size)}.`,
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
        { title: 'different words', ticks: ticksOf(y, powersOfTen(y.domain()), countText) },
      )}
      <path class="band" d=${band([...points])} />
      <path class="line" d=${curve([...points])} />
      ${points.map(({ size, types }) => html`<circle class="many" cx=${x(size)} cy=${y(types)} r="3.5" />`)}`,
    columns: [
      { title: 'words', isNumber: true },
      { title: 'different words', isNumber: true },
      { title: '95 % interval' },
    ],
    rows: points.map(({ size, types, low, high }) => [
      { content: countText(size), key: size },
      { content: countText(types), key: types },
      { content: low === high ? 'not available' : `${countText(low)} to ${countText(high)}` },
    ]),
  });
}

function pointsOf(audits: Report['audits']): readonly Point[] {
  return listIn(audits['frequency-distribution']?.details, 'growth').flatMap((entry) => {
    const size = numberIn(entry, 'size');
    const types = numberIn(memberOf(entry, 'types'), 'value');
    if (size === null || types === null || size <= 0 || types <= 0) return [];
    const [low, high] = intervalIn(memberOf(entry, 'types')) ?? [types, types];
    return low > 0 && high >= low ? [{ size, types, low, high }] : [];
  });
}

function powersOfTen([from = 1, to = 1]: readonly number[]): readonly number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(from)); power <= Math.log10(to); power++) powers.push(10 ** power);
  return powers.length > 1 ? powers : [from, to];
}
