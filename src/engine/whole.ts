import type { Capacities } from '../profile/capacities.ts';
import type { Profile } from '../profile/profile.ts';
import { createProfile, mergeProfiles } from '../profile/profile.ts';
import type { RunOptions } from './engine.ts';
import type { Place, ProblemLedger } from './problem-ledger.ts';
import { createLedger, mergeLedgers, totalOf } from './problem-ledger.ts';
import type { UnitResult } from './unit.ts';
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

/** Adds what came of a unit. */
export function addResult(whole: Whole, result: UnitResult): void {
  mergeLedgers(whole.ledger, result.ledger);
  whole.profile = mergeProfiles(whole.profile, result.profile);
  for (const name of result.fieldNames) whole.fieldNames.add(name);
}

/** Notes the line breaks of a piece, by which the lines of later pieces are numbered. */
export function noteLines(whole: Whole, { shard, part }: Place, lines: number): void {
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
export function watchOf(whole: Whole, { signal, onProgress }: RunOptions): UnitWatch {
  return {
    signal,
    onAdvance(documents, bytes) {
      whole.progress.documents += documents;
      whole.progress.bytes += bytes;
      onProgress?.({ ...whole.progress, problems: totalOf(whole.ledger) });
    },
  };
}
