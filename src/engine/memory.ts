import { CorpusError } from '../errors.ts';
import type { Capacities } from '../profile/capacities.ts';
import { DEFAULT_CAPACITIES } from '../profile/capacities.ts';

const MIB = 2 ** 20;
export const DEFAULT_MEMORY = 1024 * MIB;
/** What the program takes by itself, with the sum of all parts, and each thread at the default capacities (measured). */
const BASE_BYTES = 250 * MIB;
const THREAD_BYTES = 230 * MIB;
/** Capacities are the same in a wide range of budgets, so that profiles made with either add up without loss. */
const LARGE_MEMORY = 8192 * MIB;
const LARGE_FACTOR = 4;

/**
 * Numbers of entries for a budget of bytes, as if eight threads ran, never from the memory that there is.
 * From 8 GiB on, tables hold four times as much.
 */
export function capacitiesFor(memory: number): Capacities {
  if (memory < LARGE_MEMORY) return DEFAULT_CAPACITIES;
  const tables = Object.fromEntries(
    Object.entries(DEFAULT_CAPACITIES.tables).map(([name, entries]) => [name, entries * LARGE_FACTOR]),
  ) as Capacities['tables'];
  return { ...DEFAULT_CAPACITIES, tables };
}

/** How many of the wanted threads a budget allows; at least one. Throws a `CorpusError` where not even that fits. */
export function threadsFor(memory: number, wanted: number): number {
  const factor = memory < LARGE_MEMORY ? 1 : LARGE_FACTOR;
  const fitting = Math.floor((memory - BASE_BYTES * factor) / (THREAD_BYTES * factor));
  if (fitting < 1)
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: '--memory',
      value: `${Math.round(memory / MIB)}MB`,
      expected: `at least ${Math.ceil((BASE_BYTES + THREAD_BYTES) / MIB)}MB`,
    });
  return Math.max(1, Math.min(wanted, fitting));
}
