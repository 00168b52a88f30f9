import { similarSets } from '../statistics/similar-sets.ts';
import { createShingler } from '../text/shingles.ts';
import { componentsOf, NEAR, nearCopies } from './duplicate-graph.ts';
import type { SampledCorpus } from './sampled-corpus.ts';

/** Shingles of an excerpt that are compared: enough to tell a similarity of a half to one part in ten. */
const MOST_SHINGLES = 128;

/** The sampled texts that are near copies of one with a smaller content hash, as far as their excerpts tell. */
export function* sampledCopies({ documents }: SampledCorpus): Generator<void, ReadonlySet<string>> {
  const shingler = createShingler();
  const signed = documents.map(({ entry, high, low }) => {
    const key = shingler.smallest({ high, low, count: high.length });
    return { hash: entry.hash, rank: key?.low ?? 0, set: shingler.collect(MOST_SHINGLES) };
  });
  yield;
  const texts = signed.toSorted((a, b) => a.rank - b.rank);
  const pairs = yield* similarSets(
    texts.map(({ set }) => set),
    // What one text holds of another does not matter here, and would be costly to look for.
    { ...NEAR, containment: Number.POSITIVE_INFINITY },
  );
  return nearCopies({ texts, representatives: componentsOf(texts, pairs) });
}
