import type { NgramIncidence } from '../measures/ngram-incidence.ts';
import { GROUPS } from '../sketches/replicate-group.ts';

/** For each pair of slices, row by row: n-grams that pairs of their documents have in common, and could have. */
export interface SlicePairs {
  readonly slices: number;
  readonly coincident: Float64Array;
  readonly possible: Float64Array;
}

/** The pairs of all documents, and without those of each replicate group; null for a group without documents. */
export interface ReplicatedPairs {
  readonly all: SlicePairs;
  readonly withoutGroup: readonly (SlicePairs | null)[];
}

/**
 * Takes the overlap of documents apart by the slices of both: Σ df_k df_l over n-grams for different slices and
 * Σ df_k (df_k - 1) within one, against the products of their n-grams, pairs of a document with itself left out.
 * `sliceOf` numbers the slice of each document from 0. Linear in the n-grams, times the slices squared for those that
 * several documents have.
 */
export function slicePairs(
  incidence: NgramIncidence,
  sliceOf: readonly number[],
  slices: number,
): ReplicatedPairs {
  const members = Array.from({ length: GROUPS }, (): number[] => []);
  for (const [document, group] of incidence.groups.entries()) members[group]?.push(document);
  const counts = new Int32Array(incidence.frequencies.length * slices);
  const sizes = sizesOf(incidence, sliceOf, slices);
  for (let document = 0; document < sliceOf.length; document++)
    addDocument(counts, incidence, { document, slice: sliceOf[document] ?? 0, slices, sign: 1 });
  const coincident = new Float64Array(slices * slices);
  for (let gram = 0; gram < incidence.frequencies.length; gram++)
    addGram(coincident, counts, { gram, slices, sign: 1 });
  const all = { slices, coincident, possible: possibleOf(sizes, slices) };
  const withoutGroup = members.map((own) =>
    own.length === 0 ? null : lessGroup(all, incidence, { own, sliceOf, counts, sizes }),
  );
  return { all, withoutGroup };
}

interface Sizes {
  /** Different n-grams of the documents of each slice, and the sum of their squares. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

function sizesOf({ sizes }: NgramIncidence, sliceOf: readonly number[], slices: number): Sizes {
  const sums = new Float64Array(slices);
  const squares = new Float64Array(slices);
  for (const [document, slice] of sliceOf.entries()) {
    const own = sizes[document] ?? 0;
    sums[slice] = (sums[slice] ?? 0) + own;
    squares[slice] = (squares[slice] ?? 0) + own * own;
  }
  return { sums, squares };
}

function possibleOf({ sums, squares }: Sizes, slices: number): Float64Array {
  return Float64Array.from({ length: slices * slices }, (_, cell) => {
    const [row, column] = [Math.floor(cell / slices), cell % slices];
    const product = (sums[row] ?? 0) * (sums[column] ?? 0);
    return row === column ? product - (squares[row] ?? 0) : product;
  });
}

function addDocument(
  counts: Int32Array,
  incidence: NgramIncidence,
  {
    document,
    slice,
    slices,
    sign,
  }: { readonly document: number; readonly slice: number; readonly slices: number; readonly sign: 1 | -1 },
): void {
  for (const gram of incidence.gramsOf(document)) {
    const cell = gram * slices + slice;
    counts[cell] = (counts[cell] as number) + sign;
  }
}

function addGram(
  coincident: Float64Array,
  counts: Int32Array,
  { gram, slices, sign }: { readonly gram: number; readonly slices: number; readonly sign: 1 | -1 },
): void {
  const start = gram * slices;
  for (let row = 0; row < slices; row++) {
    const own = counts[start + row] as number;
    if (own === 0) continue;
    for (let column = 0; column < slices; column++) {
      const other = (counts[start + column] as number) - (row === column ? 1 : 0);
      const cell = row * slices + column;
      coincident[cell] = (coincident[cell] as number) + sign * own * other;
    }
  }
}

interface Group {
  readonly own: readonly number[];
  readonly sliceOf: readonly number[];
  /** The same before and after. */
  readonly counts: Int32Array;
  readonly sizes: Sizes;
}

/** Only n-grams of the group change. */
function lessGroup(
  { slices, coincident }: SlicePairs,
  incidence: NgramIncidence,
  { own, sliceOf, counts, sizes }: Group,
): SlicePairs {
  const touched = sharedGrams(incidence, own);
  const rest = coincident.slice();
  const move = (sign: 1 | -1): void => {
    for (const document of own)
      addDocument(counts, incidence, { document, slice: sliceOf[document] ?? 0, slices, sign });
  };
  for (const gram of touched) addGram(rest, counts, { gram, slices, sign: -1 });
  move(-1);
  for (const gram of touched) addGram(rest, counts, { gram, slices, sign: 1 });
  move(1);
  return {
    slices,
    coincident: rest,
    possible: possibleOf(lessSizes(sizes, incidence, { own, sliceOf }), slices),
  };
}

/** The different n-grams of some documents that several documents have. */
function sharedGrams(incidence: NgramIncidence, documents: readonly number[]): ReadonlySet<number> {
  const grams = new Set<number>();
  for (const document of documents) for (const gram of incidence.gramsOf(document)) grams.add(gram);
  return grams;
}

function lessSizes(
  all: Sizes,
  incidence: NgramIncidence,
  { own, sliceOf }: Pick<Group, 'own' | 'sliceOf'>,
): Sizes {
  const sums = all.sums.slice();
  const squares = all.squares.slice();
  for (const document of own) {
    const slice = sliceOf[document] ?? 0;
    const size = incidence.sizes[document] ?? 0;
    sums[slice] = (sums[slice] as number) - size;
    squares[slice] = (squares[slice] as number) - size * size;
  }
  return { sums, squares };
}
