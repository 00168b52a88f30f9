import { fewestOf } from './boilerplate.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { overlapPerMillion } from './overlap.ts';
import { variationOfSentences } from './rhythm.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';
import { firstTexts, sampledCorpus } from './sampled-corpus.ts';
import { coveredPlaces, sharedPassages } from './shared-passages.ts';

/**
 * What the statistics of likeness would be without a part of the corpus: how much of it that part makes.
 * All of them are of the same first texts by hash, which are a sample.
 */
export interface CounterfactualsValue {
  /** Texts that were looked at. */
  readonly texts: number;
  /** Different sources among them; texts without one do not count. */
  readonly sources: number;
  /** Of these texts as they are. */
  readonly all: LikenessParts;
  /** Without the texts of one source, for each of the largest, the largest first. */
  readonly withoutSource: readonly WithoutSource[];
  /** Of all texts without their first sentences. */
  readonly withoutOpenings: LikenessParts;
  /** Of all texts without the passages that many of them have. */
  readonly withoutBoilerplate: LikenessParts;
  /** Of the texts that are left when one of each template stays. */
  readonly withoutTemplates: LikenessParts;
}

export interface WithoutSource {
  readonly source: string;
  /** Share of the texts that are of this source. */
  readonly share: number;
  readonly rest: LikenessParts;
}

/** The statistics that the homogeneity index is made of. */
export interface LikenessParts {
  readonly overlap: {
    readonly byN: readonly { readonly n: number; readonly perMillion: Replicated | null }[];
  };
  readonly rhythm: { readonly variation: Replicated | null };
}

/** More would take more time, and a cause that matters shows in so many. */
const MOST_TEXTS = 1_000;
const MOST_SOURCES = 3;
/** A source with less cannot dominate. */
const LEAST_SHARE = 0.1;
const LENGTHS = [2, 3];

export const counterfactuals = sampleMeasure({
  kind: 'sample',
  id: 'counterfactuals',
  version: 1,
  withoutNearCopies: true,
  explanation: {
    measures: 'What the statistics of the homogeneity index would be without a part of the corpus.',
    formula:
      'Overlaps of two and three words and the variation of sentence length over the first 1,000 distinct texts by hash, without each of the three largest sources, without the first sentence of each text, without shared passages, and with one text of each template. Interval: a jackknife over 32 groups of documents.',
    reading: 'By how much likeness falls is how much of it the part makes: causes are ranked by it.',
    moves: 'How large the part is; what is left of short texts.',
    silence: 'Without two sources, for sources; where fewer than two documents have three words.',
    source: 'Ours: the index, computed again without the part.',
  },
  snapshot(corpus: SampledCorpus): CounterfactualsValue {
    const looked = firstTexts(corpus, MOST_TEXTS);
    const { documents } = looked;
    const sources = textsBySource(documents);
    const all = likenessOf(looked);
    const partsOfRest = (rest: readonly SampledDocument[]): LikenessParts =>
      rest === documents ? all : partsOf(rest);
    return {
      texts: documents.length,
      sources: sources.size,
      all,
      withoutSource: sources.size < 2 ? [] : withoutLargest(documents, sources),
      withoutOpenings: partsOf(documents.map(withoutOpening)),
      withoutBoilerplate: partsOfRest(withoutPassages(documents)),
      withoutTemplates: partsOfRest(oneOfEachTemplate(looked)),
    };
  },
});

function textsBySource(documents: readonly SampledDocument[]): ReadonlyMap<string, number> {
  const sources = new Map<string, number>();
  for (const { entry } of documents)
    if (entry.text.source !== '') sources.set(entry.text.source, (sources.get(entry.text.source) ?? 0) + 1);
  return sources;
}

function withoutLargest(
  documents: readonly SampledDocument[],
  sources: ReadonlyMap<string, number>,
): readonly WithoutSource[] {
  return [...sources]
    .filter(([, texts]) => texts >= LEAST_SHARE * documents.length)
    .toSorted(([a, textsOfA], [b, textsOfB]) => textsOfB - textsOfA || (a < b ? -1 : 1))
    .slice(0, MOST_SOURCES)
    .map(([source, texts]) => ({
      source,
      share: texts / documents.length,
      rest: partsOf(documents.filter(({ entry }) => entry.text.source !== source)),
    }));
}

function withoutOpening(document: SampledDocument): SampledDocument {
  const [first = 0, ...others] = document.sentenceLengths;
  return {
    ...document,
    high: document.high.subarray(first),
    low: document.low.subarray(first),
    sentenceLengths: others,
  };
}

function withoutPassages(documents: readonly SampledDocument[]): readonly SampledDocument[] {
  const shared = sharedPassages(documents, fewestOf(documents.length));
  if (shared.firsts.length === 0) return documents;
  return documents.map((document, index) =>
    withoutPlaces(document, coveredPlaces(shared, index, document.high.length)),
  );
}

/** A document without the words at the marked places, and the sentences of which nothing is left. */
function withoutPlaces(document: SampledDocument, marked: Uint8Array): SampledDocument {
  if (!marked.includes(1)) return document;
  const isLeft = (_: number, place: number): boolean => marked[place] === 0;
  let start = 0;
  const lengths = document.sentenceLengths.map((length) => {
    start += length;
    return marked.subarray(start - length, start).filter((mark) => mark === 0).length;
  });
  return {
    ...document,
    high: document.high.filter(isLeft),
    low: document.low.filter(isLeft),
    sentenceLengths: lengths.filter((length) => length > 0),
  };
}

function oneOfEachTemplate({ documents, templatesAmong }: SampledCorpus): readonly SampledDocument[] {
  const dropped = new Set(
    templatesAmong(MOST_TEXTS).flatMap(({ members }) => members.slice(1).map(({ document }) => document)),
  );
  return dropped.size === 0 ? documents : documents.filter((_, index) => !dropped.has(index));
}

function partsOf(documents: readonly SampledDocument[]): LikenessParts {
  return likenessOf(sampledCorpus(documents, false));
}

/** The statistics of the index of some documents. */
export function likenessOf({ documents, incidenceOf, groupSizes }: SampledCorpus): LikenessParts {
  const byN = LENGTHS.map((n) => ({ n, perMillion: overlapPerMillion(incidenceOf(n), groupSizes) }));
  return { overlap: { byN }, rhythm: { variation: variationOfSentences(documents, groupSizes) } };
}
