import { replicatedPairs } from './incidence-pairs.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { NgramIncidence } from './ngram-incidence.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';
import type { SharedPhrase } from './shared-phrases.ts';
import { sharedPhrases } from './shared-phrases.ts';

/**
 * How much documents say the same as each other, by one window at the beginning of each.
 * Four windows of a long document, with each document counting alike and no pair inside one, make intervals narrower,
 * but speak of something else: from beginnings to whole texts the overlap of runs of four words falls from 0.26 to 0.21
 * in a million (300 texts of Brown), 0.66 to 0.21 (GUM), 470 to 332 (statements of a central bank) and 12.8 to 1.9
 * (technical proposals with a common head), in all but Brown further than the intervals reach. The figure would then depend on how long
 * documents are, or where they were cut; with one window no cut beyond it moves the figure at all.
 */
export interface OverlapValue {
  /** Words at the beginning of each document that are compared; shorter documents are taken whole. */
  readonly windowWords: number;
  /** Share of the distinct texts that are shorter, and so taken whole. Null without a text. */
  readonly shorterShare: number | null;
  readonly byN: readonly NgramOverlap[];
  /** Share of a document's different 4-grams that another document has too. It grows with the corpus. */
  readonly sharedShare: number | null;
  /** The longest runs of words that most documents share, at most 10, the widest spread first. */
  readonly phrases: readonly SharedPhrase[];
}

export interface NgramOverlap {
  readonly n: number;
  /**
   * The chance, per million, that an n-gram drawn from one document and one drawn from another are the same:
   * Σ df(df - 1) / ((ΣS)² - ΣS²), S the different n-grams of a document. Null below two documents with n-grams.
   */
  readonly perMillion: Replicated | null;
}

const PHRASE_N = 4;
const LENGTHS = [2, 3, 4, 5];

export const overlap = sampleMeasure({
  kind: 'sample',
  id: 'overlap',
  version: 2,
  withoutNearCopies: true,
  explanation: {
    measures:
      'How often documents say the same as each other: the chance that a run of n words (n-gram) of one document is a run of another, for n = 2 to 5.',
    formula:
      'Per million: Σ df(df − 1) / ((ΣS)² − ΣS²), with df the documents that have an n-gram and S the different n-grams of a document. Only the first 150 words of each distinct text count; pairs inside a document are left out. Interval: a jackknife over 32 groups of documents, in which what pairs of groups have in common counts once.',
    reading:
      'Higher is more alike. Varied essays and fiction have 0.2 in a million at n = 4, statements of one institution several hundred.',
    moves:
      'Genre and subject; stock phrases and markup at the beginnings of documents. The number of documents does not move it, nor does their length beyond 150 words. Shorter documents are taken whole, and how many there are stands beside the figure.',
    silence: 'Where fewer than two documents have n words; no interval below five documents.',
    source:
      'The probability that two draws agree (Simpson 1949, Nature 163), taken between documents only; for the interval Efron & Stein 1981, Annals of Statistics 9.',
  },
  snapshot({ documents, groupSizes, incidenceOf }): OverlapValue {
    let sharedShare: number | null = null;
    let phrases: readonly SharedPhrase[] = [];
    const byN = LENGTHS.map((n) => {
      const incidence = incidenceOf(n);
      if (n === PHRASE_N) {
        sharedShare = shareShared(incidence);
        phrases = sharedPhrases(documents, incidence);
      }
      return { n, perMillion: overlapPerMillion(incidence, groupSizes) };
    });
    const shorter = documents.filter(({ high }) => high.length < WINDOW_WORDS).length;
    const shorterShare = documents.length === 0 ? null : shorter / documents.length;
    return { windowWords: WINDOW_WORDS, shorterShare, byN, sharedShare, phrases };
  },
});

function shareShared({ frequencies, sizes }: NgramIncidence): number | null {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return null;
  return frequencies.reduce((sum, df) => sum + df, 0) / total;
}

/** The overlap of one length, as `NgramOverlap` has it. */
export function overlapPerMillion(
  incidence: NgramIncidence,
  groupSizes: readonly number[],
): Replicated | null {
  return replicatedPairs(incidence, groupSizes, ({ coincident, size, squares }) => {
    const possible = size * size - squares;
    return possible <= 0 ? null : (1e6 * coincident) / possible;
  });
}
