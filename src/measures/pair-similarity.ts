import { replicatedPairs } from './incidence-pairs.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';

/** How much two documents have in common, over all pairs of sampled texts. */
export interface PairSimilarityValue {
  readonly n: number;
  /** Words at the beginning of each document that are compared; shorter documents are taken whole. */
  readonly windowWords: number;
  /**
   * Different n-grams that two documents have in common, on average over all pairs, as a share of those that a
   * document has on average: Σ df(df - 1) / ((D - 1) ΣS) for D documents that have S different n-grams each; 0 to 1.
   * Null below two documents with n-grams.
   */
  readonly meanShare: Replicated | null;
}

const N = 3;

export const pairSimilarity = sampleMeasure({
  kind: 'sample',
  id: 'pair-similarity',
  version: 1,
  snapshot({ groupSizes, incidenceOf }): PairSimilarityValue {
    const meanShare = replicatedPairs(incidenceOf(N), groupSizes, ({ documents, coincident, size }) =>
      documents < 2 ? null : coincident / ((documents - 1) * size),
    );
    return { n: N, windowWords: WINDOW_WORDS, meanShare };
  },
});
