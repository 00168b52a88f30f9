import type { CountState, Measure } from '../measures/measure.ts';
import type { MeasureValues } from '../measures/registry.ts';
import { MEASURES } from '../measures/registry.ts';
import { readSample } from '../measures/sampled-corpus.ts';
import { trimDocumentSample } from '../sketches/document-sample.ts';
import { trimKeyTable } from '../sketches/key-table.ts';
import type { Profile } from './profile.ts';

/** Takes the values of all measures from a profile, which is trimmed to its capacities on the way. */
export function valuesOf(profile: Profile): MeasureValues {
  const steps = valueSteps(profile);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of well under a second, between which a program can look whether it is still wanted. */
export function* valueSteps(profile: Profile): Generator<void, MeasureValues> {
  trimDocumentSample(profile.sample);
  const corpus = yield* readSample(profile.sample);
  const values: [string, unknown][] = [];
  for (const [id, measure] of Object.entries<Measure>(MEASURES)) {
    values.push([
      id,
      measure.kind === 'sample' ? measure.snapshot(corpus) : measure.snapshot(trimmed(profile, id)),
    ]);
    yield;
  }
  return Object.fromEntries(values) as MeasureValues;
}

function trimmed(profile: Profile, id: string): CountState {
  const state = profile.counts.get(id);
  if (state === undefined) throw new Error(`the profile has no counts of ${id}`);
  for (const table of Object.values(state.tables)) trimKeyTable(table);
  return state;
}
