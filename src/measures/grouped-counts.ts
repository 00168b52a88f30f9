import type { FrequencySpectrum, SpectrumRow } from '../statistics/frequency-spectrum.ts';

/** The types of one replicate group, by number, and how often it has each. */
interface GroupCounts {
  readonly types: Uint32Array;
  readonly counts: Float64Array;
}

/** How often each type occurs, in all and in each replicate group. Types are numbered from 0. */
export interface GroupedCounts {
  readonly all: Float64Array;
  readonly groups: readonly GroupCounts[];
}

/** Counts below this have a cell of their own. */
const DENSE = 1024;

/** Types by their counts: so many of each count below 1024, and the types of the others. */
interface Histogram {
  readonly dense: Float64Array;
  readonly large: readonly number[];
}

/** Types of each count. */
export function spectrumOfCounts(all: Float64Array): FrequencySpectrum {
  const { dense, large } = histogramOf(all);
  return rowsOf(
    dense,
    large.map((type) => all[type] as number),
  );
}

/** The spectrum without each of the groups. Types that are only in the group are gone. */
export function spectraWithoutGroups({ all, groups }: GroupedCounts): readonly FrequencySpectrum[] {
  const histogram = histogramOf(all);
  const gone = new Float64Array(all.length);
  return groups.map(({ types, counts }) => {
    const dense = histogram.dense.slice();
    for (let cell = 0; cell < types.length; cell++) {
      const type = types[cell] as number;
      const own = counts[cell] as number;
      const count = all[type] as number;
      gone[type] = own;
      if (count >= DENSE) continue;
      dense[count] = (dense[count] as number) - 1;
      dense[count - own] = (dense[count - own] as number) + 1;
    }
    const rest = histogram.large.map((type) => (all[type] as number) - (gone[type] as number));
    for (const type of types) gone[type] = 0;
    return rowsOf(dense, rest);
  });
}

/** The spectrum without the types of each block; `blocks` says for each type in which of them it is. */
export function spectraWithoutBlocks(
  all: Float64Array,
  blocks: Uint8Array,
  count: number,
): readonly FrequencySpectrum[] {
  const { dense, large } = histogramOf(all);
  const without = Array.from({ length: count }, () => dense.slice());
  for (let type = 0; type < all.length; type++) {
    const own = all[type] as number;
    const cells = without[blocks[type] as number];
    if (own < DENSE && cells !== undefined) cells[own] = (cells[own] as number) - 1;
  }
  return without.map((cells, block) =>
    rowsOf(
      cells,
      large.filter((type) => blocks[type] !== block).map((type) => all[type] as number),
    ),
  );
}

function histogramOf(all: Float64Array): Histogram {
  const dense = new Float64Array(DENSE);
  const large: number[] = [];
  for (let type = 0; type < all.length; type++) {
    const count = all[type] as number;
    if (count < DENSE) dense[count] = (dense[count] as number) + 1;
    else large.push(type);
  }
  return { dense, large };
}

/** Both together as rows. Of the large counts some may have become small. */
function rowsOf(dense: Float64Array, large: readonly number[]): FrequencySpectrum {
  const cells = dense.slice();
  const others: number[] = [];
  for (const count of large) {
    if (count < DENSE) cells[count] = (cells[count] as number) + 1;
    else others.push(count);
  }
  const rows: SpectrumRow[] = [];
  for (let frequency = 1; frequency < DENSE; frequency++) {
    const types = cells[frequency] as number;
    if (types > 0) rows.push({ frequency, types });
  }
  const sorted = Float64Array.from(others).toSorted();
  for (let index = 0; index < sorted.length; ) {
    const frequency = sorted[index] as number;
    let end = index + 1;
    while (sorted[end] === frequency) end += 1;
    rows.push({ frequency, types: end - index });
    index = end;
  }
  return rows;
}
