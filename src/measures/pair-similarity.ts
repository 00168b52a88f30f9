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
  version: 2,
  withoutNearCopies: true,
  explanation: {
    measures: 'What two documents have in common: runs of three words, on average over all pairs.',
    formula:
      'Σ df(df − 1) / ((D − 1) ΣS) for D documents with S different 3-grams each, df the documents that have one. First 150 words of each distinct text. Interval: a jackknife over 32 groups of documents, in which what pairs of groups have in common counts once.',
    reading: 'From 0 to 1; prose by many hands has 0.0003, abstracts of one research field 0.003.',
    moves: 'Genre, subject and shared openings; longer documents have more to share up to 150 words.',
    silence: 'Where fewer than two documents have three words; no interval below five documents.',
    source:
      'The mean of pairwise intersections over the mean size, after Szymkiewicz and Simpson (Simpson 1943, American Journal of Science 241); for the interval Efron & Stein 1981, Annals of Statistics 9.',
  },
  snapshot({ groupSizes, incidenceOf }): PairSimilarityValue {
    const meanShare = replicatedPairs(incidenceOf(N), groupSizes, ({ documents, coincident, size }) =>
      documents < 2 ? null : coincident / ((documents - 1) * size),
    );
    return { n: N, windowWords: WINDOW_WORDS, meanShare };
  },
});
