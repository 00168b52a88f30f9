import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import type { Profile } from '../profile/profile.ts';
import type { KeyLimits } from './key-limits.ts';
import type { Unit } from './unit.ts';
import type { Counting, UnitSettings } from './unit-count.ts';
import { countUnit, openUnit, startCounting } from './unit-count.ts';

/** What a thread is told when it starts. */
export interface WorkerStart {
  readonly settings: UnitSettings;
  /** Shared by all threads: documents counted, bytes read. */
  readonly progress: SharedArrayBuffer;
}

/** One piece of work for a thread. */
export interface WorkerTask {
  readonly unit: Unit;
  /** With what limits to start where nothing was counted yet. */
  readonly limits: KeyLimits;
  /** Of how many units the thread should hold the counts. */
  readonly holds: number;
  /** Whether the counts of all units so far are wanted back. */
  readonly isLast: boolean;
}

/** Threads are ended from outside when a run is aborted. */
const NEVER = new AbortController().signal;

/** Counts that were not handed over yet. */
let held: { readonly counting: Counting; readonly units: number } | null = null;

/** Counts a unit in a thread, where its counts stay. Where it fails, those of all units are lost. */
export async function countInThread({ unit, limits, holds, isLast }: WorkerTask): Promise<unknown> {
  const { settings, progress } = workerData as WorkerStart;
  const counters = new BigInt64Array(progress);
  const counting = release(holds) ?? startCounting(settings.capacities, limits);
  const report = await countUnit(openUnit(unit, NEVER), settings.plan, counting, {
    signal: NEVER,
    onAdvance(documents, bytes) {
      Atomics.add(counters, 0, BigInt(documents));
      Atomics.add(counters, 1, BigInt(bytes));
    },
  });
  if (isLast) return handedOver(report, counting.profile);
  held = { counting, units: holds + 1 };
  return { report, profile: null };
}

/** The counts of all units since the last time, which must be as many as are said. */
export function handOver(holds: number): unknown {
  return handedOver(null, release(holds)?.profile ?? null);
}

/**
 * What the thread holds, and from now on holds no more. Throws where that is not what it should: this thread then
 * stands in for one that ended between two tasks.
 */
function release(holds: number): Counting | null {
  const { counting = null, units = 0 } = held ?? {};
  held = null;
  if (units !== holds) throw new Error(`a thread ended with the counts of ${holds - units} units`);
  return counting;
}

/** Counts are handed over and not copied. */
function handedOver(report: unknown, profile: Profile | null): unknown {
  const buffers = profile === null ? [] : buffersOf(profile);
  return move({ [transferableSymbol]: buffers, [valueSymbol]: { report, profile } });
}

function buffersOf({ counts }: Profile): readonly ArrayBufferLike[] {
  return [...counts.values()].flatMap(({ tables, totals }) => [
    ...Object.values(tables).flatMap(({ slots, texts }) => [slots.words.buffer, texts.bytes.buffer]),
    ...Object.values(totals).map(({ buffer }) => buffer),
  ]);
}
