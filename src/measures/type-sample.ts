import { countAt, highAt, lowAt } from '../sketches/key-slots.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { isExact, sortedSlots } from '../sketches/key-table.ts';
import { GROUPS, replicateGroup } from '../sketches/replicate-group.ts';
import type { GroupedCounts } from './grouped-counts.ts';

/** Blocks of types, from which the error of sampling types comes. */
export const BLOCKS = 32;
const BITS_OF_THE_GROUP = 5;

/** The word types of smallest hash with their counts by replicate group. */
export interface TypeSample extends GroupedCounts {
  /** In which block each type is, by its hash. */
  readonly blocks: Uint8Array;
  /** The share of all hashes below which all types are here: 1 where these are all types there are. */
  readonly share: number;
}

/** The last five bits of a word's hash make way for the group, so that the keys of a type stand side by side. */
export function keyInGroup(low: number, group: number): number {
  return ((low & ~(GROUPS - 1)) | group) >>> 0;
}

/** Reads a table of keys by `keyInGroup`: all types, but for the last where the limit may have cut off some groups. */
export function typeSampleOf(words: KeyTable): TypeSample {
  const { slots } = words;
  const order = sortedSlots(words);
  const all = new Float64Array(order.length);
  const blocks = new Uint8Array(order.length);
  const cells = Array.from({ length: GROUPS }, () => ({ types: [] as number[], counts: [] as number[] }));
  const last = isExact(words) ? null : { high: words.limitHigh, low: keyInGroup(words.limitLow, 0) };
  let typeHigh = -1;
  let typeLow = -1;
  let types = 0;
  for (const slot of order) {
    const high = highAt(slots, slot);
    const low = lowAt(slots, slot);
    const own = keyInGroup(low, 0);
    if (last !== null && high === last.high && own === last.low) break;
    if (high !== typeHigh || own !== typeLow) {
      blocks[types] = (low >>> BITS_OF_THE_GROUP) % BLOCKS;
      types += 1;
      typeHigh = high;
      typeLow = own;
    }
    const count = countAt(slots, slot);
    all[types - 1] = (all[types - 1] as number) + count;
    const group = cells[replicateGroup(low)];
    group?.types.push(types - 1);
    group?.counts.push(count);
  }
  return {
    all: all.subarray(0, types),
    groups: cells.map(({ types: own, counts }) => ({
      types: Uint32Array.from(own),
      counts: Float64Array.from(counts),
    })),
    blocks: blocks.subarray(0, types),
    share: last === null ? 1 : (last.high * 2 ** 32 + last.low) / 2 ** 64,
  };
}
