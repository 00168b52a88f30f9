import type { LargeSlice } from '../measures/large-slices.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { Slice } from '../measures/slices.ts';
import type { SliceCoverage, SliceResult } from '../report/report.ts';

/** Slices of one kind that a report lists. */
const MOST_SLICES = 50;
/** Characters of a name that the table of names keeps. */
const NAME_LENGTH = 200;

const KINDS = [
  ['source', 'sources'],
  ['period', 'periods'],
  ['label', 'labels'],
] as const;

/** The largest slices of each kind, and how many there are. */
export function reportedSlices(values: MeasureValues): {
  readonly slices: readonly SliceResult[];
  readonly sliceCoverage: readonly SliceCoverage[];
} {
  const found = KINDS.map(([by, plural]) => {
    const { exact, number } = values.slices.names[plural];
    const counted = values.slices[plural].map((slice) => ({ by, ...slice, exact: true }));
    const missing = exact ? [] : estimated(values, values['large-slices'][plural], values.slices[plural]);
    const all = [...counted, ...missing.map((slice) => ({ by, ...slice, exact: false }))].toSorted(
      (a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1),
    );
    const slices = all.slice(0, MOST_SLICES);
    return { slices, coverage: { by, names: Math.round(number), exact, listed: slices.length } };
  });
  return {
    slices: found.flatMap(({ slices }) => slices),
    sliceCoverage: found.flatMap(({ coverage }) => (coverage.names === 0 ? [] : [coverage])),
  };
}

/** Large slices of which the table of names lost the count, sized by their share of the distinct texts. */
function estimated(
  { size }: MeasureValues,
  large: readonly LargeSlice[],
  counted: readonly Slice[],
): readonly Slice[] {
  const known = new Set(counted.map(({ name }) => name));
  return large
    .filter(({ name }) => !known.has(name) && !known.has(name.slice(0, NAME_LENGTH)))
    .map(({ name, texts, words }) => ({
      name,
      documents: Math.round(texts * size.documents),
      tokens: Math.round(words * size.tokens),
    }));
}
