import { similarSets } from '../statistics/similar-sets.ts';
import { createShingler } from '../text/shingles.ts';
import type { LargeClusters } from './duplicate-graph.ts';
import { componentsOf, NEAR, nearCopies } from './duplicate-graph.ts';
import type { SampledCorpus } from './sampled-corpus.ts';

/** Shingles of an excerpt that are compared: enough to tell a similarity of a half to one part in ten. */
const MOST_SHINGLES = 128;

/** Sampled texts of a cluster from which on its share of the texts is known to a fifth. */
const FEWEST_OF_LARGE = 100;

/** Digits of a hash of which the number is exact. */
const HASH_DIGITS = 13;

/** What the excerpts of the sampled texts tell of near copies. */
export interface SampledCopies {
  /** The texts that are near copies of one with a smaller content hash. */
  readonly copies: ReadonlySet<string>;
  readonly large: LargeClusters;
}

/** The sampled texts that are near copies of one with a smaller content hash, as far as their excerpts tell. */
export function* sampledCopies(corpus: SampledCorpus): Generator<void, SampledCopies> {
  const { documents } = corpus;
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
  const representatives = componentsOf(texts, pairs);
  return {
    copies: nearCopies({ texts, representatives }),
    large: { ...largeClusters(texts, representatives), distinct: distinctTexts(corpus) },
  };
}

function largeClusters(
  texts: readonly { readonly hash: string }[],
  representatives: Uint32Array,
): Omit<LargeClusters, 'distinct'> {
  const sizes = new Uint32Array(texts.length);
  for (const root of representatives) sizes[root] = (sizes[root] as number) + 1;
  const isLarge = (text: number): boolean =>
    (sizes[representatives[text] as number] as number) >= FEWEST_OF_LARGE;
  return {
    drawn: texts.length,
    hashes: new Set(texts.flatMap(({ hash }, text) => (isLarge(text) ? [hash] : []))),
    clusters: sizes.filter((size) => size >= FEWEST_OF_LARGE).length,
  };
}

/** How many different texts there are, by how close those of smallest hash stand (Bar-Yossef et al. 2002). */
function distinctTexts({ documents, complete }: SampledCorpus): number {
  const last = documents.at(-1)?.entry.hash;
  if (complete || last === undefined) return documents.length;
  const reach = (Number.parseInt(last.slice(0, HASH_DIGITS), 16) + 1) / 16 ** HASH_DIGITS;
  return Math.max(documents.length, (documents.length - 1) / reach);
}
