import { CorpusError } from '../errors.ts';
import type { Capacities } from '../profile/capacities.ts';
import { DEFAULT_CAPACITIES } from '../profile/capacities.ts';

const MIB = 2 ** 20;
export const DEFAULT_MEMORY = 1024 * MIB;

/** A range of budgets with one set of capacities, so that profiles made with any of them add up without loss. */
interface BudgetClass {
  /** The smallest budget of the class, in MiB. */
  readonly from: number;
  /** Entries of tables and of the document sample, as multiples of the default ones. */
  readonly tables: number;
  readonly sample: number;
  /** MiB that the program takes by itself, with the sum of all parts and the work on the sample, and each thread (measured). */
  readonly base: number;
  readonly thread: number;
}

/** The widest budgets first. */
const CLASSES: readonly BudgetClass[] = [
  { from: 8192, tables: 4, sample: 1, base: 1200, thread: 700 },
  { from: 768, tables: 1, sample: 1, base: 500, thread: 250 },
];
const SMALLEST: BudgetClass = { from: 0, tables: 1 / 4, sample: 1 / 4, base: 360, thread: 140 };

/** Numbers of entries for a budget of bytes, as if eight threads ran, never from the memory that there is. */
export function capacitiesFor(memory: number): Capacities {
  const { tables, sample } = classOf(memory);
  const { capacity, longCapacity } = DEFAULT_CAPACITIES.sample;
  return {
    tables: Object.fromEntries(
      Object.entries(DEFAULT_CAPACITIES.tables).map(([name, entries]) => [name, entries * tables]),
    ) as Capacities['tables'],
    sample: {
      ...DEFAULT_CAPACITIES.sample,
      capacity: capacity * sample,
      longCapacity: longCapacity * sample,
    },
    signatures: {
      ...DEFAULT_CAPACITIES.signatures,
      capacity: DEFAULT_CAPACITIES.signatures.capacity * tables,
    },
  };
}

/** How many of the wanted threads a budget allows; at least one. Throws a `CorpusError` where not even that fits. */
export function threadsFor(memory: number, wanted: number): number {
  const { base, thread } = classOf(memory);
  const fitting = Math.floor((memory / MIB - base) / thread);
  if (fitting < 1)
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: '--memory',
      value: `${Math.round(memory / MIB)}MB`,
      expected: `at least ${SMALLEST.base + SMALLEST.thread}MB`,
    });
  return Math.max(1, Math.min(wanted, fitting));
}

function classOf(memory: number): BudgetClass {
  return CLASSES.find(({ from }) => memory >= from * MIB) ?? SMALLEST;
}
