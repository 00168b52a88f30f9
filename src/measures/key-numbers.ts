/** 64-bit keys as numbers from 0, equal keys with equal numbers. */
export interface KeyNumbers {
  readonly numbers: Uint32Array;
  /** Different keys. */
  readonly count: number;
}

/** Keys of a part, about: so few that the part's table stays in the processor's cache. */
const PART_KEYS = 2 ** 14;
const MOST_PARTS = 2 ** 12;
const EMPTY = -1;

/**
 * Numbers keys given as two halves; which key has which number means nothing.
 * They are dealt into parts by their first bits, since one table of millions of keys misses the cache at every look.
 */
export function numberKeys(high: Uint32Array, low: Uint32Array): KeyNumbers {
  const parts = Math.min(MOST_PARTS, 2 ** Math.ceil(Math.log2(high.length / PART_KEYS + 1)));
  const shift = 32 - Math.log2(parts);
  const { dealt, ends } = deal(high, low, { parts, shift });
  const numbers = new Uint32Array(high.length);
  let count = 0;
  let from = 0;
  for (const to of ends) {
    count = numberPart(dealt, { from, to }, numbers, count);
    from = to;
  }
  return { numbers, count };
}

/** Keys part by part, with the places they came from. */
interface DealtKeys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly places: Uint32Array;
}

function deal(
  high: Uint32Array,
  low: Uint32Array,
  { parts, shift }: { readonly parts: number; readonly shift: number },
): { readonly dealt: DealtKeys; readonly ends: Uint32Array } {
  const partOf = (index: number): number => (parts === 1 ? 0 : (high[index] as number) >>> shift);
  const ends = new Uint32Array(parts);
  for (let index = 0; index < high.length; index++) ends[partOf(index)] = (ends[partOf(index)] as number) + 1;
  let start = 0;
  for (let part = 0; part < parts; part++) {
    const size = ends[part] as number;
    ends[part] = start;
    start += size;
  }
  const room = high.length;
  const dealt = { high: new Uint32Array(room), low: new Uint32Array(room), places: new Uint32Array(room) };
  for (let index = 0; index < room; index++) {
    const part = partOf(index);
    const place = ends[part] as number;
    ends[part] = place + 1;
    dealt.high[place] = high[index] as number;
    dealt.low[place] = low[index] as number;
    dealt.places[place] = index;
  }
  return { dealt, ends };
}

/** Numbers the keys of one part from `first` on, and gives the next number. */
function numberPart(
  { high, low, places }: DealtKeys,
  { from, to }: { readonly from: number; readonly to: number },
  numbers: Uint32Array,
  first: number,
): number {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, (to - from) * 2))) - 1;
  const table = new Int32Array(mask + 1).fill(EMPTY);
  let next = first;
  for (let index = from; index < to; index++) {
    let slot = (low[index] as number) & mask;
    let other = table[slot] as number;
    while (other !== EMPTY && (high[other] !== high[index] || low[other] !== low[index])) {
      slot = (slot + 1) & mask;
      other = table[slot] as number;
    }
    if (other === EMPTY) table[slot] = index;
    numbers[places[index] as number] =
      other === EMPTY ? next++ : (numbers[places[other] as number] as number);
  }
  return next;
}
