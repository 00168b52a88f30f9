import { GROUPS } from '../sketches/replicate-group.ts';
import type { GroupSums, Pairs } from './group-pairs.ts';
import { replicatedGroupPairs } from './group-pairs.ts';
import type { Replicated } from './measure.ts';
import type { NgramIncidence } from './ngram-incidence.ts';

/**
 * A statistic of what pairs of documents have in common, from the document frequencies of n-grams alone, and the same
 * without the documents of each group. Null where it is null for all documents.
 */
export function replicatedPairs(
  incidence: NgramIncidence,
  groupSizes: readonly number[],
  statistic: (pairs: Pairs) => number | null,
): Replicated | null {
  const members = groupSizes.map((): number[] => []);
  for (const [document, group] of incidence.groups.entries()) members[group]?.push(document);
  const sums = members.map((own) => sumsOf(incidence.sizes, own));
  return replicatedGroupPairs({ sums, coincident: coincidentBetween(incidence, members) }, statistic);
}

function sumsOf(sizes: readonly number[], members: readonly number[]): GroupSums {
  if (members.length === 0) return null;
  const own = members.map((document) => sizes[document] ?? 0);
  return {
    documents: own.filter((size) => size > 0).length,
    size: own.reduce((sum, size) => sum + size, 0),
    squares: own.reduce((sum, size) => sum + size * size, 0),
  };
}

/** The n-grams that documents of two groups have in common, over ordered pairs of documents. */
function coincidentBetween(incidence: NgramIncidence, members: readonly (readonly number[])[]): Float64Array {
  const { starts, holders } = holdersOf(incidence, members);
  const between = new Float64Array(GROUPS * GROUPS);
  const inGroup = new Uint32Array(GROUPS);
  const found = new Uint8Array(GROUPS);
  for (let gram = 0; gram + 1 < starts.length; gram++) {
    let count = 0;
    for (let place = starts[gram] as number; place < (starts[gram + 1] as number); place++) {
      const group = holders[place] as number;
      if (inGroup[group] === 0) found[count++] = group;
      inGroup[group] = (inGroup[group] as number) + 1;
    }
    addProducts(between, inGroup, found.subarray(0, count));
  }
  return between;
}

/** Adds c(c - 1) for each group and c · d for each two, of which one has an n-gram c times and the other d times. */
function addProducts(between: Float64Array, inGroup: Uint32Array, found: Uint8Array): void {
  for (let first = 0; first < found.length; first++) {
    const row = GROUPS * (found[first] as number);
    const own = inGroup[found[first] as number] as number;
    for (let second = 0; second < found.length; second++) {
      const other = found[second] as number;
      const theirs = second === first ? own - 1 : (inGroup[other] as number);
      between[row + other] = (between[row + other] as number) + own * theirs;
    }
  }
  for (let place = 0; place < found.length; place++) inGroup[found[place] as number] = 0;
}

/** The groups of the documents that have each shared n-gram, side by side, and where those of each n-gram begin. */
function holdersOf(
  incidence: NgramIncidence,
  members: readonly (readonly number[])[],
): { readonly starts: Uint32Array; readonly holders: Uint8Array } {
  const { frequencies } = incidence;
  const shared = frequencies.length;
  const starts = new Uint32Array(shared + 1);
  for (let gram = 0; gram < shared; gram++)
    starts[gram + 1] = (starts[gram] as number) + (frequencies[gram] as number);
  const next = starts.slice();
  const holders = new Uint8Array(starts[shared] as number);
  const hold = (grams: Uint32Array, group: number): void => {
    for (let place = 0; place < grams.length; place++) {
      const gram = grams[place] as number;
      const holder = next[gram] as number;
      holders[holder] = group;
      next[gram] = holder + 1;
    }
  };
  for (const [group, own] of members.entries())
    for (const document of own) hold(incidence.gramsOf(document), group);
  return { starts, holders };
}
