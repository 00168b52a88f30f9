import { sampleMeasure } from './measure.ts';
import type { NgramIncidence } from './ngram-incidence.ts';

/** Whether few phrases are in many documents, or many phrases in few: the spread of what pairs have in common. */
export interface PhraseConcentrationValue {
  readonly n: number;
  /** N-grams that at least two sampled texts have. */
  readonly sharedPhrases: number;
  /** Null where no two texts have an n-gram in common. */
  readonly concentration: Concentration | null;
}

export interface Concentration {
  /** Share of the coincident pairs Σ df(df - 1) that the 10 and the 100 n-grams of most documents account for. */
  readonly topTen: number;
  readonly topHundred: number;
  /**
   * How many n-grams of equal spread would be as concentrated: (Σw)² / Σw² with w = df(df - 1), from 1 to
   * `sharedPhrases` (the inverse of Simpson's index, 1949).
   */
  readonly effectivePhrases: number;
  /** Texts that have an n-gram. */
  readonly documents: number;
}

const N = 4;

export const phraseConcentration = sampleMeasure({
  kind: 'sample',
  id: 'phrase-concentration',
  version: 2,
  withoutNearCopies: true,
  explanation: {
    measures: 'Whether few phrases are in many documents or many phrases in few.',
    formula:
      'Each run of four words has the weight w = df(df − 1), the pairs of documents that agree on it: shares of the 10 and the 100 heaviest, and the effective number (Σw)² / Σw².',
    reading: 'Few effective phrases point to a template, many to a common subject or style.',
    moves: 'The number of documents: more of them share more phrases. It has no interval.',
    silence: 'Where no two documents have four words in common.',
    source: 'The inverse of Simpson’s index (Simpson 1949, Nature 163).',
  },
  snapshot({ incidenceOf }): PhraseConcentrationValue {
    const incidence = incidenceOf(N);
    const shared = incidence.frequencies.toSorted();
    return { n: N, sharedPhrases: shared.length, concentration: concentrationOf(shared, incidence) };
  },
});

/** `shared` are document frequencies above 1, ascending. */
function concentrationOf(shared: Uint32Array, { sizes }: NgramIncidence): Concentration | null {
  if (shared.length === 0) return null;
  const all = pairs(shared);
  const squares = shared.reduce((sum, df) => sum + ((df * (df - 1)) / all) ** 2, 0);
  return {
    topTen: pairs(shared.subarray(-10)) / all,
    topHundred: pairs(shared.subarray(-100)) / all,
    effectivePhrases: 1 / squares,
    documents: sizes.filter((size) => size > 0).length,
  };
}

function pairs(frequencies: Uint32Array): number {
  return frequencies.reduce((sum, df) => sum + df * (df - 1), 0);
}
