import { countAt, highAt, lowAt } from '../sketches/key-slots.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { sortedSlots } from '../sketches/key-table.ts';

/** Content hashes as two halves, ascending. A million of them take 8 MB, a tenth of what objects would. */
export interface TextKeys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** Keys with how many documents have each. */
export interface CountedKeys extends TextKeys {
  readonly counts: Float64Array;
}

/** A key above all of which a table may lack some. */
export type KeyLimit = Pick<KeyTable, 'limitHigh' | 'limitLow'>;

const DIGITS = 8;
const HEXADECIMAL = 16;

/** The keys of a table up to a limit. */
export function keysUpTo(table: KeyTable, { limitHigh, limitLow }: KeyLimit): CountedKeys {
  const slots = sortedSlots(table);
  const high = Uint32Array.from(slots, (slot) => highAt(table.slots, slot));
  const low = Uint32Array.from(slots, (slot) => lowAt(table.slots, slot));
  const end = placeIn({ high, low }, limitHigh, limitLow, 1);
  return {
    high: high.subarray(0, end),
    low: low.subarray(0, end),
    counts: Float64Array.from(slots.subarray(0, end), (slot) => countAt(table.slots, slot)),
  };
}

/** The keys at some places, which are ascending. */
export function keysAt({ high, low }: TextKeys, places: readonly number[]): TextKeys {
  return {
    high: Uint32Array.from(places, (place) => high[place] as number),
    low: Uint32Array.from(places, (place) => low[place] as number),
  };
}

/** A key as 16 hexadecimal digits. */
export function hashAt({ high, low }: TextKeys, place: number): string {
  return digits(high[place] ?? 0) + digits(low[place] ?? 0);
}

/** Whether a hash of 16 hexadecimal digits is among the keys. */
export function holdsHash(keys: TextKeys, hash: string): boolean {
  const high = Number.parseInt(hash.slice(0, DIGITS), HEXADECIMAL);
  const low = Number.parseInt(hash.slice(DIGITS), HEXADECIMAL);
  const place = placeIn(keys, high, low, 0);
  return keys.high[place] === high && keys.low[place] === low;
}

/** How many keys are below the given one, or with `withEqual` not above it. */
function placeIn({ high, low }: TextKeys, ownHigh: number, ownLow: number, withEqual: 0 | 1): number {
  let from = 0;
  let to = high.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const order = (high[middle] as number) - ownHigh || (low[middle] as number) - ownLow;
    if (order < withEqual) from = middle + 1;
    else to = middle;
  }
  return from;
}

function digits(half: number): string {
  return half.toString(HEXADECIMAL).padStart(DIGITS, '0');
}
