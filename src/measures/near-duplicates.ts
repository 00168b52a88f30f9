import { excerptOf } from '../sketches/document-sample.ts';
import type { TextSignature } from '../sketches/text-signatures.ts';
import { holdsAllTexts } from '../sketches/text-signatures.ts';
import { jaccard, resemblance } from '../statistics/similar-sets.ts';
import { clusterTerms } from './cluster-terms.ts';
import type { DuplicateGraph } from './duplicate-graph.ts';
import { isInner, NEAR, setOf } from './duplicate-graph.ts';
import type { NearShare } from './duplicate-share.ts';
import { nearShare } from './duplicate-share.ts';
import { signatureMeasure } from './measure.ts';
import type { SampledCorpus } from './sampled-corpus.ts';

/** Texts that are nearly the same: verified pairs, and the clusters that they make. */
export interface NearDuplicatesValue {
  readonly documents: number;
  /** Distinct texts that were compared, of all of them where it is exact. */
  readonly texts: number;
  /** Whether all texts were compared. Otherwise the share is estimated, and all the rest is of the texts compared. */
  readonly allTexts: boolean;
  /** Whether no pair of these can be missing: where very many share passages, not all of them are compared. */
  readonly allPairs: boolean;
  /** Both. */
  readonly exact: boolean;
  /** Of the distinct texts, exact copies collapsed. */
  readonly share: NearShare;
  /** Pairs of a similarity of at least 0.5. */
  readonly pairs: number;
  /** Pairs by similarity: from 0.5, 0.6, 0.7, 0.8 and 0.9 on, and of 1. */
  readonly similarities: readonly { readonly from: number; readonly pairs: number }[];
  /** Pairs, contained ones too, with a text of so many shingles that not all are kept: their figures are estimates. */
  readonly estimatedPairs: number;
  /** Clusters of two and more texts by their number of documents, exact copies included; ascending. */
  readonly sizes: readonly { readonly documents: number; readonly clusters: number }[];
  /** At most 10, those of most documents first. */
  readonly largest: readonly DuplicateCluster[];
  /** Pairs that are less alike, of which one holds at least 80 % of the other. */
  readonly contained: number;
  /** At most 10 of them. */
  readonly holders: readonly ContainedText[];
}

export interface DuplicateCluster {
  readonly texts: number;
  readonly documents: number;
  /** The smallest similarity of a text in it to the representative: where it is below 0.5, the cluster is a chain. */
  readonly leastSimilarity: number;
  /** At most ten, that of the representative first, which is the text of smallest content hash. */
  readonly ids: readonly string[];
  /** The beginning of the representative; empty where it is not known. */
  readonly quote: string;
  /** At most five words that tell it from other texts; none where the text is not known. */
  readonly words: readonly string[];
}

export interface ContainedText {
  readonly inner: string;
  readonly outer: string;
  /** The share of the inner text that the outer one has. */
  readonly containment: number;
  /** The beginning of the inner text; empty where it is not known. */
  readonly quote: string;
}

const MOST = 10;
const MOST_IDS = 10;
const QUOTE_LENGTH = 200;
/** Sampled texts by which it is told which words are common. */
const BACKGROUND_TEXTS = 50;
/** Texts of a cluster that are compared with its representative. */
const MOST_COMPARED = 1_000;
const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

export const nearDuplicates = signatureMeasure({
  kind: 'signature',
  id: 'near-duplicates',
  version: 2,
  explanation: {
    measures: 'Which texts are nearly the same, and how many documents would be left with one of each.',
    formula:
      'Share = (documents − clusters) / documents. A cluster is what pairs connect whose sets of three words in a row have a Jaccard similarity of at least 0.5, exact copies included; every pair was compared. For texts of more than 512 different runs of three words the similarity is estimated from the 512 of smallest hash. Where not all texts could be compared, the share is estimated from a sample of texts that puts near copies together, and for very large clusters from a random sample, with an interval.',
    reading: 'Zero where no two documents are half the same; prose by many hands has at most 0.5 %.',
    moves: 'Forms, changed dates and shuffled lists; short texts, which share half of their few runs easily.',
    silence: 'Below two documents; texts of fewer than three words are compared whole.',
    source: 'Broder 1997, On the resemblance and containment of documents.',
  },
  snapshot(graph, corpus): NearDuplicatesValue {
    const allTexts = holdsAllTexts(graph.signatures);
    const allPairs = graph.pairs.complete;
    const excerpt = excerpts(corpus);
    const quoteOf = (text: TextSignature): string => excerpt(text).slice(0, QUOTE_LENGTH);
    const clusters = clustersOf(graph);
    const sizes = new Map<number, number>();
    for (const { documents } of clusters) sizes.set(documents, (sizes.get(documents) ?? 0) + 1);
    const { similarity } = graph.pairs;
    return {
      documents: graph.signatures.total,
      texts: graph.texts.length,
      allTexts,
      allPairs,
      exact: allTexts && allPairs,
      share: nearShare(graph),
      pairs: similarity.filter((value) => value >= NEAR.similarity).length,
      similarities: STEPS.map((from, step) => {
        const below = STEPS[step + 1] ?? Number.POSITIVE_INFINITY;
        return { from, pairs: similarity.filter((value) => value >= from && value < below).length };
      }),
      estimatedPairs: estimatedPairs(graph),
      sizes: [...sizes]
        .toSorted(([a], [b]) => a - b)
        .map(([documents, number]) => ({ documents, clusters: number })),
      largest: described(clusters.slice(0, MOST), corpus, excerpt),
      contained: similarity.filter((value) => value < NEAR.similarity).length,
      holders: holdersOf(graph, quoteOf),
    };
  },
});

interface Cluster {
  readonly representative: TextSignature;
  /** All its texts, in the order of their hashes. */
  readonly texts: readonly TextSignature[];
  readonly documents: number;
}

/** The clusters of two and more texts, those of most documents first. */
function clustersOf({ texts, representatives }: DuplicateGraph): readonly Cluster[] {
  const members = new Map<number, TextSignature[]>();
  for (const [index, text] of texts.entries()) {
    const root = representatives[index] ?? index;
    const known = members.get(root);
    if (known === undefined) members.set(root, [text]);
    else known.push(text);
  }
  return [...members.values()]
    .filter((cluster) => cluster.length > 1)
    .map((cluster) => cluster.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)))
    .flatMap((cluster) => {
      const [representative] = cluster;
      if (representative === undefined) return [];
      const documents = cluster.reduce((sum, { count }) => sum + count, 0);
      return [{ representative, texts: cluster, documents }];
    })
    .toSorted(
      (a, b) => b.documents - a.documents || (a.representative.hash < b.representative.hash ? -1 : 1),
    );
}

function described(
  clusters: readonly Cluster[],
  { documents }: SampledCorpus,
  excerpt: (text: TextSignature) => string,
): readonly DuplicateCluster[] {
  const texts = clusters.map(({ representative }) => excerpt(representative));
  const background = documents.slice(0, BACKGROUND_TEXTS).map(({ entry }) => excerptOf(entry.text));
  const words = clusterTerms(texts, background);
  return clusters.map((cluster, index) => ({
    ...describe(cluster),
    quote: (texts[index] ?? '').slice(0, QUOTE_LENGTH),
    words: words[index] ?? [],
  }));
}

function describe({ representative, texts, documents }: Cluster): Omit<DuplicateCluster, 'quote' | 'words'> {
  const set = setOf(representative);
  return {
    texts: texts.length,
    documents,
    leastSimilarity: texts
      .slice(0, MOST_COMPARED)
      .reduce((least, text) => Math.min(least, jaccard(resemblance(set, setOf(text)))), 1),
    ids: texts.slice(0, MOST_IDS).map(({ text }) => text.id),
  };
}

function estimatedPairs({ texts, pairs }: DuplicateGraph): number {
  const isPart = (text: number | undefined): boolean => texts[text ?? -1]?.text.complete === false;
  return pairs.first.filter((first, index) => isPart(first) || isPart(pairs.second[index])).length;
}

function holdersOf(
  { texts, pairs }: DuplicateGraph,
  quoteOf: (text: TextSignature) => string,
): readonly ContainedText[] {
  return pairs.similarity
    .flatMap((similarity, index) => {
      const [a, b] = [texts[pairs.first[index] ?? -1], texts[pairs.second[index] ?? -1]];
      if (similarity >= NEAR.similarity || a === undefined || b === undefined) return [];
      const [inner, outer] = isInner(a, b) ? [a, b] : [b, a];
      return [{ inner, outer, containment: pairs.containment[index] ?? 0 }];
    })
    .toSorted((a, b) => b.inner.text.words - a.inner.text.words || compare(a, b))
    .slice(0, MOST)
    .map(({ inner, outer, containment }) => ({
      inner: inner.text.id,
      outer: outer.text.id,
      containment,
      quote: quoteOf(inner),
    }));
}

interface Holding {
  readonly inner: TextSignature;
  readonly outer: TextSignature;
}

function compare(a: Holding, b: Holding): number {
  return `${a.inner.hash}${a.outer.hash}` < `${b.inner.hash}${b.outer.hash}` ? -1 : 1;
}

/** The excerpts of texts, as far as the sample has them. */
function excerpts({ documents }: SampledCorpus): (text: TextSignature) => string {
  const known = new Map(documents.map(({ entry }) => [entry.hash, entry]));
  return ({ hash }) => {
    const entry = known.get(hash);
    return entry === undefined ? '' : excerptOf(entry.text);
  };
}
