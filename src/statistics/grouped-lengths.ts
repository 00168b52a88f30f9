import { wasserstein } from './wasserstein.ts';

/** A distribution of lengths in classes, by replicate group. At most some 1,700 rows, however long things are. */
export interface GroupedLengths {
  /** Replicate groups; each row has so many counts. */
  readonly groups: number;
  /** Ascending. */
  readonly rows: readonly LengthRow[];
}

interface LengthRow {
  /** The middle of the class. */
  readonly length: number;
  /** How many things of these lengths each group has. */
  readonly counts: readonly number[];
}

/** Things of one group, by their lengths. */
export interface LengthsOfGroup {
  readonly group: number;
  readonly lengths: readonly number[];
}

/** Lengths below this have a class of their own. */
const EXACT = 64;
/** Classes to each doubling above. */
const CLASSES = 32;

/**
 * Counts lengths in classes: each length below 64 is one by itself, and above there are 32 to each doubling, so that
 * the middle of a class is off by a sixty-fourth at most. Throws a RangeError for a length that is not a whole number
 * from 0, and for a group that is not one of `groups`.
 */
export function groupLengths(things: Iterable<LengthsOfGroup>, groups: number): GroupedLengths {
  const counts = new Map<number, number[]>();
  for (const { group, lengths } of things) {
    if (!(Number.isSafeInteger(group) && group >= 0 && group < groups))
      throw new RangeError(`groups are whole numbers from 0 to ${groups - 1}`);
    for (const length of lengths) {
      const middle = middleOfClass(length);
      const row = counts.get(middle) ?? Array.from({ length: groups }, () => 0);
      row[group] = (row[group] ?? 0) + 1;
      counts.set(middle, row);
    }
  }
  const rows = [...counts].toSorted(([a], [b]) => a - b).map(([length, row]) => ({ length, counts: row }));
  return { groups, rows };
}

function middleOfClass(length: number): number {
  if (!(Number.isSafeInteger(length) && length >= 0))
    throw new RangeError('lengths are whole numbers from 0');
  if (length < EXACT) return length;
  const width = 2 ** Math.floor(Math.log2(length)) / CLASSES;
  return length - (length % width) + (width - 1) / 2;
}

/** How far two distributions of lengths lie apart. */
export interface LengthDistance {
  readonly value: number;
  /** The same without each group of the first, null where it has nothing, or nothing else. */
  readonly leaveFirstOut: readonly (number | null)[];
  /** The same without each group of the second. The spreads of both add up to that of the distance. */
  readonly leaveSecondOut: readonly (number | null)[];
}

/**
 * The Wasserstein-1 distance of two distributions of lengths, in their unit, from 0: by how much lengths must change
 * on average to make one of the other (Vallender 1974). Null where one of them is empty.
 */
export function lengthDistance(first: GroupedLengths, second: GroupedLengths): LengthDistance | null {
  const value = distance(first, second);
  if (value === null) return null;
  return {
    value,
    leaveFirstOut: groupNumbers(first).map((group) =>
      hasGroup(first, group) ? distance(first, second, group) : null,
    ),
    leaveSecondOut: groupNumbers(second).map((group) =>
      hasGroup(second, group) ? distance(second, first, group) : null,
    ),
  };
}

function groupNumbers({ groups }: GroupedLengths): readonly number[] {
  return Array.from({ length: groups }, (_, group) => group);
}

function hasGroup({ rows }: GroupedLengths, group: number): boolean {
  return rows.some(({ counts }) => (counts[group] ?? 0) > 0);
}

/** The distance with a group of the first left out, if one is given. */
function distance(first: GroupedLengths, second: GroupedLengths, without?: number): number | null {
  return wasserstein(weighted(first, without), weighted(second));
}

function weighted(
  { rows }: GroupedLengths,
  without?: number,
): { readonly values: readonly number[]; readonly weights: readonly number[] } {
  return {
    values: rows.map(({ length }) => length),
    weights: rows.map(({ counts }) => totalOutside(counts, without)),
  };
}

function totalOutside(counts: readonly number[], without: number | undefined): number {
  return counts.reduce((sum, own, group) => (group === without ? sum : sum + own), 0);
}
