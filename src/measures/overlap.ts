import { replicatedPairs } from './incidence-pairs.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { NgramIncidence } from './ngram-incidence.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';
import type { SharedPhrase } from './shared-phrases.ts';
import { sharedPhrases } from './shared-phrases.ts';

/** How much documents say the same as each other. */
export interface OverlapValue {
  /** Words at the beginning of each document that are compared; shorter documents are taken whole. */
  readonly windowWords: number;
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
  version: 1,
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
    return { windowWords: WINDOW_WORDS, byN, sharedShare, phrases };
  },
});

function shareShared({ frequencies, shared, sizes }: NgramIncidence): number | null {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return null;
  return frequencies.subarray(0, shared).reduce((sum, df) => sum + df, 0) / total;
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
