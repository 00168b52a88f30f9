import { Piscina } from 'piscina';
import type { NamedValue } from '../profile/values.ts';
import type { ValueTask } from './value-worker.ts';

const HEAP_MEGABYTES = 512;

/** A second thread that takes the values of the measures of long texts. */
export interface ValueThread {
  /** Takes them from the long texts of a sample; null where it fails. */
  takeValues(task: ValueTask): Promise<readonly NamedValue[] | null>;
  close(): Promise<void>;
}

/** Starts the thread, which at once begins to load what it will need. */
export function startValueThread(): ValueThread {
  const pool = new Piscina({
    filename: new URL('./value-worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  // Where this fails, so will the taking of values, which is then done without it.
  void pool.run(null, { name: 'prepare' }).catch(() => undefined);
  return {
    takeValues: (task) => pool.run(task, { name: 'takeValues' }).catch(() => null),
    close: () => pool.destroy(),
  };
}
