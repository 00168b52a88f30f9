import type { IndexValues } from '../../src/audits/homogeneity.ts';
import { runInputs } from '../../src/engine/run.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { boilerplate } from '../../src/measures/boilerplate.ts';
import { edges } from '../../src/measures/edges.ts';
import { exactDuplicates } from '../../src/measures/exact-duplicates.ts';
import type { CountMeasure } from '../../src/measures/measure.ts';
import { nearDuplicates } from '../../src/measures/near-duplicates.ts';
import { overlap } from '../../src/measures/overlap.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import { repetition } from '../../src/measures/repetition.ts';
import { rhythm } from '../../src/measures/rhythm.ts';
import { size } from '../../src/measures/size.ts';
import { wordGroups } from '../../src/measures/word-groups.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { readSources, toEnd } from '../../src/profile/values.ts';
import { profileOf } from '../support/profiles.ts';

/** The values that thresholds are set on: a part of all, which takes a tenth of the time. */
export type MeasuredValues = Pick<
  MeasureValues,
  | 'overlap'
  | 'boilerplate'
  | 'rhythm'
  | 'edges'
  | 'repetition'
  | 'size'
  | 'exact-duplicates'
  | 'near-duplicates'
  | 'word-groups'
>;

export async function measuredFile(path: string): Promise<MeasuredValues> {
  const plan = { inputs: [path], fields: DEFAULT_FIELDS, split: 'document' } as const;
  const { profile } = await runInputs(plan, { signal: new AbortController().signal, workers: 0 });
  return measuredProfile(profile);
}

/** The values that the index needs, of texts. */
export function indexValuesOf(texts: readonly string[]): IndexValues {
  return measuredProfile(profileOf(texts.map((text) => ({ text }))));
}

function measuredProfile(profile: Profile): MeasuredValues {
  const { corpus, collapsed, graph, copies } = toEnd(readSources(profile));
  return {
    overlap: overlap.snapshot(collapsed),
    boilerplate: boilerplate.snapshot(corpus),
    rhythm: rhythm.snapshot(collapsed),
    edges: edges.snapshot(corpus),
    repetition: repetition.snapshot(corpus),
    size: counted(profile, size),
    'exact-duplicates': counted(profile, exactDuplicates),
    'near-duplicates': nearDuplicates.snapshot(graph, corpus, copies),
    'word-groups': counted(profile, wordGroups),
  };
}

function counted<Table extends string, Sum extends string, Value>(
  profile: Profile,
  measure: CountMeasure<string, Table, Sum, Value>,
): Value {
  const state = profile.counts.get(measure.id);
  if (state === undefined) throw new Error(`the profile has no counts of ${measure.id}`);
  return measure.snapshot(state);
}
