import type { DuplicateGraph } from '../measures/duplicate-graph.ts';
import { duplicateGraph, nearCopies } from '../measures/duplicate-graph.ts';
import type { CountState, Measure } from '../measures/measure.ts';
import type { MeasureId, MeasureValues } from '../measures/registry.ts';
import { MEASURES } from '../measures/registry.ts';
import type { SampledCopies } from '../measures/sampled-copies.ts';
import { sampledCopies } from '../measures/sampled-copies.ts';
import type { SampledCorpus } from '../measures/sampled-corpus.ts';
import { longTexts, readSample, withoutTexts } from '../measures/sampled-corpus.ts';
import { trimDocumentSample } from '../sketches/document-sample.ts';
import { trimKeyTable } from '../sketches/key-table.ts';
import { holdsAllTexts, trimTextSignatures } from '../sketches/text-signatures.ts';
import type { Profile } from './profile.ts';

const ALL: readonly (readonly [id: string, measure: Measure])[] = Object.entries<Measure>(MEASURES);

/** Up to so many, the templates of all texts are those of the counterfactuals. */
const FEW_TEXTS = 1_000;
/** The id of every measure. */
export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];

/** The value of a measure, by its id. */
export type NamedValue = readonly [id: string, value: unknown];

/** The document sample, and the same with one text alone of near copies. */
export interface SampleViews {
  readonly corpus: SampledCorpus;
  readonly collapsed: SampledCorpus;
}

/** What values are taken from. */
export interface ValueSources extends SampleViews {
  readonly profile: Profile;
  readonly graph: DuplicateGraph;
  /** Content hashes of sampled texts of which a near copy stays. */
  readonly copies: ReadonlySet<string>;
}

/** Takes the values of all measures from a profile, which is trimmed to its capacities on the way. */
export function valuesOf(profile: Profile): MeasureValues {
  const sources = toEnd(readSources(profile));
  return inOrder([...toEnd(valueSteps(sources)), ...toEnd(longTextValues(sources))]);
}

/** Reads what values are taken from, in steps of well under a second; of at most so many texts, the first by hash. */
export function* readSources(profile: Profile, most?: number): Generator<void, ValueSources> {
  const corpus = yield* readCorpus(profile, most);
  const graph = yield* graphOf(profile);
  const { copies, large } = yield* sampledNearCopies(corpus, graph);
  return { profile, corpus, graph: { ...graph, large }, copies, collapsed: withoutTexts(corpus, copies) };
}

/** The document sample of a profile, which is trimmed to its capacities. */
function readCorpus(profile: Profile, most?: number): Generator<void, SampledCorpus> {
  trimDocumentSample(profile.sample);
  return readSample(profile.sample, most);
}

/** The near copies among the distinct texts of a profile, which is trimmed to its capacities. */
function graphOf(profile: Profile): Generator<void, DuplicateGraph> {
  trimTextSignatures(profile.signatures);
  return duplicateGraph(profile.signatures);
}

/** Takes the values of all measures but those of long texts, in steps of well under a second. */
export function* valueSteps(sources: ValueSources): Generator<void, readonly NamedValue[]> {
  const values: NamedValue[] = [];
  for (const [id, measure] of ALL) {
    if (isOfLongTexts(measure, sources)) continue;
    values.push([id, takenBy(measure, sources)]);
    yield;
  }
  return values;
}

/** Takes the values of the measures of long texts, for which these texts are enough. */
export function* longTextValues(views: SampleViews): Generator<void, readonly NamedValue[]> {
  const values: NamedValue[] = [];
  for (const [id, measure] of ALL) {
    if (measure.kind !== 'sample' || !isOfLongTexts(measure, views)) continue;
    values.push([id, measure.snapshot(viewOf(measure, views))]);
    yield;
  }
  return values;
}

/** The long texts of both views. */
export function longViews({ corpus, collapsed }: SampleViews): SampleViews {
  return { corpus: longTexts(corpus), collapsed: longTexts(collapsed) };
}

/** Values in the order of the measures, whatever the order in which they were found. */
export function inOrder(values: Iterable<NamedValue>): MeasureValues {
  const known = new Map(values);
  return Object.fromEntries(ALL.map(([id]) => [id, known.get(id)])) as MeasureValues;
}

/**
 * Texts of which a near copy stays. Where not all texts could be compared with each other, those of the sample
 * are, by their excerpts.
 */
function* sampledNearCopies(corpus: SampledCorpus, graph: DuplicateGraph): Generator<void, SampledCopies> {
  if (!holdsAllTexts(graph.signatures)) return yield* sampledCopies(corpus);
  return { copies: nearCopies(graph), large: graph.large };
}

function isOfLongTexts(measure: Measure, { corpus }: SampleViews): boolean {
  if (measure.kind !== 'sample') return false;
  const { ofLongTexts } = measure;
  return ofLongTexts === true || (ofLongTexts === 'many' && corpus.documents.length > FEW_TEXTS);
}

function viewOf(
  { withoutNearCopies: isCollapsed }: { readonly withoutNearCopies?: boolean },
  { corpus, collapsed }: SampleViews,
): SampledCorpus {
  return isCollapsed === true ? collapsed : corpus;
}

/** The value of one measure. */
export function measureValue<Id extends MeasureId>(id: Id, sources: ValueSources): MeasureValues[Id] {
  return takenBy(MEASURES[id], sources) as MeasureValues[Id];
}

function takenBy(measure: Measure, sources: ValueSources): unknown {
  switch (measure.kind) {
    case 'count':
      return measure.snapshot(trimmed(sources.profile, measure.id));
    case 'sample':
      return measure.snapshot(viewOf(measure, sources));
    case 'signature':
      return measure.snapshot(sources.graph, sources.corpus, sources.copies);
  }
}

/** What steps come to when they are taken one after another, without a pause. */
export function toEnd<T>(steps: Generator<void, T>): T {
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
