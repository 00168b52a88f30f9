import type { Replicated } from './measure.ts';
import type { NgramIncidence } from './ngram-incidence.ts';

/** What all pairs of documents add up to, from the document frequencies alone. */
export interface IncidencePairs {
  /** Documents that have an n-gram. */
  readonly documents: number;
  /** N-grams in common over all ordered pairs of documents: Σ df(df - 1). */
  readonly coincident: number;
  /** Sum of the different n-grams of each document, and of their squares. */
  readonly size: number;
  readonly squares: number;
}

/** A statistic of pairs, and the same without the documents of each group. Null where it is null for all documents. */
export function replicatedPairs(
  incidence: NgramIncidence,
  groupSizes: readonly number[],
  statistic: (pairs: IncidencePairs) => number | null,
): Replicated | null {
  const { frequencies, sizes, groups } = incidence;
  const all: IncidencePairs = {
    documents: sizes.filter((size) => size > 0).length,
    coincident: frequencies.reduce((sum, df) => sum + df * (df - 1), 0),
    size: sizes.reduce((sum, size) => sum + size, 0),
    squares: sizes.reduce((sum, size) => sum + size * size, 0),
  };
  const value = statistic(all);
  if (value === null) return null;
  const members = groupSizes.map((): number[] => []);
  for (const [document, group] of groups.entries()) members[group]?.push(document);
  const inside = new Uint32Array(frequencies.length);
  const leaveOneOut = members.map((own) =>
    own.length === 0 ? null : statistic(without(all, incidence, own, inside)),
  );
  return { value, leaveOneOut, documents: all.documents };
}

/** Takes the documents of one group out of all pairs. `inside` is zero for each n-gram, before and after. */
function without(
  all: IncidencePairs,
  incidence: NgramIncidence,
  members: readonly number[],
  inside: Uint32Array,
): IncidencePairs {
  const { frequencies, sizes } = incidence;
  let { documents, size, squares, coincident } = all;
  for (const document of members) {
    const own = sizes[document] ?? 0;
    if (own > 0) documents -= 1;
    size -= own;
    squares -= own * own;
    for (const gram of incidence.gramsOf(document)) inside[gram] = (inside[gram] as number) + 1;
  }
  for (const document of members)
    for (const gram of incidence.gramsOf(document)) {
      const gone = inside[gram] as number;
      inside[gram] = 0;
      const df = frequencies[gram] as number;
      coincident -= df * (df - 1) - (df - gone) * (df - gone - 1);
    }
  return { documents, coincident, size, squares };
}
