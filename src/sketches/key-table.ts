import { keyOfRank, slotsByKey } from './key-order.ts';
import type { KeySlots } from './key-slots.ts';
import {
  COUNT,
  clearSlot,
  closeGaps,
  copySlot,
  countAt,
  createSlots,
  emptySlot,
  FREQUENCY,
  findSlot,
  frequencyAt,
  highAt,
  LAST_DOCUMENT,
  lowAt,
  occupySlot,
  TEXT_PLACE,
  usedSlots,
} from './key-slots.ts';
import type { KeyTexts } from './key-texts.ts';
import { addText, compareTexts, copyText, createKeyTexts, dropText, textAt } from './key-texts.ts';

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
  slots: KeySlots;
  /** How often keys were dropped, and so were moved. */
  trims: number;
  texts: KeyTexts;
  /** Scratch memory of `addKeys`, a word for each key of a block. */
  readonly heads: Uint32Array;
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

const FIRST_SLOTS = 1024;
/** Keys that are looked up together. */
export const KEY_BLOCK = 32;
/** Up to here tables grow fast, because growing costs more than the memory. */
const FEW_SLOTS = 2 ** 17;
const FULLEST = 0.75;
const NOT_KEPT = -1;
const LAST = 0xffffffff;
const SLACK = 1.5;

/** An empty table. It grows with what it holds. */
export function createKeyTable(spec: KeyTableSpec): KeyTable {
  const slots = createSlots(FIRST_SLOTS, isWide(spec));
  const heads = new Uint32Array(KEY_BLOCK);
  return {
    spec,
    size: 0,
    total: 0,
    limitHigh: LAST,
    limitLow: LAST,
    slots,
    trims: 0,
    texts: createKeyTexts(),
    heads,
  };
}

/** Makes room in an empty table for as many keys as are expected, so that it need not grow step by step. */
export function expectKeys(table: KeyTable, expected: number): void {
  const room = Math.min(expected, table.spec.capacity * SLACK) / FULLEST + 1;
  const count = 2 ** Math.ceil(Math.log2(room));
  if (count > FIRST_SLOTS) table.slots = createSlots(count, isWide(table.spec));
}

/** Whether no key was ever left out, so that sizes and counts are exact. */
export function isExact(table: KeyTable): boolean {
  return table.limitHigh === LAST && table.limitLow === LAST;
}

/**
 * Counts one occurrence of a key in a document and gives its slot, or -1 where the key is not kept.
 * The slot is valid until the next addition; a count of 1 tells a key that is new.
 * Documents are told apart by `document`, from 1 to 2^32 - 1.
 */
export function addKey(table: KeyTable, high: number, low: number, document: number): number {
  table.total += 1;
  const slot = slotOf(table, high, low);
  if (slot === NOT_KEPT) return NOT_KEPT;
  const { words, numbers, shift } = table.slots;
  const number = slot << (shift - 1);
  numbers[number + COUNT] = (numbers[number + COUNT] as number) + 1;
  const word = slot << shift;
  if (table.spec.documentFrequency && words[word + LAST_DOCUMENT] !== document) {
    words[word + LAST_DOCUMENT] = document;
    numbers[number + FREQUENCY] = (numbers[number + FREQUENCY] as number) + 1;
  }
  return slot;
}

/** Occurrences of a key so far, 0 where it is not kept. */
export function countOf({ slots }: KeyTable, high: number, low: number): number {
  return countAt(slots, findSlot(slots, high, stored(high, low)));
}

/** Counts `count` occurrences of a key in `frequency` documents that were not counted before. */
export function addKeyCounts(table: KeyTable, entry: KeyEntry): void {
  table.total += entry.count;
  const slot = slotOf(table, entry.high, entry.low);
  if (slot === NOT_KEPT) return;
  addAt(table, slot, entry.count, entry.frequency);
  if (entry.text !== undefined) setKeyText(table, slot, entry.text);
}

/** Remembers what the key in a slot stands for, cut at 200 characters; of two texts the smaller one stays. */
export function setKeyText(table: KeyTable, slot: number, text: string): void {
  offerText(table, slot, addText(table.texts, text));
}

/** Keeps the text that was added last where the slot has none, or a greater one. */
function offerText({ slots, texts }: KeyTable, slot: number, place: number): void {
  const word = (slot << slots.shift) + TEXT_PLACE;
  const known = slots.words[word] as number;
  if (known === 0 || compareTexts(texts, place, texts, known) < 0) slots.words[word] = place;
  else dropText(texts, place);
}

/** The slots in use, in ascending order of their keys: the canonical order. */
export function sortedSlots({ slots, size }: KeyTable): Uint32Array {
  return slotsByKey(slots, usedSlots(slots, size));
}

/** What a used slot holds. */
export function entryAt(table: KeyTable, slot: number): KeyEntry {
  const { slots } = table;
  return {
    high: highAt(slots, slot),
    low: lowAt(slots, slot),
    count: countAt(slots, slot),
    frequency: table.spec.documentFrequency ? frequencyAt(slots, slot) : 0,
    text: textOf(table, slot),
  };
}

/** Leaves at most `capacity` keys, those of smallest hash, and sets the limit to the greatest of them. */
export function trimKeyTable(table: KeyTable, capacity: number = table.spec.capacity): void {
  if (table.size <= capacity) return;
  const { high, low } = keyOfRank(table.slots, usedSlots(table.slots, table.size), capacity - 1);
  table.limitHigh = high;
  table.limitLow = low;
  dropAbove(table);
}

/**
 * Adds all of `from` to `into`; both may be used up. They must be of one kind, and the smaller capacity holds for the
 * result, which once it is trimmed is what one table of that capacity would hold had it seen everything.
 */
export function mergeKeyTables(into: KeyTable, from: KeyTable): KeyTable {
  const capacity = Math.min(into.spec.capacity, from.spec.capacity);
  if (into.size === 0 && isExact(into))
    return { ...from, spec: { ...from.spec, capacity }, total: into.total + from.total };
  const target = into.spec.capacity === capacity ? into : { ...into, spec: { ...into.spec, capacity } };
  if (isAbove(target.limitHigh, target.limitLow, from)) {
    target.limitHigh = from.limitHigh;
    target.limitLow = from.limitLow;
    dropAbove(target);
  }
  target.total += from.total;
  // In the order of the slots, neighbours of one table are neighbours in the other.
  for (let slot = 0; slot <= from.slots.mask; slot++)
    if (countAt(from.slots, slot) !== 0) addSlot(target, from, slot);
  return target;
}

function addSlot(target: KeyTable, from: KeyTable, slot: number): void {
  const found = slotOf(target, highAt(from.slots, slot), lowAt(from.slots, slot));
  if (found === NOT_KEPT) return;
  addAt(target, found, countAt(from.slots, slot), frequencyAt(from.slots, slot));
  const place = placeOf(from, slot);
  if (place !== 0) offerText(target, found, copyText(target.texts, from.texts, place));
}

function addAt({ slots, spec }: KeyTable, slot: number, count: number, frequency: number): void {
  const { numbers, shift } = slots;
  const number = slot << (shift - 1);
  numbers[number + COUNT] = (numbers[number + COUNT] as number) + count;
  if (spec.documentFrequency)
    numbers[number + FREQUENCY] = (numbers[number + FREQUENCY] as number) + frequency;
}

/** The slot of a key that is or can be kept, else -1; a key that is new is put there. */
function slotOf(table: KeyTable, high: number, givenLow: number): number {
  const low = stored(high, givenLow);
  if (isAbove(high, low, table)) return NOT_KEPT;
  const found = findSlot(table.slots, high, low);
  if (countAt(table.slots, found) !== 0) return found;
  if (table.size >= roomFor(table)) {
    makeRoom(table);
    return slotOf(table, high, low);
  }
  occupySlot(table.slots, found, high, low);
  table.size += 1;
  return found;
}

/** The key 0:0 marks an empty slot, so it is kept as 0:1. */
function stored(high: number, low: number): number {
  return high === 0 && low === 0 ? 1 : low;
}

function isAbove(high: number, low: number, { limitHigh, limitLow }: KeyTable): boolean {
  return high > limitHigh || (high === limitHigh && low > limitLow);
}

function isWide({ documentFrequency, texts }: KeyTableSpec): boolean {
  return documentFrequency || texts;
}

function textOf(table: KeyTable, slot: number): string | undefined {
  const place = placeOf(table, slot);
  return place === 0 ? undefined : textAt(table.texts, place);
}

/** The place of a slot's text, 0 without one. */
function placeOf({ slots, spec }: KeyTable, slot: number): number {
  return spec.texts ? (slots.words[(slot << slots.shift) + TEXT_PLACE] as number) : 0;
}

function roomFor({ slots, spec }: KeyTable): number {
  return Math.min((slots.mask + 1) * FULLEST, spec.capacity * SLACK);
}

/** Trims are rare, because as many keys again are let in between two of them. */
function makeRoom(table: KeyTable): void {
  const count = table.slots.mask + 1;
  if (table.size >= table.spec.capacity * SLACK) trimKeyTable(table);
  else grow(table, count * (count < FEW_SLOTS ? 4 : 2));
}

/** Drops the keys above the limit, in place: a new table would cost more than the work itself. */
function dropAbove(table: KeyTable): void {
  const { slots } = table;
  const first = emptySlot(slots);
  let kept = 0;
  for (let slot = 0; slot <= slots.mask; slot++) {
    if (countAt(slots, slot) === 0) continue;
    if (isAbove(highAt(slots, slot), lowAt(slots, slot), table)) clearSlot(slots, slot);
    else kept += 1;
  }
  table.size = kept;
  table.trims += 1;
  closeGaps(slots, first);
  dropOldTexts(table);
}

function grow(table: KeyTable, slotCount: number): void {
  const { slots: old } = table;
  table.slots = createSlots(slotCount, isWide(table.spec));
  for (let slot = 0; slot <= old.mask; slot++)
    if (countAt(old, slot) !== 0)
      copySlot(old, slot, table.slots, findSlot(table.slots, highAt(old, slot), lowAt(old, slot)));
}

/** Copies the texts of the keys that are left, and lets go of the others. */
function dropOldTexts(table: KeyTable): void {
  if (!table.spec.texts) return;
  const { slots, texts: old } = table;
  table.texts = createKeyTexts();
  for (const slot of usedSlots(slots, table.size)) {
    const place = placeOf(table, slot);
    if (place !== 0) slots.words[(slot << slots.shift) + TEXT_PLACE] = copyText(table.texts, old, place);
  }
}
