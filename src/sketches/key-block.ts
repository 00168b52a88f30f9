import { COUNT, countAt, FREQUENCY, findSlot, homeSlot, LAST_DOCUMENT } from './key-slots.ts';
import type { KeyTable } from './key-table.ts';
import { addKey, KEY_BLOCK } from './key-table.ts';

/** Keys side by side, as a tokenizer makes them: entries from `count` on mean nothing. */
export interface Keys {
  readonly count: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** Called for a key that was not there, with its slot, valid until it returns, and its index. */
type OnNewKey = (slot: number, index: number) => void;

interface Visit {
  readonly document: number;
  readonly onNew: OnNewKey | undefined;
}

/** Counts one occurrence of each of the keys, as `addKey` does, but faster. */
export function addKeys(table: KeyTable, keys: Keys, document: number, onNew?: OnNewKey): void {
  const visit = { document, onNew };
  for (let index = 0; index < keys.count; ) index = addBlock(table, keys, index, visit);
  table.total += keys.count;
}

/** Counts additions of keys that were seen to lie above the limit, and so were not offered one by one. */
export function addLeftOut(table: KeyTable, additions: number): void {
  table.total += additions;
}

/** Counts a block of keys from an index on, and gives the index where to go on: sooner when its keys have moved. */
function addBlock(table: KeyTable, keys: Keys, from: number, visit: Visit): number {
  const { limitHigh, spec, slots, heads, trims } = table;
  const { words, numbers, shift } = slots;
  const { high, low } = keys;
  const end = Math.min(keys.count, from + KEY_BLOCK);
  readHeads(table, keys, from, end);
  for (let index = from; index < end; index++) {
    const keyHigh = high[index] as number;
    if (keyHigh > limitHigh) continue;
    const keyLow = low[index] as number;
    let slot = homeSlot(slots, keyLow);
    if (heads[index - from] !== keyHigh || words[(slot << shift) + 1] !== keyLow)
      slot = findSlot(slots, keyHigh, keyLow);
    const number = slot << (shift - 1);
    const occurrences = numbers[number + COUNT] as number;
    if (occurrences === 0) {
      addNew(table, keys, index, visit);
      if (table.slots !== slots || table.trims !== trims) return index + 1;
      continue;
    }
    numbers[number + COUNT] = occurrences + 1;
    if (!spec.documentFrequency || words[(slot << shift) + LAST_DOCUMENT] === visit.document) continue;
    words[(slot << shift) + LAST_DOCUMENT] = visit.document;
    numbers[number + FREQUENCY] = (numbers[number + FREQUENCY] as number) + 1;
  }
  return end;
}

/** Reads the first words of all slots before any is looked at, so that the memory answers for all of them at once. */
function readHeads(
  { limitHigh, slots, heads }: KeyTable,
  { high, low }: Keys,
  from: number,
  to: number,
): void {
  const { words, shift } = slots;
  for (let index = from; index < to; index++)
    if ((high[index] as number) <= limitHigh)
      heads[index - from] = words[homeSlot(slots, low[index] as number) << shift] as number;
}

function addNew(table: KeyTable, { high, low }: Keys, index: number, { document, onNew }: Visit): void {
  const slot = addKey(table, high[index] as number, low[index] as number, document);
  table.total -= 1;
  if (slot >= 0 && countAt(table.slots, slot) === 1) onNew?.(slot, index);
}
