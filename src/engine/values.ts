import { setImmediate } from 'node:timers/promises';
import type { MeasureValues } from '../measures/registry.ts';
import { longTexts } from '../measures/sampled-corpus.ts';
import type { Profile } from '../profile/profile.ts';
import {
  countValues,
  inOrder,
  LONG_TEXT_MEASURES,
  readCorpus,
  SAMPLE_MEASURES,
  sampleValue,
} from '../profile/values.ts';
import type { ValueThread } from './value-thread.ts';

/**
 * Takes the values of all measures from a profile, which is trimmed to its capacities on the way: those of
 * long texts in another thread where there is one, and the others here.
 * Between two steps the program hears what is asked of it; throws the signal's reason when that is aborted.
 */
export async function takeValues(
  profile: Profile,
  { signal, thread }: { readonly signal: AbortSignal; readonly thread: ValueThread | null },
): Promise<MeasureValues> {
  const corpus = await inSteps(readCorpus(profile), signal);
  const inThread = thread?.takeValues(longTexts(corpus).documents) ?? null;
  const values = await inSteps(countValues(profile), signal);
  const take = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      values.push([id, sampleValue(id, corpus)]);
      await pause(signal);
    }
  };
  await take(SAMPLE_MEASURES);
  const ofText = await inThread;
  if (ofText === null) await take(LONG_TEXT_MEASURES);
  return inOrder([...values, ...(ofText ?? [])]);
}

async function inSteps<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause(signal);
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
