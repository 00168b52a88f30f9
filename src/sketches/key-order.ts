import type { KeySlots } from './key-slots.ts';
import { highAt, lowAt } from './key-slots.ts';

const MOST_BINS = 2 ** 20;
const RANK_BINS = 2 ** 16;
/** Longer bins than hashes give are left to the runtime's sort. */
const LONG_BIN = 256;

/** Keys with their slots, side by side. */
interface Columns {
  readonly slots: Uint32Array;
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
}

/**
 * The given slots in ascending order of their keys. Keys are hashes, and so are spread evenly below their greatest:
 * they are dealt into as many bins as there are keys, and each bin is sorted by insertion.
 */
export function slotsByKey(slots: KeySlots, used: Uint32Array): Uint32Array {
  const count = Math.min(MOST_BINS, 2 ** Math.ceil(Math.log2(used.length + 1)));
  const binOf = binning(slots, used, count);
  const { ends, columns } = deal(slots, used, { binOf, count });
  let from = 0;
  for (const to of ends) {
    if (to - from > LONG_BIN) sortLongBin(columns, from, to);
    else sortBin(columns, from, to);
    from = to;
  }
  return columns.slots;
}

/** The key that has `rank` smaller ones among those of the given slots, in linear time. */
export function keyOfRank(
  slots: KeySlots,
  used: Uint32Array,
  rank: number,
): { readonly high: number; readonly low: number } {
  const binOf = binning(slots, used, RANK_BINS);
  const sizes = new Uint32Array(RANK_BINS);
  for (const slot of used) {
    const bin = binOf(highAt(slots, slot));
    sizes[bin] = (sizes[bin] as number) + 1;
  }
  let bin = 0;
  let below = 0;
  while (below + (sizes[bin] as number) <= rank) below += sizes[bin++] as number;
  const candidates = used.filter((candidate) => binOf(highAt(slots, candidate)) === bin);
  const slot = slotsByKey(slots, candidates)[rank - below] as number;
  return { high: highAt(slots, slot), low: lowAt(slots, slot) };
}

/** Tells the bin of a high half: bins are in the order of the keys, and the greatest key is in the last. */
function binning(slots: KeySlots, used: Uint32Array, count: number): (high: number) => number {
  let greatest = 0;
  for (const slot of used) greatest = Math.max(greatest, highAt(slots, slot));
  const factor = count / (greatest + 1);
  return (high) => Math.floor(high * factor);
}

function deal(
  slots: KeySlots,
  used: Uint32Array,
  { binOf, count }: { readonly binOf: (high: number) => number; readonly count: number },
): { readonly ends: Uint32Array; readonly columns: Columns } {
  const ends = new Uint32Array(count);
  for (const slot of used) {
    const bin = binOf(highAt(slots, slot));
    ends[bin] = (ends[bin] as number) + 1;
  }
  let start = 0;
  for (let bin = 0; bin < count; bin++) {
    const size = ends[bin] as number;
    ends[bin] = start;
    start += size;
  }
  const columns: Columns = {
    slots: new Uint32Array(used.length),
    highs: new Uint32Array(used.length),
    lows: new Uint32Array(used.length),
  };
  for (const slot of used) {
    const high = highAt(slots, slot);
    const bin = binOf(high);
    const place = ends[bin] as number;
    ends[bin] = place + 1;
    columns.slots[place] = slot;
    columns.highs[place] = high;
    columns.lows[place] = lowAt(slots, slot);
  }
  return { ends, columns };
}

function sortBin({ slots, highs, lows }: Columns, from: number, to: number): void {
  for (let index = from + 1; index < to; index++) {
    const slot = slots[index] as number;
    const high = highs[index] as number;
    const low = lows[index] as number;
    let place = index;
    while (place > from && isAfter(highs[place - 1] as number, lows[place - 1] as number, high, low)) {
      slots[place] = slots[place - 1] as number;
      highs[place] = highs[place - 1] as number;
      lows[place] = lows[place - 1] as number;
      place -= 1;
    }
    slots[place] = slot;
    highs[place] = high;
    lows[place] = low;
  }
}

function isAfter(high: number, low: number, otherHigh: number, otherLow: number): boolean {
  return high > otherHigh || (high === otherHigh && low > otherLow);
}

function sortLongBin({ slots, highs, lows }: Columns, from: number, to: number): void {
  const order = Array.from({ length: to - from }, (_, index) => from + index).toSorted(
    (a, b) => (highs[a] as number) - (highs[b] as number) || (lows[a] as number) - (lows[b] as number),
  );
  slots.set(
    order.map((index) => slots[index] as number),
    from,
  );
}
