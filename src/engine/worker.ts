import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import type { Profile } from '../profile/profile.ts';
import type { KeyLimits } from './key-limits.ts';
import type { Unit } from './unit.ts';
import type { UnitSettings } from './unit-count.ts';
import { countUnit, openUnit } from './unit-count.ts';

/** What a thread is told when it starts. */
export interface WorkerStart {
  readonly settings: UnitSettings;
  /** Shared by all threads: documents counted, bytes read. */
  readonly progress: SharedArrayBuffer;
}

/** One piece of work for a thread. */
export interface WorkerTask {
  readonly unit: Unit;
  readonly limits: KeyLimits;
}

/** Threads are ended from outside when a run is aborted. */
const NEVER = new AbortController().signal;

/** Counts a unit in a thread; the counts are handed over and not copied. */
export async function countInThread({ unit, limits }: WorkerTask): Promise<unknown> {
  const { settings, progress } = workerData as WorkerStart;
  const counters = new BigInt64Array(progress);
  const result = await countUnit(openUnit(unit, NEVER), settings, limits, {
    signal: NEVER,
    onAdvance(documents, bytes) {
      Atomics.add(counters, 0, BigInt(documents));
      Atomics.add(counters, 1, BigInt(bytes));
    },
  });
  return move({ [transferableSymbol]: buffersOf(result.profile), [valueSymbol]: result });
}

function buffersOf({ counts }: Profile): readonly ArrayBufferLike[] {
  return [...counts.values()].flatMap(({ tables, totals }) => [
    ...Object.values(tables).flatMap(({ slots, texts }) => [slots.words.buffer, texts.bytes.buffer]),
    ...Object.values(totals).map(({ buffer }) => buffer),
  ]);
}
