import { keyInGroup } from '../measures/type-sample.ts';
import { countAt, frequencyAt, highAt, lowAt } from '../sketches/key-slots.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { entryAt, isExact, sortedSlots, trimKeyTable } from '../sketches/key-table.ts';
import { replicateGroup } from '../sketches/replicate-group.ts';
import type { Profile } from './profile.ts';

/** A 64-bit bound in two halves. */
export interface KeyBound {
  readonly high: number;
  readonly low: number;
}

/**
 * The word types of a corpus whose keys are below a bound, all of them, with where they occur. A cell is a type in a
 * replicate group. Types are in ascending order of their keys and cells in the order of their types, so that the
 * cells of type t are those from `starts[t]` to before `starts[t + 1]`.
 */
export interface GroupedVocabulary {
  /** The hashes of the types; the last five bits of the low half are 0. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Documents that have each type. */
  readonly frequencies: Float64Array;
  /** One more than there are types. */
  readonly starts: Uint32Array;
  readonly groups: Uint8Array;
  /** Occurrences in each cell. */
  readonly counts: Float64Array;
  /** Every type with a smaller key is here. */
  readonly bound: KeyBound;
  /** Documents and words of each replicate group. */
  readonly documents: readonly number[];
  readonly tokens: readonly number[];
  /** What is written for a type; null where the profile holds no text. */
  wordOf(type: number): string | null;
}

/** Above all keys, because the last bits of these are 0. */
const NO_BOUND: KeyBound = { high: 0xffffffff, low: 0xffffffff };

/** Whether a key stands below a bound. */
export function isBelow(high: number, low: number, bound: KeyBound): boolean {
  return high < bound.high || (high === bound.high && low < bound.low);
}

/** The lower one of two bounds. */
export function lowerBound(a: KeyBound, b: KeyBound): KeyBound {
  return isBelow(a.high, a.low, b) ? a : b;
}

/** The share of all keys that are below a bound: of how many of its types a corpus can tell. */
export function shareBelow({ high, low }: KeyBound): number {
  return (high * 2 ** 32 + low) / 2 ** 64;
}

/**
 * Reads the counts by replicate group and the documents that have each type from a profile, whose tables are trimmed
 * to their capacities on the way. Linear in the number of types, but for putting them in order.
 */
export function groupedVocabularyOf(profile: Profile): GroupedVocabulary {
  const { words, totals } = partsOf(profile, 'word-groups');
  const { words: texts } = partsOf(profile, 'vocabulary');
  const bound = lowerBound(boundOf(words), boundOf(texts));
  const cells = sortedSlots(words).filter((slot) => isBelow(...typeAt(words, slot), bound));
  const types = typesOf(words, cells);
  const { frequencies, slots } = documentsOf(texts, types);
  return {
    ...types,
    frequencies,
    groups: Uint8Array.from(cells, (slot) => replicateGroup(lowAt(words.slots, slot))),
    counts: Float64Array.from(cells, (slot) => countAt(words.slots, slot)),
    bound,
    documents: [...(totals['documents'] ?? [])],
    tokens: [...(totals['tokens'] ?? [])],
    wordOf: (type) => entryAt(texts, slots[type] ?? 0).text ?? null,
  };
}

interface Parts {
  readonly words: KeyTable;
  readonly totals: Readonly<Record<string, ArrayLike<number> & Iterable<number>>>;
}

function partsOf({ counts }: Profile, id: string): Parts {
  const state = counts.get(id);
  const words = state?.tables['words'];
  if (state === undefined || words === undefined) throw new Error(`the profile has no counts of ${id}`);
  trimKeyTable(words);
  return { words, totals: state.totals };
}

function boundOf(table: KeyTable): KeyBound {
  return isExact(table) ? NO_BOUND : { high: table.limitHigh, low: keyInGroup(table.limitLow, 0) };
}

/** The key of the type that is in a slot. */
function typeAt({ slots }: KeyTable, slot: number): [high: number, low: number] {
  return [highAt(slots, slot), keyInGroup(lowAt(slots, slot), 0)];
}

function typesOf(words: KeyTable, cells: Uint32Array): Pick<GroupedVocabulary, 'high' | 'low' | 'starts'> {
  const high = new Uint32Array(cells.length);
  const low = new Uint32Array(cells.length);
  const starts = new Uint32Array(cells.length + 1);
  let types = 0;
  for (const [cell, slot] of cells.entries()) {
    const [ownHigh, ownLow] = typeAt(words, slot);
    if (types > 0 && high[types - 1] === ownHigh && low[types - 1] === ownLow) continue;
    high[types] = ownHigh;
    low[types] = ownLow;
    starts[types++] = cell;
  }
  starts[types] = cells.length;
  return { high: high.slice(0, types), low: low.slice(0, types), starts: starts.slice(0, types + 1) };
}

/** The documents of each type, and the slot of its text. Both orders are those of the keys, so they are walked together. */
function documentsOf(
  texts: KeyTable,
  { high, low }: Pick<GroupedVocabulary, 'high' | 'low'>,
): { readonly frequencies: Float64Array; readonly slots: Uint32Array } {
  const frequencies = new Float64Array(high.length);
  const slots = new Uint32Array(high.length);
  let type = 0;
  for (const slot of sortedSlots(texts)) {
    const own = typeAt(texts, slot);
    while (type < high.length && isBelow(high[type] ?? 0, low[type] ?? 0, { high: own[0], low: own[1] }))
      type += 1;
    if (high[type] !== own[0] || low[type] !== own[1]) continue;
    frequencies[type] = (frequencies[type] ?? 0) + frequencyAt(texts.slots, slot);
    slots[type] = slot;
  }
  return { frequencies, slots };
}
