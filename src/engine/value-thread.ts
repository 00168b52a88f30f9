import { Worker } from 'node:worker_threads';
import type { NamedValue } from '../profile/values.ts';
import type { ValueTask } from './value-worker.ts';

const HEAP_MEGABYTES = 512;

/** A second thread that takes the values of the measures of long texts. */
export interface ValueThread {
  /** Takes them from the long texts of a sample; null where it fails. */
  takeValues(task: ValueTask): Promise<readonly NamedValue[] | null>;
  close(): Promise<void>;
}

/** Starts the thread, which at once begins to load what it will need. Where it dies, it is not started again. */
export function startValueThread(): ValueThread {
  const worker = new Worker(new URL('./value-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  worker.unref();
  let isOver = false;
  const over = new Promise<null>((resolve) => {
    const end = (): void => {
      isOver = true;
      resolve(null);
    };
    worker.once('error', end).once('exit', end);
  });
  return {
    takeValues(task) {
      if (isOver) return over;
      const values = new Promise<readonly NamedValue[]>((resolve) => worker.once('message', resolve));
      worker.ref();
      worker.postMessage(task);
      return Promise.race([values, over]);
    },
    async close() {
      await worker.terminate();
    },
  };
}
