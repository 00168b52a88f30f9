import type { DuplicateGraph } from '../measures/duplicate-graph.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { Profile } from '../profile/profile.ts';
import { inOrder, longTextValues, longViews, readSources, valueSteps } from '../profile/values.ts';
import { inSteps } from './in-steps.ts';
import type { ValueThread } from './value-thread.ts';

/** The values of all measures, and the near copies behind them. */
export interface TakenValues {
  readonly values: MeasureValues;
  readonly graph: DuplicateGraph;
}

/**
 * Takes the values of all measures from a profile, which is trimmed to its capacities on the way: those of
 * long texts in another thread where there is one, and the others here.
 * Between two steps the program hears what is asked of it; throws the signal's reason when that is aborted.
 */
export async function takeValues(
  profile: Profile,
  { signal, thread }: { readonly signal: AbortSignal; readonly thread: ValueThread | null },
): Promise<TakenValues> {
  const sources = await inSteps(readSources(profile), signal);
  const { corpus, collapsed } = longViews(sources);
  const inThread =
    thread?.takeValues({ documents: corpus.documents, collapsed: collapsed.documents }) ?? null;
  const values = await inSteps(valueSteps(sources), signal);
  const ofLongTexts = (await inThread) ?? (await inSteps(longTextValues(sources), signal));
  return { values: inOrder([...values, ...ofLongTexts]), graph: sources.graph };
}
