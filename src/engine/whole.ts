import type { Capacities } from '../profile/capacities.ts';
import type { Profile } from '../profile/profile.ts';
import { createProfile, mergeProfiles } from '../profile/profile.ts';
import type { RunOptions } from './engine.ts';
import type { Place, ProblemLedger } from './problem-ledger.ts';
import { createLedger, mergeLedgers, totalOf } from './problem-ledger.ts';
import type { UnitReport } from './unit.ts';
import type { UnitWatch } from './unit-count.ts';

/** What a run has so far: the sum of all units that were counted. */
export interface Whole {
  readonly capacities: Capacities;
  profile: Profile;
  readonly ledger: ProblemLedger;
  readonly fieldNames: Set<string>;
  /** Line breaks of the pieces of each shard, by shard and part. */
  readonly lines: Map<number, Map<number, number>>;
  readonly progress: { documents: number; bytes: number; totalBytes: number | null };
}

export function createWhole(capacities: Capacities): Whole {
  return {
    capacities,
    profile: createProfile(capacities),
    ledger: createLedger(),
    fieldNames: new Set(),
    lines: new Map(),
    progress: { documents: 0, bytes: 0, totalBytes: null },
  };
}

/** Adds the counts of units; who met which problems is told by `addReport`. */
export function addProfile(whole: Whole, profile: Profile): void {
  whole.profile = mergeProfiles(whole.profile, profile);
}

/** Adds what came of a piece beside its counts. */
export function addReport(whole: Whole, place: Place, { ledger, fieldNames, lines }: UnitReport): void {
  mergeLedgers(whole.ledger, ledger);
  for (const name of fieldNames) whole.fieldNames.add(name);
  noteLines(whole, place, lines);
}

/** Notes the line breaks of a piece, by which the lines of later pieces are numbered. */
function noteLines(whole: Whole, { shard, part }: Place, lines: number): void {
  if (lines === 0) return;
  const parts = whole.lines.get(shard) ?? new Map<number, number>();
  whole.lines.set(shard, parts.set(part, lines));
}

/** Tells the lines of a shard that stand before a piece of it. */
export function linesBefore(whole: Whole): (place: Place) => number {
  return ({ shard, part }) => {
    let sum = 0;
    for (const [earlier, lines] of whole.lines.get(shard) ?? []) if (earlier < part) sum += lines;
    return sum;
  };
}

/** Passes on what is told while units are counted. */
export function watchOf(
  whole: Whole,
  { signal, onProgress }: RunOptions,
  problemsHeld: () => number,
): UnitWatch {
  return {
    signal,
    onAdvance(documents, bytes) {
      whole.progress.documents += documents;
      whole.progress.bytes += bytes;
      onProgress?.({ ...whole.progress, problems: totalOf(whole.ledger) + problemsHeld() });
    },
  };
}
