import { countAt, highAt, lowAt } from '../sketches/key-slots.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { isExact, sortedSlots } from '../sketches/key-table.ts';
import type { Sides } from './paired-replicates.ts';

/** Distinct texts of two versions, below the hash up to which both tell all of theirs. */
export interface TextChanges {
  /** The share of all hashes that is below: 1 where both versions are known whole. */
  readonly share: number;
  /** Texts that both have. */
  readonly unchanged: number;
  /** Texts that only the baseline has, and those that only the candidate has, in the order of their hashes. */
  readonly went: readonly TextKey[];
  readonly came: readonly TextKey[];
  /** Documents of both, those of the baseline beyond that, and those of the candidate: copies count. */
  readonly documents: { readonly kept: number; readonly went: number; readonly came: number };
}

/** A content hash: as two halves, and as 16 hexadecimal digits. */
export interface TextKey {
  readonly high: number;
  readonly low: number;
  readonly hash: string;
}

const LAST = 0xffffffff;
const DIGITS = 8;
const HEXADECIMAL = 16;

/** Walks through the distinct texts of both versions, which are sorted by hash. Linear in their number. */
export function textChanges({ baseline, candidate }: Sides<KeyTable>): TextChanges {
  const bound = lowerLimit(baseline, candidate);
  const own = entriesBelow(baseline, bound);
  const other = entriesBelow(candidate, bound);
  const went: TextKey[] = [];
  const came: TextKey[] = [];
  const documents = { kept: 0, went: 0, came: 0 };
  let unchanged = 0;
  let place = 0;
  for (const entry of own) {
    for (; place < other.length && order(other[place], entry) < 0; place++) addCome(other[place]);
    const same = other[place];
    if (same === undefined || order(same, entry) !== 0) {
      went.push(keyOf(entry));
      documents.went += entry.count;
      continue;
    }
    place += 1;
    unchanged += 1;
    documents.kept += Math.min(entry.count, same.count);
    documents.went += Math.max(0, entry.count - same.count);
    documents.came += Math.max(0, same.count - entry.count);
  }
  for (; place < other.length; place++) addCome(other[place]);
  return { share: shareOf(bound), unchanged, went, came, documents };

  function addCome(entry: Entry | undefined): void {
    if (entry === undefined) return;
    came.push(keyOf(entry));
    documents.came += entry.count;
  }
}

/** The share of the documents of each side that the other does not have, copies among them. */
export function changedShares({ documents: { kept, went, came } }: TextChanges): Sides<number> {
  return { baseline: went / Math.max(1, kept + went), candidate: came / Math.max(1, kept + came) };
}

interface Entry {
  readonly high: number;
  readonly low: number;
  readonly count: number;
}

type Limit = Pick<KeyTable, 'limitHigh' | 'limitLow'>;

function lowerLimit(a: KeyTable, b: KeyTable): Limit {
  const aIsLower = a.limitHigh < b.limitHigh || (a.limitHigh === b.limitHigh && a.limitLow < b.limitLow);
  return aIsLower ? a : b;
}

function entriesBelow(table: KeyTable, { limitHigh, limitLow }: Limit): readonly Entry[] {
  const entries: Entry[] = [];
  for (const slot of sortedSlots(table)) {
    const [high, low] = [highAt(table.slots, slot), lowAt(table.slots, slot)];
    if (high > limitHigh || (high === limitHigh && low > limitLow)) break;
    entries.push({ high, low, count: countAt(table.slots, slot) });
  }
  return entries;
}

function order(a: Entry | undefined, b: Entry): number {
  return a === undefined ? 1 : a.high - b.high || a.low - b.low;
}

function keyOf({ high, low }: Entry): TextKey {
  return { high, low, hash: digits(high) + digits(low) };
}

function digits(half: number): string {
  return half.toString(HEXADECIMAL).padStart(DIGITS, '0');
}

function shareOf({ limitHigh, limitLow }: Limit): number {
  return limitHigh === LAST && limitLow === LAST ? 1 : (limitHigh * 2 ** 32 + limitLow + 1) / 2 ** 64;
}

/** The share of all ids that two tables of pairs both know. */
export function sharedIds({ baseline, candidate }: Sides<KeyTable>): {
  readonly highest: number;
  readonly share: number;
} {
  const { limitHigh } = lowerLimit(baseline, candidate);
  if (isExact(baseline) && isExact(candidate)) return { highest: LAST, share: 1 };
  // Of the last id some pairs may be missing.
  return { highest: limitHigh - 1, share: limitHigh / 2 ** 32 };
}
