import type { DuplicateGraph } from '../measures/duplicate-graph.ts';
import { duplicateGraph, nearCopies } from '../measures/duplicate-graph.ts';
import type { CountState, Measure } from '../measures/measure.ts';
import type { MeasureValues } from '../measures/registry.ts';
import { MEASURES } from '../measures/registry.ts';
import { sampledCopies } from '../measures/sampled-copies.ts';
import type { SampledCorpus } from '../measures/sampled-corpus.ts';
import { readSample, withoutTexts } from '../measures/sampled-corpus.ts';
import { trimDocumentSample } from '../sketches/document-sample.ts';
import { trimKeyTable } from '../sketches/key-table.ts';
import { holdsAllTexts, trimTextSignatures } from '../sketches/text-signatures.ts';
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
  const graph = yield* graphOf(profile);
  const copies = yield* sampledNearCopies(corpus, graph);
  const collapsed = withoutTexts(corpus, copies);
  const values: [string, unknown][] = [];
  for (const [id, measure] of Object.entries<Measure>(MEASURES)) {
    values.push([id, takenBy(measure, { profile, corpus, graph, collapsed, copies })]);
    yield;
  }
  return Object.fromEntries(values) as MeasureValues;
}

/** The near copies among the distinct texts of a profile, which is trimmed to its capacities. */
export function graphOf(profile: Profile): Generator<void, DuplicateGraph> {
  trimTextSignatures(profile.signatures);
  return duplicateGraph(profile.signatures);
}

/**
 * Texts of which a near copy stays. Where not all texts could be compared with each other, those of the sample
 * are, by their excerpts.
 */
function* sampledNearCopies(
  corpus: SampledCorpus,
  graph: DuplicateGraph,
): Generator<void, ReadonlySet<string>> {
  return holdsAllTexts(graph.signatures) ? nearCopies(graph) : yield* sampledCopies(corpus);
}

interface ValueSources {
  readonly profile: Profile;
  readonly corpus: SampledCorpus;
  readonly graph: DuplicateGraph;
  readonly collapsed: SampledCorpus;
  readonly copies: ReadonlySet<string>;
}

function takenBy(measure: Measure, { profile, corpus, graph, collapsed, copies }: ValueSources): unknown {
  switch (measure.kind) {
    case 'count':
      return measure.snapshot(trimmed(profile, measure.id));
    case 'sample':
      return measure.snapshot(measure.withoutNearCopies === true ? collapsed : corpus);
    case 'signature':
      return measure.snapshot(graph, corpus, copies);
  }
}

function trimmed(profile: Profile, id: string): CountState {
  const state = profile.counts.get(id);
  if (state === undefined) throw new Error(`the profile has no counts of ${id}`);
  for (const table of Object.values(state.tables)) trimKeyTable(table);
  return state;
}
