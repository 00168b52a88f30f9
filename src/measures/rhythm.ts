import { GROUPS } from '../sketches/replicate-group.ts';
import type { GroupedLengths } from '../statistics/grouped-lengths.ts';
import { groupLengths } from '../statistics/grouped-lengths.ts';
import type { NeighbourSums } from '../statistics/neighbour-sums.ts';
import {
  addNeighbourSums,
  autocorrelationOfSums,
  NO_NEIGHBOURS,
  neighbourSums,
} from '../statistics/neighbour-sums.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { SampledCorpus, SampledDocument } from './sampled-corpus.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';

/**
 * How much sentences and documents differ in length. The sentences are those that begin in the first words of each
 * document, the same number of words for all, so that long documents count no more than short ones and a corpus of cut
 * documents stands where the whole one does.
 */
export interface RhythmValue {
  /** Words at the beginning of each document in which a sentence has to begin. */
  readonly windowWords: number;
  readonly sentences: number;
  /** Whether most texts long enough to tell lack the marks that end sentences. */
  readonly unmarked: boolean;
  /** Words to a sentence, on average. Null without a sentence. */
  readonly meanLength: Replicated | null;
  /** Standard deviation of sentence length over its mean. Null below two sentences, and where sentences are unmarked. */
  readonly variation: Replicated | null;
  /**
   * Lag-1 autocorrelation of the lengths of sentences that follow each other in a document, over all documents.
   * Null where no document has two sentences, and where sentences do not differ in length.
   */
  readonly autocorrelation: Replicated | null;
  /** Standard deviation of the words of whole documents over their mean. Null below two documents. */
  readonly documentVariation: Replicated | null;
  /** How the words of sentences are spread, and those of whole documents: what a distance to another corpus is taken of. */
  readonly sentenceLengths: GroupedLengths;
  readonly documentLengths: GroupedLengths;
}

/** Counts, sums and sums of squares of lengths. */
interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

const NONE: Moments = { count: 0, sum: 0, squares: 0 };

export const rhythm = sampleMeasure({
  kind: 'sample',
  id: 'rhythm',
  version: 4,
  withoutNearCopies: true,
  explanation: {
    measures: 'How much sentences and documents differ in length, and how their lengths are spread.',
    formula:
      'Of sentences that begin in the first 150 words: mean length in words; standard deviation / mean; lag-1 autocorrelation Σ (x − m)(y − m) / ½ Σ ((x − m)² + (y − m)²) of neighbours x and y; the same variation for whole documents. The spread is counted in classes, one for each length below 64 words and 32 to each doubling above, by replicate group.',
    reading:
      'Fiction and letters vary by 0.7 to 0.9 of the mean sentence, abstracts near 0.4, a drill near 0. Two spreads are compared by their Wasserstein distance, the words by which lengths must move on average to make one of the other.',
    moves: 'Lists, headings and missing full stops lengthen and shorten sentences; genre moves all of it.',
    silence:
      'Without a sentence; the variation below two sentences or two documents, and where most texts of 75 words and more begin no second sentence in the first 150, as transcripts without full stops do; the autocorrelation where no document has two sentences; no interval below five documents.',
    source: 'Yule 1939, Biometrika 30; Fisher 1925, § 38, for neighbours; Vallender 1974 for the distance.',
  },
  snapshot(corpus): RhythmValue {
    const ofSentences = summed(corpus, {
      none: NONE,
      of: momentsOfWindow,
      add,
    });
    const ofDocuments = summed(corpus, { none: NONE, of: ({ entry }) => momentsOf([entry.text.words]), add });
    const origin = Math.round(mean(ofSentences.all) ?? 0);
    const ofNeighbours = summed(corpus, {
      none: NO_NEIGHBOURS,
      of: (document) => neighbourSums(windowSentences(document), origin),
      add: addNeighbourSums,
    });
    const inOrder = corpus.documents.filter((document) => windowSentences(document).length > 1).length;
    const documents = corpus.documents.length;
    const unmarked = isUnmarked(corpus.documents);
    return {
      windowWords: WINDOW_WORDS,
      sentences: ofSentences.all.count,
      unmarked,
      meanLength: replicated(ofSentences, mean, documents),
      variation: unmarked ? null : replicated(ofSentences, variation, documents),
      autocorrelation: replicated<NeighbourSums>(ofNeighbours, autocorrelationOfSums, inOrder),
      documentVariation: replicated(ofDocuments, variation, documents),
      sentenceLengths: groupLengths(
        corpus.documents.map((document) => ({ group: document.group, lengths: windowSentences(document) })),
        GROUPS,
      ),
      documentLengths: groupLengths(
        corpus.documents.map(({ group, entry }) => ({ group, lengths: [entry.text.words] })),
        GROUPS,
      ),
    };
  },
});

/** The variation of the sentence lengths of some documents, null where they lack the marks that end sentences. */
export function variationOfSentences(
  documents: readonly SampledDocument[],
  groupSizes: readonly number[],
): Replicated | null {
  if (isUnmarked(documents)) return null;
  return replicated(
    summed({ documents, groupSizes }, { none: NONE, of: momentsOfWindow, add }),
    variation,
    documents.length,
  );
}

/** A text of so many words has a second sentence among its first words, if it has marks for it. */
const WORDS_TO_TELL = WINDOW_WORDS / 2;

function isUnmarked(documents: readonly SampledDocument[]): boolean {
  const telling = documents.filter(({ high }) => high.length >= WORDS_TO_TELL);
  const single = telling.filter((document) => windowSentences(document).length < 2).length;
  return telling.length > 0 && single > telling.length / 2;
}

/**
 * Words of each sentence that begins in the window, at most as many as the window has: a list without full stops that
 * goes on for pages would outweigh all else, and be shorter in a document that was cut.
 */
function windowSentences({ sentenceLengths }: SampledDocument): readonly number[] {
  let words = 0;
  const end = sentenceLengths.findIndex((length) => {
    words += length;
    return words >= WINDOW_WORDS;
  });
  const begun = end === -1 ? sentenceLengths : sentenceLengths.slice(0, end + 1);
  return begun.map((length) => Math.min(length, WINDOW_WORDS));
}

/** What documents add up to, in all and without each replicate group: null for a group without documents. */
interface Summed<Sums> {
  readonly all: Sums;
  readonly others: readonly (Sums | null)[];
}

interface Adding<Sums> {
  readonly none: Sums;
  of(document: SampledDocument): Sums;
  add(a: Sums, b: Sums, sign: 1 | -1): Sums;
}

function summed<Sums>(
  { documents, groupSizes }: Pick<SampledCorpus, 'documents' | 'groupSizes'>,
  adding: Adding<Sums>,
): Summed<Sums> {
  const groups = Array.from({ length: GROUPS }, () => adding.none);
  for (const document of documents)
    groups[document.group] = adding.add(groups[document.group] ?? adding.none, adding.of(document), 1);
  const all = groups.reduce((sum, group) => adding.add(sum, group, 1), adding.none);
  const others = groups.map((group, index) => (groupSizes[index] === 0 ? null : adding.add(all, group, -1)));
  return { all, others };
}

function replicated<Sums>(
  { all, others }: Summed<Sums>,
  statistic: (sums: Sums) => number | null,
  documents: number,
): Replicated | null {
  const value = statistic(all);
  if (value === null) return null;
  return { value, leaveOneOut: others.map((sums) => (sums === null ? null : statistic(sums))), documents };
}

function momentsOfWindow(document: SampledDocument): Moments {
  return momentsOf(windowSentences(document));
}

function momentsOf(lengths: readonly number[]): Moments {
  let sum = 0;
  let squares = 0;
  for (const length of lengths) {
    sum += length;
    squares += length * length;
  }
  return { count: lengths.length, sum, squares };
}

function add(a: Moments, b: Moments, sign: 1 | -1): Moments {
  return {
    count: a.count + sign * b.count,
    sum: a.sum + sign * b.sum,
    squares: a.squares + sign * b.squares,
  };
}

function mean({ count, sum }: Moments): number | null {
  return count === 0 ? null : sum / count;
}

function variation({ count, sum, squares }: Moments): number | null {
  if (count < 2 || sum === 0) return null;
  const variance = Math.max(0, (squares - (sum * sum) / count) / (count - 1));
  return Math.sqrt(variance) / (sum / count);
}
