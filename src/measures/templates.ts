import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { firstTexts, WINDOW_WORDS } from './sampled-corpus.ts';
import type { TemplateCluster } from './template-clusters.ts';
import type { TemplateFrame } from './template-frames.ts';
import { slotCount, templateFrames } from './template-frames.ts';
import type { FrameWords } from './template-matcher.ts';

/**
 * Documents that share a frame of at least five words with at least two others, with other words in its slots, among
 * the first 4,000 distinct texts by hash.
 */
export interface TemplatesValue {
  /** Words at the beginning of each document that are looked at. */
  readonly windowWords: number;
  /** Share of the distinct texts that belong to a template. Null without a word. */
  readonly share: Replicated | null;
  /** Texts that do, and the templates. */
  readonly texts: number;
  readonly templates: number;
  /** The templates of most texts, at most 20. */
  readonly largest: readonly FoundTemplate[];
  /** The number of the template of each text that belongs to one, by content hash: from 1, the largest template first. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The frames of all templates in the order of their numbers, for documents that are not among the texts. */
  readonly frames: readonly FrameWords[];
}

export interface FoundTemplate extends TemplateFrame {
  /** Words of the frame, and places where others stand. */
  readonly frameWords: number;
  readonly slots: number;
  /** Texts that have it. */
  readonly texts: number;
  /** Ids of at most ten of them. */
  readonly documents: readonly string[];
  /** The mean and the least share of the frame's words that one of them has in their order. */
  readonly similarity: number;
  readonly leastSimilarity: number;
}

/** More would take well over a second. */
const MOST_TEXTS = 4_000;
const MOST_SHOWN = 20;
const MOST_NAMED = 10;

export const templates = sampleMeasure({
  kind: 'sample',
  id: 'templates',
  version: 1,
  ofLongTexts: 'many',
  explanation: {
    measures: 'How many documents are a frame of words with other words in its slots.',
    formula:
      'Documents that belong to a template / distinct documents, by the first 150 words of at most 4,000 texts. Each was aligned with its frame and has six in ten of the frame’s words in order. Interval: a jackknife over 32 groups of documents, with the templates of all.',
    reading: 'Prose by many hands has none or 2 %, licences half and more.',
    moves: 'Near copies, which are templates of few slots; common headings.',
    silence: 'Where no text has a word; no interval below five documents.',
    source: 'Ours; the alignment by Hyyrö 2004, Bit-Parallel LCS-Length Computation Revisited.',
  },
  snapshot(corpus): TemplatesValue {
    const looked = firstTexts(corpus, MOST_TEXTS);
    const { documents } = looked;
    const clusters = corpus.templatesAmong(MOST_TEXTS);
    const members = new Set(
      clusters.flatMap((cluster) => cluster.members.map(({ document }) => documents[document])),
    );
    const largest = clusters.slice(0, MOST_SHOWN);
    const frames = templateFrames(documents, largest);
    const idOf = (document: number): string => documents[document]?.entry.text.id ?? '';
    return {
      windowWords: WINDOW_WORDS,
      share: replicatedRatio(looked, (document) =>
        document.high.length === 0 ? null : { part: members.has(document) ? 1 : 0, whole: 1 },
      ),
      texts: members.size,
      templates: clusters.length,
      largest: largest.map((cluster, index) => ({
        ...(frames[index] ?? { frame: '', label: [] }),
        frameWords: cluster.places.length,
        slots: slotCount(cluster),
        texts: cluster.members.length,
        documents: cluster.members.slice(0, MOST_NAMED).map(({ document }) => idOf(document)),
        ...similarityOf(cluster),
      })),
      numbers: numbersOf(documents, clusters),
      frames: clusters.map((cluster) => frameWordsOf(documents, cluster)),
    };
  },
});

function numbersOf(
  documents: readonly SampledDocument[],
  clusters: readonly TemplateCluster[],
): ReadonlyMap<string, number> {
  return new Map(
    clusters.flatMap(({ members }, index) =>
      members.map(({ document }) => [documents[document]?.entry.hash ?? '', index + 1] as const),
    ),
  );
}

function frameWordsOf(
  documents: readonly SampledDocument[],
  { reference, places }: TemplateCluster,
): FrameWords {
  const { high, low } = documents[reference] ?? { high: new Uint32Array(0), low: new Uint32Array(0) };
  return {
    high: Uint32Array.from(places, (place) => high[place] ?? 0),
    low: Uint32Array.from(places, (place) => low[place] ?? 0),
    joined: Uint8Array.from(places, (place, index) => (places[index - 1] === place - 1 ? 1 : 0)),
  };
}

function similarityOf({ members }: TemplateCluster): {
  readonly similarity: number;
  readonly leastSimilarity: number;
} {
  return {
    similarity: members.reduce((sum, { similarity }) => sum + similarity, 0) / members.length,
    leastSimilarity: members.reduce((least, { similarity }) => Math.min(least, similarity), 1),
  };
}
