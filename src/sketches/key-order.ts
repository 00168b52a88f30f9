/** Keys are stored in pairs of halves: the key of slot s is keys[2s], keys[2s + 1]. */

const BINS = 2 ** 16;
const INDEX_RANGE = 2 ** 21;

/** The given slots in ascending order of their keys. The argument is used up. */
export function slotsByKey(keys: Uint32Array, used: Uint32Array): Uint32Array {
  const order = sortByHigh(keys, used);
  for (let from = 0; from < order.length; ) {
    const high = keys[2 * (order[from] as number)];
    let to = from + 1;
    while (to < order.length && keys[2 * (order[to] as number)] === high) to += 1;
    if (to > from + 1) sortByLow(keys, order.subarray(from, to));
    from = to;
  }
  return order;
}

/** The key that has `rank` smaller ones among those of the given slots, in linear time. */
export function keyOfRank(
  keys: Uint32Array,
  used: Uint32Array,
  rank: number,
): { readonly high: number; readonly low: number } {
  let greatest = 0;
  for (const slot of used) greatest = Math.max(greatest, keys[2 * slot] as number);
  const binOf = (slot: number): number => Math.floor(((keys[2 * slot] as number) * BINS) / (greatest + 1));
  const bins = new Uint32Array(BINS);
  for (const slot of used) {
    const bin = binOf(slot);
    bins[bin] = (bins[bin] as number) + 1;
  }
  let bin = 0;
  let below = 0;
  while (below + (bins[bin] as number) <= rank) below += bins[bin++] as number;
  const slot = slotsByKey(
    keys,
    used.filter((candidate) => binOf(candidate) === bin),
  )[rank - below] as number;
  return { high: keys[2 * slot] as number, low: keys[2 * slot + 1] as number };
}

/** Half and index packed into one double sort natively, many times as fast as with a comparison function. */
function sortByHigh(keys: Uint32Array, used: Uint32Array): Uint32Array {
  if (used.length > INDEX_RANGE)
    return used.toSorted((a, b) => (keys[2 * a] as number) - (keys[2 * b] as number));
  const packed = new Float64Array(used.length);
  for (let index = 0; index < used.length; index++)
    packed[index] = (keys[2 * (used[index] as number)] as number) * INDEX_RANGE + index;
  packed.sort();
  const order = new Uint32Array(used.length);
  for (let index = 0; index < order.length; index++)
    order[index] = used[(packed[index] as number) % INDEX_RANGE] as number;
  return order;
}

function sortByLow(keys: Uint32Array, order: Uint32Array): void {
  order.sort((a, b) => (keys[2 * a + 1] as number) - (keys[2 * b + 1] as number));
}
