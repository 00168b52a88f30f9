import { GROUPS } from '../sketches/replicate-group.ts';
import { selfRepetition as selfRepetitionOf } from '../statistics/self-repetition.ts';
import type { Draw } from './equal-size-draws.ts';
import {
  amountOutsideGroups,
  documentsNeeded,
  drawnValues,
  equalSizeDraws,
  replicatedNumber,
} from './equal-size-draws.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { NgramIncidence } from './ngram-incidence.ts';
import { ngramIncidence } from './ngram-incidence.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';

/** How much documents repeat what other documents say, among a fixed number of windows of equal length. */
export interface SelfRepetitionValue {
  readonly n: number;
  /** Words at the beginning of each document; shorter documents are passed over. */
  readonly windowWords: number;
  /** Documents that are taken, in the order of their hashes. */
  readonly windows: number;
  /** Documents long enough that are left when the largest replicate group is left out. */
  readonly available: number;
  /**
   * The mean over documents of ln(1 + Σ (df - 1)). Its interval says where another sample of as many documents would
   * lie. Null where fewer than `windows` are available.
   */
  readonly repetition: Replicated | null;
}

const N = 4;
/**
 * The figure grows with this number, so that it must be one for all corpora. It is reached by corpora of some 140
 * documents, as are the sizes of the other measures at equal size; more would make the interval narrower, and leave
 * small corpora without a figure.
 */
const WINDOWS = 120;

export const selfRepetition = sampleMeasure({
  kind: 'sample',
  id: 'self-repetition',
  version: 1,
  explanation: {
    measures: 'How much documents repeat what other documents say, among 120 windows of equal length.',
    formula:
      'Mean over documents of ln(1 + Σ (df − 1)) over the different 4-grams of a document, df the documents that have one. Interval: a jackknife over 32 groups of documents, for another sample of this size.',
    reading: '0 is no repetition; higher is more alike.',
    moves: 'The number and the length of windows, hence one of each. Short documents are passed over.',
    silence: 'Below 120 documents of the length outside the largest group: about 140 are enough.',
    source: 'Salkar et al. 2022, Self-Repetition in Abstractive Neural Summarizers, arXiv:2210.08145.',
  },
  snapshot({ documents }): SelfRepetitionValue {
    const long = documents.filter(({ high }) => high.length >= WINDOW_WORDS);
    const offers = long.map(({ group }) => ({ group, amount: 1 }));
    const fixed = {
      n: N,
      windowWords: WINDOW_WORDS,
      windows: WINDOWS,
      available: amountOutsideGroups(offers),
    };
    const draws = equalSizeDraws(offers, WINDOWS, GROUPS);
    if (draws === null) return { ...fixed, repetition: null };
    const incidence = ngramIncidence(long.slice(0, documentsNeeded(draws)), N, WINDOW_WORDS);
    const values = drawnValues(draws, createRepetitionOf(incidence));
    return { ...fixed, repetition: replicatedNumber(values, (value) => value) };
  },
});

/** Gives the figure of draws, each from the one before it, from which it differs by a few documents. */
function createRepetitionOf(incidence: NgramIncidence): (draw: Draw) => number | null {
  const frequencies = new Uint32Array(incidence.frequencies.length);
  let held = new Set<number>();
  const change = (document: number, by: 1 | -1): void => {
    const grams = incidence.gramsOf(document);
    for (let index = 0; index < grams.length; index++) {
      const gram = grams[index] as number;
      frequencies[gram] = (frequencies[gram] as number) + by;
    }
  };
  return (draw) => {
    const wanted = new Set(draw.map(({ document }) => document));
    for (const document of wanted) if (!held.has(document)) change(document, 1);
    for (const document of held) if (!wanted.has(document)) change(document, -1);
    held = wanted;
    return selfRepetitionOf(
      [...wanted].map((document) => incidence.gramsOf(document)),
      frequencies,
    );
  };
}
