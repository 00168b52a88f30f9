/** The elements of a set, different from each other. */
interface IndexedSet {
  readonly hashes: Uint32Array;
}

/** Sets that each element leads back to at least, whatever that takes. */
const LEAST_LOOK_BACK = 64;
/** Numbers of elements and of sets share the 53 bits of a number. */
const OWNERS = 2 ** 21;

/** Each element that several sets have, with the sets in order. */
export interface InvertedIndex {
  /** The sets of the elements, one element after the other. */
  readonly owners: Uint32Array;
  /** Where in `owners` the sets of the same element begin, for each place. */
  readonly begins: Uint32Array;
  /** The places at which a set stands in `owners`: those from `offsets[set]` to `offsets[set + 1]`. */
  readonly places: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Builds the index. Throws a RangeError above 2^21 sets. */
export function invertedIndex(sets: readonly IndexedSet[]): InvertedIndex {
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
function sortedElements(sets: readonly IndexedSet[]): Float64Array {
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

/** The sets that an element leads back to: as many as the budget allows, of which the least is doubled. */
export function lookBackWithin(budget: number, { begins }: InvertedIndex): number {
  const runs = new Map<number, number>();
  let longest = 0;
  for (let begin = 0, place = 1; place <= begins.length; place++) {
    if (place < begins.length && begins[place] === begin) continue;
    longest = Math.max(longest, place - begin);
    runs.set(place - begin, (runs.get(place - begin) ?? 0) + 1);
    begin = place;
  }
  let lookBack = LEAST_LOOK_BACK;
  while (lookBack < longest - 1 && stepsOf(runs, 2 * lookBack) <= budget) lookBack *= 2;
  return lookBack;
}

/** Σ min(occurrences before, look-back) over all occurrences of elements, which are given by how often they occur. */
function stepsOf(runs: ReadonlyMap<number, number>, lookBack: number): number {
  let steps = 0;
  for (const [length, elements] of runs) {
    const all = Math.min(lookBack, length - 1);
    steps += elements * ((all * (all + 1)) / 2 + (length - 1 - all) * all);
  }
  return steps;
}

/** Counts the elements shared with each set before, and tells for how many elements not all of those were seen. */
export function candidatesOf(
  set: number,
  {
    index: { owners, begins, places, offsets },
    lookBack,
  }: { readonly index: InvertedIndex; readonly lookBack: number },
  counts: Uint32Array,
): { readonly touched: number[]; readonly cut: number; readonly steps: number } {
  const touched: number[] = [];
  let cut = 0;
  let steps = 0;
  const end = offsets[set + 1] as number;
  for (let at = offsets[set] as number; at < end; at++) {
    const place = places[at] as number;
    const begin = begins[place] as number;
    const from = Math.max(begin, place - lookBack);
    if (from > begin) cut += 1;
    steps += place - from;
    for (let before = from; before < place; before++) {
      const owner = owners[before] as number;
      const count = counts[owner] as number;
      if (count === 0) touched.push(owner);
      counts[owner] = count + 1;
    }
  }
  return { touched, cut, steps };
}
