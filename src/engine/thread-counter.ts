import { Piscina } from 'piscina';
import type { Profile } from '../profile/profile.ts';
import { totalOf } from './problem-ledger.ts';
import type { HandOver, Unit, UnitCounter, UnitLoss, UnitReport } from './unit.ts';
import type { UnitSettings, UnitWatch } from './unit-count.ts';
import type { WorkerStart, WorkerTask } from './worker.ts';

/** Heap of a thread: what lies outside it, in typed arrays, is bounded by the capacities. */
const HEAP_MEGABYTES = 512;
const PROGRESS_MILLISECONDS = 100;
/** Bytes after which a thread hands over: what is counted once more, at most, should it die. */
const HELD_BYTES = 2 ** 30;
/** The same for blocks, which are kept in memory until their counts are safe. */
const HELD_BLOCK_BYTES = 32 * 2 ** 20;

export interface ThreadOptions {
  readonly threads: number;
  readonly settings: UnitSettings;
  readonly watch: UnitWatch;
  /** Whether counts are wanted after each unit, as a checkpoint does. */
  readonly isEager: boolean;
}

/** A thread, and the units whose counts it holds. */
interface Thread {
  readonly pool: Piscina;
  held: HandOver['units'];
}

interface Reply {
  readonly report: UnitReport | null;
  readonly profile: Profile | null;
}

/** Counts in threads. A thread that dies takes its counts with it, and another one starts in its place. */
export function threadCounter({ threads: number, settings, watch, isEager }: ThreadOptions): UnitCounter {
  const progress = new SharedArrayBuffer(16);
  const threads = Array.from({ length: number }, () => startThread({ settings, progress }));
  const idle = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];
  const timer = setInterval(() => tell(progress, watch), PROGRESS_MILLISECONDS);
  timer.unref();

  const free = (thread: Thread): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(thread);
    else next(thread);
  };
  const acquire = (): Promise<Thread> => {
    const thread = idle.shift();
    return thread === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(thread);
  };
  const { signal } = watch;
  const lost = (thread: Thread, error: unknown): UnitLoss => {
    signal.throwIfAborted();
    const others = thread.held.map(({ unit }) => unit);
    thread.held = [];
    return { error: error instanceof Error ? error : new Error(String(error)), others };
  };

  return {
    async count(unit, limits): Promise<HandOver | UnitLoss | null> {
      const thread = await acquire();
      try {
        const isLast = isEager || isDue(thread, unit);
        return await countIn(thread, { unit, limits, holds: thread.held.length, isLast }, signal);
      } catch (error) {
        return lost(thread, error);
      } finally {
        tell(progress, watch);
        free(thread);
      }
    },
    async handOver(): Promise<HandOver | UnitLoss | null> {
      const thread = threads.find(({ held }) => held.length > 0);
      if (thread === undefined) return null;
      try {
        const reply: Reply = await thread.pool.run(thread.held.length, { name: 'handOver', signal });
        return taken(thread, reply.profile);
      } catch (error) {
        return lost(thread, error);
      }
    },
    problems: () =>
      threads.reduce(
        (sum, { held }) => held.reduce((own, { report: { ledger } }) => own + totalOf(ledger), sum),
        0,
      ),
    async close() {
      clearInterval(timer);
      await Promise.all(threads.map(({ pool }) => pool.destroy()));
    },
  };
}

/** A pool of one thread: who counts a unit matters, because the counts stay there. */
function startThread(workerData: WorkerStart): Thread {
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  // A thread that ends between two tasks is missed at the next one, by the counts that its successor lacks.
  pool.on('error', () => undefined);
  return { pool, held: [] };
}

async function countIn(thread: Thread, task: WorkerTask, signal: AbortSignal): Promise<HandOver | null> {
  const { report, profile }: Reply = await thread.pool.run(task, { name: 'countInThread', signal });
  if (report !== null) thread.held = [...thread.held, { unit: task.unit, report }];
  return taken(thread, profile);
}

function taken(thread: Thread, profile: Profile | null): HandOver | null {
  if (profile === null) return null;
  const units = thread.held;
  thread.held = [];
  return { profile, units };
}

/** Whether a thread has held enough with the unit it counts next. */
function isDue({ held }: Thread, unit: Unit): boolean {
  const read = held.reduce((sum, { report }) => sum + report.bytes, 0);
  return unit.kind === 'block' ? read + unit.bytes.length >= HELD_BLOCK_BYTES : read >= HELD_BYTES;
}

/** Takes what the threads have added since the last time. */
function tell(progress: SharedArrayBuffer, watch: UnitWatch): void {
  const counters = new BigInt64Array(progress);
  const documents = Number(Atomics.exchange(counters, 0, 0n));
  const bytes = Number(Atomics.exchange(counters, 1, 0n));
  if (documents > 0 || bytes > 0) watch.onAdvance(documents, bytes);
}
