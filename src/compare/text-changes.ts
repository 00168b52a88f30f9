import type { KeyTable } from '../sketches/key-table.ts';
import { isExact } from '../sketches/key-table.ts';
import type { Sides } from './paired-replicates.ts';
import type { KeyLimit, TextKeys } from './text-keys.ts';
import { keysAt, keysUpTo } from './text-keys.ts';

/** Distinct texts of two versions, below the hash up to which both tell all of theirs. */
export interface TextChanges {
  /** The share of all hashes that is below: 1 where both versions are known whole. */
  readonly share: number;
  /** Texts that both have. */
  readonly unchanged: number;
  /** Texts that only the baseline has, and those that only the candidate has, in the order of their hashes. */
  readonly went: TextKeys;
  readonly came: TextKeys;
  /** Documents of both, those of the baseline beyond that, and those of the candidate: copies count. */
  readonly documents: { readonly kept: number; readonly went: number; readonly came: number };
}

const LAST = 0xffffffff;

/** Walks through the distinct texts of both versions, which are sorted by hash. Linear in their number. */
export function textChanges({ baseline, candidate }: Sides<KeyTable>): TextChanges {
  const bound = lowerLimit(baseline, candidate);
  const own = keysUpTo(baseline, bound);
  const other = keysUpTo(candidate, bound);
  const went: number[] = [];
  const came: number[] = [];
  const documents = { kept: 0, went: 0, came: 0 };
  let unchanged = 0;
  let place = 0;
  for (let index = 0; index < own.high.length; index++) {
    for (; place < other.high.length && orderOf(other, place, own, index) < 0; place++) addCome(place);
    const count = own.counts[index] as number;
    if (place === other.high.length || orderOf(other, place, own, index) !== 0) {
      went.push(index);
      documents.went += count;
      continue;
    }
    const same = other.counts[place] as number;
    place += 1;
    unchanged += 1;
    documents.kept += Math.min(count, same);
    documents.went += Math.max(0, count - same);
    documents.came += Math.max(0, same - count);
  }
  for (; place < other.high.length; place++) addCome(place);
  return { share: shareOf(bound), unchanged, went: keysAt(own, went), came: keysAt(other, came), documents };

  function addCome(index: number): void {
    came.push(index);
    documents.came += other.counts[index] as number;
  }
}

function orderOf(keys: TextKeys, place: number, others: TextKeys, index: number): number {
  return (
    (keys.high[place] as number) - (others.high[index] as number) ||
    (keys.low[place] as number) - (others.low[index] as number)
  );
}

/** The share of the documents of each side that the other does not have, copies among them. */
export function changedShares({ documents: { kept, went, came } }: TextChanges): Sides<number> {
  return { baseline: went / Math.max(1, kept + went), candidate: came / Math.max(1, kept + came) };
}

function lowerLimit(a: KeyTable, b: KeyTable): KeyLimit {
  const aIsLower = a.limitHigh < b.limitHigh || (a.limitHigh === b.limitHigh && a.limitLow < b.limitLow);
  return aIsLower ? a : b;
}

function shareOf({ limitHigh, limitLow }: KeyLimit): number {
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
