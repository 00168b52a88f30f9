import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { QuotedPassage } from './quoted-passages.ts';
import { quotedPassages } from './quoted-passages.ts';
import { replicatedRatio } from './replication.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { firstTexts } from './sampled-corpus.ts';
import { coveredWords, sharedPassages } from './shared-passages.ts';

/**
 * How many words stand in passages that many documents have: runs of ten words and more, and sentences of four words
 * and more. Many are at least three distinct texts, and at least one in a hundred.
 */
export interface BoilerplateValue {
  /** Distinct texts that were looked at. */
  readonly texts: number;
  /** Those that must have a passage. */
  readonly fewestTexts: number;
  /** Share of the words in such passages. The replicates keep the passages of the whole. Null without a word. */
  readonly share: Replicated | null;
  /** Texts that have such a passage. */
  readonly textsWithBoilerplate: number;
  /** Those that explain most words, at most 10, the largest first. */
  readonly passages: readonly QuotedPassage[];
  /** Of the 100 largest those that several sources have, at most 10, in most sources first. */
  readonly travelling: readonly QuotedPassage[];
  /** The sources with most words, at most 20. */
  readonly bySource: readonly SourceBoilerplate[];
}

interface SourceBoilerplate {
  readonly source: string;
  readonly texts: number;
  readonly share: number;
}

/** One text in a hundred is then 20 of them. They hold up to four million words, and more would take a second and more. */
const MOST_TEXTS = 2_000;
const FEWEST_TEXTS = 3;
const FEWEST_SHARE = 0.01;
const MOST_PASSAGES = 10;
const MOST_SOURCES = 20;

export const boilerplate = sampleMeasure({
  kind: 'sample',
  id: 'boilerplate',
  version: 1,
  ofLongTexts: true,
  explanation: {
    measures: 'How many words stand in passages that many documents have.',
    formula:
      'Words in shared passages / words, in the first 2,000 words of at most 2,000 distinct texts. A shared passage is a run of ten words or more, or a sentence or line of four, that at least three texts and one in a hundred have. Interval: a jackknife over 32 groups of documents, with the passages of all.',
    reading:
      'Prose by many hands has 0.1 % and less, licences and statements of an institution 16 % to 82 %.',
    moves:
      'Menus, notices and standing phrases; below 300 texts fewer are found, because three are then more than one in a hundred.',
    silence: 'Where no text has a word; no interval below five documents.',
    source: 'Lee et al. 2022, arXiv:2107.06499; Raffel et al. 2020, arXiv:1910.10683. The limits are ours.',
  },
  snapshot(corpus): BoilerplateValue {
    const looked = firstTexts(corpus, MOST_TEXTS);
    const { documents } = looked;
    const fewestTexts = fewestOf(documents.length);
    const shared = sharedPassages(documents, fewestTexts);
    const covered = new Map(
      documents.map((document, index) => [document, coveredWords(shared, index, document.high.length)]),
    );
    const coveredOf = (document: SampledDocument): number => covered.get(document) ?? 0;
    const quoted = quotedPassages(documents, shared, fewestTexts);
    return {
      texts: documents.length,
      fewestTexts,
      share: replicatedRatio(looked, (document) =>
        document.high.length === 0 ? null : { part: coveredOf(document), whole: document.high.length },
      ),
      textsWithBoilerplate: documents.filter((document) => coveredOf(document) > 0).length,
      passages: quoted.slice(0, MOST_PASSAGES),
      travelling: quoted
        .filter(({ sourceCount }) => sourceCount > 1)
        .toSorted((a, b) => b.sourceCount - a.sourceCount)
        .slice(0, MOST_PASSAGES),
      bySource: bySource(documents, coveredOf),
    };
  },
});

/** Texts that must have a passage for it to count as one of many, among so many. */
export function fewestOf(texts: number): number {
  return Math.max(FEWEST_TEXTS, Math.ceil(texts * FEWEST_SHARE));
}

function bySource(
  documents: readonly SampledDocument[],
  coveredOf: (document: SampledDocument) => number,
): readonly SourceBoilerplate[] {
  const sources = new Map<string, { texts: number; words: number; covered: number }>();
  for (const document of documents) {
    const { source } = document.entry.text;
    const sums = sources.get(source) ?? { texts: 0, words: 0, covered: 0 };
    sums.texts += 1;
    sums.words += document.high.length;
    sums.covered += coveredOf(document);
    sources.set(source, sums);
  }
  return [...sources]
    .filter(([, { words }]) => words > 0)
    .toSorted(([a, one], [b, other]) => other.words - one.words || (a < b ? -1 : 1))
    .slice(0, MOST_SOURCES)
    .map(([source, { texts, words, covered }]) => ({ source, texts, share: covered / words }));
}
