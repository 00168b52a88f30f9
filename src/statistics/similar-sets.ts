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
}

/** What a pair must have to be given: either. */
export interface PairThresholds {
  readonly similarity: number;
  readonly containment: number;
  /** Elements that the smaller set must have for containment to say anything. */
  readonly fewestContained: number;
}

/** Sets before it of which a set is compared with those that share an element: more only where an element is rare. */
const LOOK_BACK = 64;
const STEP = 2 ** 18;
/** Numbers of elements and of sets share the 53 bits of a number. */
const OWNERS = 2 ** 21;

/**
 * All pairs of sets that are alike enough, by an inverted index: for each set the elements that it shares with those
 * before it are counted, and what is counted decides, so that no pair is given that was not verified.
 * An element that many sets have leads only to the 64 nearest before; whoever puts sets that are alike
 * next to each other loses little by it, and the work is bounded by 64 steps for each element. Where such an element
 * was met, sets are compared anew, element by element.
 * Each similarity is exact for complete sets, and the estimate from the smallest hashes of the union otherwise
 * (Broder 1997). Sets without elements are like none. At most 2^21 sets. Works in steps of well under a second.
 */
export function* similarSets(
  sets: readonly HashedSet[],
  thresholds: PairThresholds,
): Generator<void, SimilarPairs> {
  const index = invertedIndex(sets);
  yield;
  const pairs = { first: [], second: [], similarity: [], containment: [] } satisfies SimilarPairs;
  const counts = new Uint32Array(sets.length);
  const sizes = Uint32Array.from(sets, ({ hashes }) => hashes.length);
  let work = 0;
  for (const [second, set] of sets.entries()) {
    const { touched, cut } = candidatesOf(second, index, counts);
    work += set.hashes.length + touched.length;
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
  return pairs;
}

function take(
  pairs: { first: number[]; second: number[]; similarity: number[]; containment: number[] },
  first: number,
  second: number,
  { found, thresholds }: { readonly found: Resemblance; readonly thresholds: PairThresholds },
): void {
  const similarity = jaccard(found);
  const smaller = Math.min(found.first, found.second);
  const containment = smaller === 0 ? 0 : found.shared / smaller;
  const isContained = smaller >= thresholds.fewestContained && containment >= thresholds.containment;
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

/** Whether so many shared elements could be enough, as far as the sizes tell. */
function mayReach(shared: number, a: HashedSet, b: HashedSet, thresholds: PairThresholds): boolean {
  const { first, second } = resemblanceOf(shared, a, b);
  const { similarity, containment } = thresholds;
  return (
    shared * (1 + similarity) >= similarity * (first + second) ||
    shared >= containment * Math.min(first, second)
  );
}

/** Each element that several sets have, with the sets in order. */
interface InvertedIndex {
  /** The sets of the elements, one element after the other. */
  readonly owners: Uint32Array;
  /** Where in `owners` the sets of the same element begin, for each place. */
  readonly begins: Uint32Array;
  /** The places at which a set stands in `owners`: those from `offsets[set]` to `offsets[set + 1]`. */
  readonly places: Uint32Array;
  readonly offsets: Uint32Array;
}

function invertedIndex(sets: readonly HashedSet[]): InvertedIndex {
  if (sets.length > OWNERS) throw new RangeError(`more than ${OWNERS} sets`);
  const sorted = sortedElements(sets);
  const kept = keepShared(sorted);
  const owners = new Uint32Array(kept);
  const begins = new Uint32Array(kept);
  const offsets = new Uint32Array(sets.length + 1);
  let element = -1;
  let begin = 0;
  for (let place = 0; place < kept; place++) {
    const coded = sorted[place] as number;
    const own = Math.floor(coded / OWNERS);
    if (own !== element) begin = place;
    element = own;
    const owner = coded - own * OWNERS;
    owners[place] = owner;
    begins[place] = begin;
    offsets[owner + 1] = (offsets[owner + 1] as number) + 1;
  }
  for (let set = 0; set < sets.length; set++)
    offsets[set + 1] = (offsets[set + 1] as number) + (offsets[set] as number);
  return { owners, begins, places: placesOf(owners, offsets), offsets };
}

/** Elements and their sets as numbers, in the order of elements and then of sets. */
function sortedElements(sets: readonly HashedSet[]): Float64Array {
  const elements = new Float64Array(sets.reduce((sum, { hashes }) => sum + hashes.length, 0));
  let used = 0;
  for (const [owner, { hashes }] of sets.entries())
    for (const hash of hashes) elements[used++] = hash * OWNERS + owner;
  elements.sort();
  return elements;
}

/** Moves the elements that several sets have to the front, and gives their number. */
function keepShared(sorted: Float64Array): number {
  const elementAt = (place: number): number => Math.floor((sorted[place] ?? -1) / OWNERS);
  let kept = 0;
  let previous = -1;
  for (let place = 0; place < sorted.length; place++) {
    const own = elementAt(place);
    const isShared = own === previous || own === elementAt(place + 1);
    previous = own;
    if (isShared) sorted[kept++] = sorted[place] as number;
  }
  return kept;
}

function placesOf(owners: Uint32Array, offsets: Uint32Array): Uint32Array {
  const places = new Uint32Array(owners.length);
  const next = offsets.slice();
  for (let place = 0; place < owners.length; place++) {
    const owner = owners[place] as number;
    const at = next[owner] as number;
    places[at] = place;
    next[owner] = at + 1;
  }
  return places;
}

/** Counts the elements shared with each set before, and tells for how many elements not all of those were seen. */
function candidatesOf(
  set: number,
  { owners, begins, places, offsets }: InvertedIndex,
  counts: Uint32Array,
): { readonly touched: number[]; readonly cut: number } {
  const touched: number[] = [];
  let cut = 0;
  const end = offsets[set + 1] as number;
  for (let at = offsets[set] as number; at < end; at++) {
    const place = places[at] as number;
    const begin = begins[place] as number;
    const from = Math.max(begin, place - LOOK_BACK);
    if (from > begin) cut += 1;
    for (let before = from; before < place; before++) {
      const owner = owners[before] as number;
      const count = counts[owner] as number;
      if (count === 0) touched.push(owner);
      counts[owner] = count + 1;
    }
  }
  return { touched, cut };
}
