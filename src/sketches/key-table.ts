import { keyOfRank, slotsByKey } from './key-order.ts';

/**
 * A table of 64-bit keys with exact counts that stays within a capacity by keeping the keys of smallest hash:
 * a coordinated sample (Cohen 2014, "All-distances sketches"). What is kept depends on the set of keys alone,
 * never on their order, and the limit only falls, so whatever is kept was counted from its first occurrence on.
 */
export interface KeyTableSpec {
  /** Greatest number of keys kept, a power of two. */
  readonly capacity: number;
  /** Whether the number of documents that hold a key is counted beside its occurrences. */
  readonly documentFrequency: boolean;
  /** Whether the first 200 characters of what a key stands for are kept. */
  readonly texts: boolean;
}

export interface KeyTable {
  readonly spec: KeyTableSpec;
  /** Keys held now; may exceed the capacity until the table is trimmed. */
  size: number;
  /** Additions of all keys, kept or not. */
  total: number;
  /** Keys above this bound are not kept. */
  limitHigh: number;
  limitLow: number;
  /** Open addressing: slot s holds its key in keys[2s] and keys[2s + 1]; the key 0:0 marks an empty slot. */
  keys: Uint32Array;
  counts: Float64Array;
  frequencies: Float64Array;
  lastDocuments: Uint32Array;
  /** One more than the place of a slot's text in `texts`, 0 where it has none. */
  textPlaces: Uint32Array;
  texts: string[];
}

const KEY_TEXT_LIMIT = 200;
const FIRST_SLOTS = 1024;
/** Up to here tables grow fast, because growing costs more than the memory. */
const FEW_SLOTS = 2 ** 17;
const NOT_KEPT = -1;
const LAST = 0xffffffff;
const SLACK = 2;

/** An empty table. It grows with what it holds. */
export function createKeyTable(spec: KeyTableSpec): KeyTable {
  return { spec, size: 0, total: 0, limitHigh: LAST, limitLow: LAST, ...slots(spec, FIRST_SLOTS) };
}

/** Whether no key was ever left out, so that sizes and counts are exact. */
export function isExact(table: KeyTable): boolean {
  return table.limitHigh === LAST && table.limitLow === LAST;
}

/**
 * Counts one occurrence of a key in a document and gives its slot, or -1 where the key is not kept.
 * The slot is valid until the next addition; `counts[slot] === 1` tells a key that is new.
 * Documents are told apart by `document`, from 1 to 2^32 - 1.
 */
export function addKey(table: KeyTable, high: number, low: number, document: number): number {
  table.total += 1;
  const second = high === 0 && low === 0 ? 1 : low;
  if (above(high, second, table.limitHigh, table.limitLow)) return NOT_KEPT;
  const slot = slotOf(table, high, second);
  if (slot === NOT_KEPT) return NOT_KEPT;
  countIn(table, slot, document);
  return slot;
}

function countIn(table: KeyTable, slot: number, document: number): void {
  table.counts[slot] = (table.counts[slot] as number) + 1;
  if (!table.spec.documentFrequency || table.lastDocuments[slot] === document) return;
  table.lastDocuments[slot] = document;
  table.frequencies[slot] = (table.frequencies[slot] as number) + 1;
}

/** Keys side by side, as a tokenizer makes them: entries from `count` on mean nothing. */
export interface Keys {
  readonly count: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/**
 * Counts one occurrence of each of the keys, as `addKey` does, in one loop: numbers that cross no call need no box.
 * `onNew` is called for each key that was not there, with its slot, valid until it returns, and its index.
 */
export function addKeys(
  table: KeyTable,
  { count, high, low }: Keys,
  document: number,
  onNew?: (slot: number, index: number) => void,
): void {
  for (let index = 0; index < count; index++) {
    const keyHigh = high[index] as number;
    if (keyHigh > table.limitHigh) continue;
    const keyLow = low[index] as number;
    let slot = probe(table, keyHigh, keyLow);
    if (table.counts[slot] === 0) {
      slot = addKey(table, keyHigh, keyLow, document);
      table.total -= 1;
      if (slot >= 0 && table.counts[slot] === 1) onNew?.(slot, index);
    } else countIn(table, slot, document);
  }
  table.total += count;
}

/** Occurrences of a key so far, 0 where it is not kept. */
export function countOf(table: KeyTable, high: number, low: number): number {
  return table.counts[probe(table, high, high === 0 && low === 0 ? 1 : low)] as number;
}

/** Counts `count` occurrences of a key in `frequency` documents that were not counted before. */
export function addKeyCounts(table: KeyTable, entry: KeyEntry): void {
  table.total += entry.count;
  const low = entry.high === 0 && entry.low === 0 ? 1 : entry.low;
  if (above(entry.high, low, table.limitHigh, table.limitLow)) return;
  const slot = slotOf(table, entry.high, low);
  if (slot === NOT_KEPT) return;
  table.counts[slot] = (table.counts[slot] as number) + entry.count;
  if (table.spec.documentFrequency)
    table.frequencies[slot] = (table.frequencies[slot] as number) + entry.frequency;
  if (entry.text !== undefined) setKeyText(table, slot, entry.text);
}

/** Remembers what the key in a slot stands for, cut at 200 characters; of two texts the smaller one stays. */
export function setKeyText(table: KeyTable, slot: number, text: string): void {
  const cut = text.length > KEY_TEXT_LIMIT ? detached(text) : text;
  const known = textOf(table, slot);
  if (known === undefined) table.textPlaces[slot] = table.texts.push(cut);
  else if (cut < known) table.texts[(table.textPlaces[slot] as number) - 1] = cut;
}

/** A kept key with its counts. */
export interface KeyEntry {
  readonly high: number;
  readonly low: number;
  readonly count: number;
  /** Documents that hold the key; 0 where the table does not count them. */
  readonly frequency: number;
  readonly text: string | undefined;
}

/** The slots in use, in ascending order of their keys: the canonical order. */
export function sortedSlots(table: KeyTable): Uint32Array {
  return slotsByKey(table.keys, usedSlots(table));
}

/** What a used slot holds. */
export function entryAt(table: KeyTable, slot: number): KeyEntry {
  return {
    high: table.keys[2 * slot] as number,
    low: table.keys[2 * slot + 1] as number,
    count: table.counts[slot] as number,
    frequency: table.spec.documentFrequency ? (table.frequencies[slot] as number) : 0,
    text: textOf(table, slot),
  };
}

/** Leaves at most `capacity` keys, those of smallest hash, and sets the limit to the greatest of them. */
export function trimKeyTable(table: KeyTable, capacity: number = table.spec.capacity): void {
  if (table.size <= capacity) return;
  const used = usedSlots(table);
  const { high, low } = keyOfRank(table.keys, used, capacity - 1);
  table.limitHigh = high;
  table.limitLow = low;
  rebuild(table, table.counts.length);
}

/**
 * Adds all of `from` to `into`. Both must be of one kind; the smaller capacity holds for the result,
 * which is what one table of that capacity would hold had it seen everything.
 */
export function mergeKeyTables(into: KeyTable, from: KeyTable): KeyTable {
  const capacity = Math.min(into.spec.capacity, from.spec.capacity);
  const target = into.spec.capacity === capacity ? into : { ...into, spec: { ...into.spec, capacity } };
  if (above(target.limitHigh, target.limitLow, from.limitHigh, from.limitLow)) {
    target.limitHigh = from.limitHigh;
    target.limitLow = from.limitLow;
    rebuild(target, target.counts.length);
  }
  const total = target.total + from.total;
  for (let slot = 0; slot < from.counts.length; slot++)
    if (from.counts[slot] !== 0) addKeyCounts(target, entryAt(from, slot));
  target.total = total;
  trimKeyTable(target);
  return target;
}

/** Bottom-k estimate of the number of distinct keys, (k - 1) / τ with τ the limit as a share of the hash range
 * (Beyer et al. 2007, equation 3); exact, with a coefficient of variation of 0, while nothing was left out. */
export function distinctKeys(table: KeyTable): { readonly value: number; readonly variation: number } {
  if (isExact(table)) return { value: table.size, variation: 0 };
  const share = (table.limitHigh * 2 ** 32 + table.limitLow + 1) / 2 ** 64;
  return { value: (table.size - 1) / share, variation: 1 / Math.sqrt(table.size - 2) };
}

function textOf(table: KeyTable, slot: number): string | undefined {
  const place = table.textPlaces[slot] ?? 0;
  return place === 0 ? undefined : table.texts[place - 1];
}

function slotOf(table: KeyTable, high: number, low: number): number {
  const found = probe(table, high, low);
  if (table.counts[found] !== 0) return found;
  if (table.size < roomFor(table)) return occupy(table, found, high, low);
  makeRoom(table);
  if (above(high, low, table.limitHigh, table.limitLow)) return NOT_KEPT;
  return occupy(table, probe(table, high, low), high, low);
}

function usedSlots(table: KeyTable): Uint32Array {
  const used = new Uint32Array(table.size);
  let found = 0;
  for (let slot = 0; slot < table.counts.length; slot++) if (table.counts[slot] !== 0) used[found++] = slot;
  return used;
}

function occupy(table: KeyTable, slot: number, high: number, low: number): number {
  table.keys[2 * slot] = high;
  table.keys[2 * slot + 1] = low;
  table.size += 1;
  return slot;
}

/** The low half picks the slot, because the high half is small wherever the limit is low. */
function probe(table: KeyTable, high: number, low: number): number {
  const { keys } = table;
  const mask = keys.length / 2 - 1;
  let slot = low & mask;
  for (;;) {
    const storedHigh = keys[2 * slot] as number;
    const storedLow = keys[2 * slot + 1] as number;
    if (storedHigh === high && storedLow === low) return slot;
    if (storedHigh === 0 && storedLow === 0) return slot;
    slot = (slot + 1) & mask;
  }
}

function roomFor(table: KeyTable): number {
  return Math.min(table.counts.length * 0.6, table.spec.capacity * SLACK);
}

/** Trims are rare, because as many keys again are let in between two of them. */
function makeRoom(table: KeyTable): void {
  if (table.size >= table.spec.capacity * SLACK) trimKeyTable(table);
  else rebuild(table, table.counts.length * (table.counts.length < FEW_SLOTS ? 4 : 2));
}

function rebuild(table: KeyTable, slotCount: number): void {
  const old = { ...table };
  Object.assign(table, slots(table.spec, slotCount));
  table.size = 0;
  for (let slot = 0; slot < old.counts.length; slot++) {
    const high = old.keys[2 * slot] as number;
    const low = old.keys[2 * slot + 1] as number;
    if (old.counts[slot] === 0 || above(high, low, table.limitHigh, table.limitLow)) continue;
    const next = occupy(table, probe(table, high, low), high, low);
    table.counts[next] = old.counts[slot] as number;
    const text = textOf(old, slot);
    if (text !== undefined) table.textPlaces[next] = table.texts.push(text);
    if (!table.spec.documentFrequency) continue;
    table.frequencies[next] = old.frequencies[slot] as number;
    table.lastDocuments[next] = old.lastDocuments[slot] as number;
  }
}

function slots(
  spec: KeyTableSpec,
  count: number,
): Pick<KeyTable, 'keys' | 'counts' | 'frequencies' | 'lastDocuments' | 'textPlaces' | 'texts'> {
  const frequencies = spec.documentFrequency ? count : 0;
  return {
    keys: new Uint32Array(2 * count),
    counts: new Float64Array(count),
    frequencies: new Float64Array(frequencies),
    lastDocuments: new Uint32Array(frequencies),
    textPlaces: new Uint32Array(spec.texts ? count : 0),
    texts: [],
  };
}

function above(high: number, low: number, limitHigh: number, limitLow: number): boolean {
  return high > limitHigh || (high === limitHigh && low > limitLow);
}

/** A copy of the beginning that does not keep the whole text in memory, and never ends in half a pair. */
function detached(text: string): string {
  return Buffer.from(text.slice(0, KEY_TEXT_LIMIT))
    .toString()
    .replace(/\uFFFD$/u, '');
}
