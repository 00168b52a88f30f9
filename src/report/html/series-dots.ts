import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { SeriesAxis } from './series-axis.ts';
import { rounded } from './series-plot.ts';

interface Dots {
  readonly values: readonly (number | null)[];
  readonly y: (value: number) => number;
  /** Points that are drawn and not tested. */
  readonly isHollow: (place: number) => boolean;
  readonly titleOf: (place: number) => string;
}

/** A dot a value, hollow where it was not tested. Of a long series the hollow ones alone, so that they stay seen. */
export function pointDots(axis: SeriesAxis, { values, y, isHollow, titleOf }: Dots): Markup {
  const places = values.flatMap((value, place) => (value === null ? [] : [{ place, value }]));
  if (axis.hasMarks)
    return places.map(
      ({ place, value }) =>
        html`<circle class=${isHollow(place) ? 'hollow' : 'own'} cx=${rounded(axis.at[place] ?? 0)} cy=${rounded(y(value))} r="3"><title>${titleOf(place)}</title></circle>`,
    );
  const hollow = places
    .filter(({ place }) => isHollow(place))
    .map(({ place, value }) => `M${Math.round(axis.at[place] ?? 0)},${Math.round(y(value))}h0`)
    .join('');
  return html`<path class="dots" d=${hollow} /><path class="dots-inner" d=${hollow} />`;
}
