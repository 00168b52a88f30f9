import { setImmediate } from 'node:timers/promises';

/**
 * What steps come to. Between two of them the program hears what is asked of it; throws the signal's reason when that
 * is aborted.
 */
export async function inSteps<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
    signal.throwIfAborted();
  }
}
