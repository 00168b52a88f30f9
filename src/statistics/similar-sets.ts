import { candidatesOf, invertedIndex, lookBackWithin } from './inverted-index.ts';

/** A set as hashes, ascending and different: all of them, or those of smallest hash. */
export interface HashedSet {
  readonly hashes: Uint32Array;
  readonly complete: boolean;
}

/** How much two sets have in common, both as far as the hashes of both are known. */
export interface Resemblance {
  /** Elements of both, and of each. */
  readonly shared: number;
  readonly first: number;
  readonly second: number;
}

/** Pairs of sets by their numbers, `first` < `second`, in the order of `second` and then of `first`. */
export interface SimilarPairs {
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** The Jaccard similarity. */
  readonly similarity: readonly number[];
  /** The share of the smaller set's elements that the larger has. */
  readonly containment: readonly number[];
  /** Whether no pair can be missing. Otherwise some that share elements of very many sets may be. */
  readonly complete: boolean;
}

/** What a pair must have to be given: either. */
export interface PairThresholds {
  readonly similarity: number;
  readonly containment: number;
  /** Elements that the smaller set must have for containment to say anything. */
  readonly fewestContained: number;
}

/** Steps of all sets to those before them that share an element, for all elements together: half a second or so. */
const BUDGET = 2 ** 24;
const STEP = 2 ** 18;

/**
 * All pairs of sets that are alike enough, by an inverted index: for each set the elements that it shares with those
 * before it are counted, and what is counted decides, so that no pair is given that was not verified.
 * Each element leads to all sets before that have it, so long as this takes `budget` steps in all, 2^26 unless told.
 * Where it would take more, an element leads only to the nearest before: 64 of them or, doubled as often as the budget
 * allows, more. Whoever puts sets that are alike next to each other loses little by it, sets are then compared
 * anew, element by element, and `complete` tells whether a pair may be missing.
 * Each similarity is exact for complete sets, and the estimate from the smallest hashes of the union otherwise
 * (Broder 1997). Sets without elements are like none. At most 2^21 sets. Works in steps of well under a second.
 */
export function* similarSets(
  sets: readonly HashedSet[],
  thresholds: PairThresholds,
  budget = BUDGET,
): Generator<void, SimilarPairs> {
  const index = invertedIndex(sets);
  const lookBack = lookBackWithin(budget, index);
  yield;
  const pairs = { first: [], second: [], similarity: [], containment: [] };
  const counts = new Uint32Array(sets.length);
  const sizes = Uint32Array.from(sets, ({ hashes }) => hashes.length);
  const fewestMissed = fewestMissedOf(sets, thresholds);
  let complete = true;
  let work = 0;
  for (const [second, set] of sets.entries()) {
    const { touched, cut, steps } = candidatesOf(second, { index, lookBack }, counts);
    work += set.hashes.length + steps;
    if (cut > 0 && cut >= fewestMissed(set)) complete = false;
    const likely = touched.filter(
      (first) =>
        (counts[first] as number) + cut >=
        fewestShared(sizes[first] as number, set.hashes.length, thresholds),
    );
    for (const first of likely.toSorted((a, b) => a - b)) {
      const other = sets[first];
      const counted = counts[first] as number;
      if (other === undefined || !mayReach(counted + cut, other, set, thresholds)) continue;
      if (cut > 0) work += set.hashes.length + other.hashes.length;
      const found = cut > 0 ? resemblance(other, set) : resemblanceOf(counted, other, set);
      take(pairs, first, second, { found, thresholds });
    }
    for (const first of touched) counts[first] = 0;
    if (work < STEP) continue;
    work = 0;
    yield;
  }
  return { ...pairs, complete };
}

function take(
  pairs: { first: number[]; second: number[]; similarity: number[]; containment: number[] },
  first: number,
  second: number,
  { found, thresholds }: { readonly found: Resemblance; readonly thresholds: PairThresholds },
): void {
  const similarity = jaccard(found);
  const containment = containmentOf(found);
  const isContained =
    Math.min(found.first, found.second) >= thresholds.fewestContained &&
    containment >= thresholds.containment;
  if (similarity < thresholds.similarity && !isContained) return;
  pairs.first.push(first);
  pairs.second.push(second);
  pairs.similarity.push(similarity);
  pairs.containment.push(containment);
}

/** |A ∩ B| / |A ∪ B|, 0 where both are empty. */
export function jaccard({ shared, first, second }: Resemblance): number {
  return shared === 0 ? 0 : shared / (first + second - shared);
}

/** |A ∩ B| / min(|A|, |B|), 0 where one is empty. */
export function containmentOf({ shared, first, second }: Resemblance): number {
  const smaller = Math.min(first, second);
  return smaller === 0 ? 0 : shared / smaller;
}

/** Compares two sets element by element, up to the largest hash that is known of both. */
export function resemblance(a: HashedSet, b: HashedSet): Resemblance {
  let shared = 0;
  let inB = 0;
  for (const hash of a.hashes) {
    while (inB < b.hashes.length && (b.hashes[inB] as number) < hash) inB += 1;
    if (inB === b.hashes.length) break;
    if (b.hashes[inB] === hash) shared += 1;
  }
  return resemblanceOf(shared, a, b);
}

/**
 * The share of the elements of several sets that all of them have, as far as the hashes of all are known: the chance
 * that their min-hashes are all the same. 0 without elements.
 */
export function sharedByAll(sets: readonly HashedSet[]): number {
  const limit = Math.min(...sets.map(reachOf));
  const counts = new Map<number, number>();
  for (const set of sets)
    for (const hash of set.hashes.subarray(0, upTo(set, limit)))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let shared = 0;
  for (const count of counts.values()) if (count === sets.length) shared += 1;
  return counts.size === 0 ? 0 : shared / counts.size;
}

/** How many elements of each of two sets lie where all of both are known: that is as far as they can be compared. */
export function comparableSizes(a: HashedSet, b: HashedSet): Pick<Resemblance, 'first' | 'second'> {
  const { first, second } = resemblanceOf(0, a, b);
  return { first, second };
}

function resemblanceOf(shared: number, a: HashedSet, b: HashedSet): Resemblance {
  const limit = Math.min(reachOf(a), reachOf(b));
  return { shared, first: upTo(a, limit), second: upTo(b, limit) };
}

/** The largest hash up to which all elements are known. */
function reachOf({ hashes, complete }: HashedSet): number {
  return complete ? Number.POSITIVE_INFINITY : (hashes[hashes.length - 1] ?? -1);
}

function upTo({ hashes }: HashedSet, limit: number): number {
  if ((hashes[hashes.length - 1] ?? -1) <= limit) return hashes.length;
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Elements that two sets must share at least to be given, by their sizes alone: one of them is known as far as the
 * other, and so with all its elements.
 */
function fewestShared(
  a: number,
  b: number,
  { similarity, containment, fewestContained }: PairThresholds,
): number {
  return Math.min(similarity * Math.min(a, b), containment * fewestContained);
}

/**
 * Elements that a set must share with one that it was not compared with, lest the pair is missed: what makes them
 * similar is at least that part of either, and what makes one hold the other that part of the smallest.
 */
function fewestMissedOf(
  sets: readonly HashedSet[],
  { similarity, containment, fewestContained }: PairThresholds,
): (set: HashedSet) => number {
  let partial = Number.POSITIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (const { hashes, complete } of sets) {
    if (!complete) partial = Math.min(partial, hashes.length);
    if (hashes.length >= fewestContained) smallest = Math.min(smallest, hashes.length);
  }
  // Of a set that is compared with a part, a part counts.
  const contained = containment * (partial < Number.POSITIVE_INFINITY ? fewestContained : smallest);
  return ({ hashes }) => Math.min(similarity * Math.min(hashes.length, partial), contained);
}

/** Whether so many shared elements could be enough, as far as the sizes tell. */
function mayReach(shared: number, a: HashedSet, b: HashedSet, thresholds: PairThresholds): boolean {
  const { first, second } = resemblanceOf(shared, a, b);
  const { similarity, containment } = thresholds;
  return (
    shared * (1 + similarity) >= similarity * (first + second) ||
    shared >= containment * Math.min(first, second)
  );
}
