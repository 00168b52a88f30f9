import type { Signal } from './chart.ts';
import { FIGURE_IDS } from './charted-figures.ts';
import type { SeriesPoint } from './series.ts';

/** Where the baseline lost at least this part of what the points lost, both speak of different things. */
const LEAST_PART = 0.75;

/**
 * Whether rare words of the baseline are missing because the points since the signal began speak of other things: then
 * the baseline lacks rare words of theirs as well, whereas texts that became poorer have words that it knows. Both are
 * means of logarithms, against those of all points before.
 */
export function isOtherTopic(points: readonly SeriesPoint[], { place, since }: Signal): boolean {
  const kept = fallSince(points, FIGURE_IDS.tailKept, { place, since });
  const known = fallSince(points, FIGURE_IDS.tailKnown, { place, since });
  return kept !== null && known !== null && kept > 0 && known >= LEAST_PART * kept;
}

function fallSince(
  points: readonly SeriesPoint[],
  id: string,
  { place, since }: Pick<Signal, 'place' | 'since'>,
): number | null {
  const before = meanLogarithm(points.slice(0, since), id);
  const after = meanLogarithm(points.slice(since, place + 1), id);
  return before === null || after === null ? null : before - after;
}

function meanLogarithm(points: readonly SeriesPoint[], id: string): number | null {
  const values = points.flatMap(({ figures }) => {
    const value = Object.hasOwn(figures, id) ? figures[id]?.value : undefined;
    return value === undefined || !(value > 0) ? [] : [Math.log(value)];
  });
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
