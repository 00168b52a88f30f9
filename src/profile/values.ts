import type { CountState, Measure, SampleMeasure } from '../measures/measure.ts';
import type { MeasureValues } from '../measures/registry.ts';
import { MEASURES } from '../measures/registry.ts';
import type { SampledCorpus } from '../measures/sampled-corpus.ts';
import { readSample } from '../measures/sampled-corpus.ts';
import { trimDocumentSample } from '../sketches/document-sample.ts';
import { trimKeyTable } from '../sketches/key-table.ts';
import type { Profile } from './profile.ts';

const ALL: readonly (readonly [id: string, measure: Measure])[] = Object.entries<Measure>(MEASURES);
const OF_SAMPLE: ReadonlyMap<string, SampleMeasure<string, unknown>> = new Map(
  ALL.flatMap(([id, measure]) => (measure.kind === 'sample' ? [[id, measure]] : [])),
);

/** Ids of the measures that look at the whole document sample, and of those that look at its long texts alone. */
export const SAMPLE_MEASURES: readonly string[] = idsOfSample(false);
export const LONG_TEXT_MEASURES: readonly string[] = idsOfSample(true);

/** Takes the values of all measures from a profile, which is trimmed to its capacities on the way. */
export function valuesOf(profile: Profile): MeasureValues {
  const corpus = toEnd(readCorpus(profile));
  const ofSample = [...OF_SAMPLE.keys()].map((id) => [id, sampleValue(id, corpus)] as const);
  return inOrder([...toEnd(countValues(profile)), ...ofSample]);
}

/** Reads the document sample of a profile, in steps of well under a second. */
export function* readCorpus(profile: Profile): Generator<void, SampledCorpus> {
  trimDocumentSample(profile.sample);
  return yield* readSample(profile.sample);
}

/** The values of all count measures, by id, in steps. */
export function* countValues(profile: Profile): Generator<void, [id: string, value: unknown][]> {
  const values: [string, unknown][] = [];
  for (const [id, measure] of ALL) {
    if (measure.kind !== 'count') continue;
    values.push([id, measure.snapshot(trimmed(profile, id))]);
    yield;
  }
  return values;
}

/** The value of a measure of the document sample. */
export function sampleValue(id: string, corpus: SampledCorpus): unknown {
  const measure = OF_SAMPLE.get(id);
  if (measure === undefined) throw new Error(`there is no measure ${id} of the document sample`);
  return measure.snapshot(corpus);
}

/** Values in the order of the measures, whatever the order in which they were found. */
export function inOrder(values: Iterable<readonly [id: string, value: unknown]>): MeasureValues {
  const known = new Map(values);
  return Object.fromEntries(ALL.map(([id]) => [id, known.get(id)])) as MeasureValues;
}

function idsOfSample(ofLongTexts: boolean): readonly string[] {
  return [...OF_SAMPLE.values()].flatMap((measure) =>
    (measure.ofLongTexts ?? false) === ofLongTexts ? [measure.id] : [],
  );
}

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function trimmed(profile: Profile, id: string): CountState {
  const state = profile.counts.get(id);
  if (state === undefined) throw new Error(`the profile has no counts of ${id}`);
  for (const table of Object.values(state.tables)) trimKeyTable(table);
  return state;
}
