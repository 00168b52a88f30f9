import type { CountState, Measure } from '../measures/measure.ts';
import type { MeasureValues } from '../measures/registry.ts';
import { MEASURES } from '../measures/registry.ts';
import { readSample } from '../measures/sampled-corpus.ts';
import { trimDocumentSample } from '../sketches/document-sample.ts';
import { trimKeyTable } from '../sketches/key-table.ts';
import type { Profile } from './profile.ts';

/** Takes the values of all measures from a profile, which is trimmed to its capacities on the way. */
export function valuesOf(profile: Profile): MeasureValues {
  trimDocumentSample(profile.sample);
  const corpus = readSample(profile.sample);
  const values = Object.entries<Measure>(MEASURES).map(([id, measure]) => [
    id,
    measure.kind === 'sample' ? measure.snapshot(corpus) : measure.snapshot(trimmed(profile, id)),
  ]);
  return Object.fromEntries(values) as MeasureValues;
}

function trimmed(profile: Profile, id: string): CountState {
  const state = profile.counts.get(id);
  if (state === undefined) throw new Error(`the profile has no counts of ${id}`);
  for (const table of Object.values(state.tables)) trimKeyTable(table);
  return state;
}
