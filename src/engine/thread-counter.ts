import { Piscina } from 'piscina';
import type { UnitCounter, UnitResult } from './unit.ts';
import type { UnitSettings, UnitWatch } from './unit-count.ts';
import type { WorkerStart, WorkerTask } from './worker.ts';

/** Heap of a thread: what lies outside it, in typed arrays, is bounded by the capacities. */
const HEAP_MEGABYTES = 512;
const PROGRESS_MILLISECONDS = 100;

export interface ThreadOptions {
  readonly threads: number;
  readonly settings: UnitSettings;
  readonly watch: UnitWatch;
}

/** Counts in threads. A thread that dies takes its unit with it, and another one starts in its place. */
export function threadCounter({ threads, settings, watch }: ThreadOptions): UnitCounter {
  const progress = new SharedArrayBuffer(16);
  const start: WorkerStart = { settings, progress };
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const timer = setInterval(() => report(progress, watch), PROGRESS_MILLISECONDS);
  timer.unref();
  return {
    async count(unit, limits): Promise<UnitResult> {
      const task: WorkerTask = { unit, limits };
      const result: UnitResult = await pool.run(task, { name: 'countInThread', signal: watch.signal });
      report(progress, watch);
      return result;
    },
    async close() {
      clearInterval(timer);
      await pool.destroy();
    },
  };
}

/** Takes what the threads have added since the last time. */
function report(progress: SharedArrayBuffer, watch: UnitWatch): void {
  const counters = new BigInt64Array(progress);
  const documents = Number(Atomics.exchange(counters, 0, 0n));
  const bytes = Number(Atomics.exchange(counters, 1, 0n));
  if (documents > 0 || bytes > 0) watch.onAdvance(documents, bytes);
}
