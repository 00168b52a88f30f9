import { GROUPS } from '../sketches/replicate-group.ts';
import type { NgramCount } from '../statistics/distinct-ngrams.ts';
import {
  distinctShare,
  expectationAdjustedDistinct,
  ngramDiversityScore,
} from '../statistics/distinct-ngrams.ts';
import { plugInEntropy } from '../statistics/entropy.ts';
import {
  type FrequencySpectrum,
  type SpectrumRow,
  totalTokens,
  totalTypes,
} from '../statistics/frequency-spectrum.ts';
import { highestType, typeCounts } from '../statistics/type-numbers.ts';
import type { Draw, DrawnValues } from './equal-size-draws.ts';
import {
  amountOutsideGroups,
  documentsNeeded,
  drawnValues,
  equalSizeDraws,
  replicatedNumber,
} from './equal-size-draws.ts';
import { numberKeys } from './key-numbers.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import { WINDOW_WORDS } from './sampled-corpus.ts';
import { windowNgrams } from './window-ngrams.ts';

/**
 * How many n-grams are different among a fixed number of them, so that the size of the corpus does not decide.
 * The intervals say where the figures of another sample of this size would lie, as `equalSizeDraws` explains:
 * they do not shrink as the corpus grows.
 */
export interface EqualSizeNgramsValue {
  /** Words at the beginning of each document whose n-grams are taken. */
  readonly windowWords: number;
  /** N-grams that are taken for each n, in the order of the documents' hashes, those of the last document in part. */
  readonly ngrams: number;
  /** The types that the expectation-adjusted figures suppose. */
  readonly vocabulary: number;
  readonly byN: readonly EqualSizeNgrams[];
  /** The n-gram diversity score: the sum of the distinct shares for n = 1 to 4. Null where one of them is. */
  readonly score: Replicated | null;
}

export interface EqualSizeNgrams {
  readonly n: number;
  /** N-grams that are left when the largest replicate group is left out; below `ngrams` the figures are null. */
  readonly available: number;
  /** Distinct-n. */
  readonly distinctShare: Replicated | null;
  /** Expectation-adjusted distinct-n: at a fixed size a multiple of distinct-n. */
  readonly adjusted: Replicated | null;
  /** Entropy of the observed shares, in nats, at most ln `ngrams`. */
  readonly entropy: Replicated | null;
}

/** Some 140 windows: few enough for small corpora, and enough for frequent n-grams to come back. */
const NGRAMS = 20_000;
/** As in the worked example of Liu et al. 2022; it must be the same for all that is compared. */
const VOCABULARY = 50_000;
const LENGTHS = [1, 2, 3, 4, 5];
const LONGEST_IN_SCORE = 4;

export const equalSizeNgrams = sampleMeasure({
  kind: 'sample',
  id: 'equal-size-ngrams',
  version: 1,
  explanation: {
    measures: 'How many runs of one to five words are different among 20,000 of them.',
    formula:
      'Distinct-n, entropy −Σ p ln p in nats, and expectation-adjusted distinct-n, different / V(1 − (1 − 1/V)^20,000) with V = 50,000; the score is the sum of distinct-1 to distinct-4. First 150 words of documents in the order of their hashes. Interval: a jackknife over 32 groups of documents, for another sample of this size.',
    reading: 'Higher is more diverse. Fiction and news have a score near 3, licences near 1.1.',
    moves:
      'Language and subject, and short documents, of which more are needed. The size of the corpus does not move it.',
    silence: 'Below 20,000 n-grams outside the largest group: about 150 documents of 150 words are enough.',
    source:
      'Li et al. 2016, arXiv:1510.03055; Padmakumar & He 2024, arXiv:2309.05196; Liu et al. 2022, arXiv:2202.13587.',
  },
  snapshot({ documents }): EqualSizeNgramsValue {
    const drawn = LENGTHS.map((n) => drawNgrams(documents, n));
    return {
      windowWords: WINDOW_WORDS,
      ngrams: NGRAMS,
      vocabulary: VOCABULARY,
      byN: drawn.map(({ n, available, spectra }) => ({
        n,
        available,
        distinctShare: spectra && replicatedNumber(spectra, (own) => distinctShare(countOf(own))),
        adjusted:
          spectra &&
          replicatedNumber(spectra, (own) => expectationAdjustedDistinct(countOf(own), VOCABULARY)),
        entropy: spectra && replicatedNumber(spectra, plugInEntropy),
      })),
      score: scoreOf(drawn.slice(0, LONGEST_IN_SCORE)),
    };
  },
});

/** The n-grams of one n, and the spectra of the draws, null where there are too few n-grams to draw from. */
interface DrawnNgrams {
  readonly n: number;
  readonly available: number;
  readonly spectra: DrawnValues<FrequencySpectrum> | null;
}

function drawNgrams(documents: readonly SampledDocument[], n: number): DrawnNgrams {
  const offers = documents.map(({ group, high }) => ({
    group,
    amount: Math.max(0, Math.min(high.length, WINDOW_WORDS) - n + 1),
  }));
  const available = amountOutsideGroups(offers);
  const draws = equalSizeDraws(offers, NGRAMS, GROUPS);
  if (draws === null) return { n, available, spectra: null };
  const { high, low, ends } = windowNgrams(documents.slice(0, documentsNeeded(draws)), n, WINDOW_WORDS);
  const { numbers, count } = numberKeys(high, low);
  return { n, available, spectra: drawnValues(draws, createSpectrumOf({ numbers, count, ends })) };
}

/** N-grams as type numbers, and where those of each document end. */
interface NumberedNgrams {
  readonly numbers: Uint32Array;
  readonly count: number;
  readonly ends: readonly number[];
}

/** Gives the spectra of draws, each from the one before it, from which it differs by a few documents. */
function createSpectrumOf({ numbers, count, ends }: NumberedNgrams): (draw: Draw) => FrequencySpectrum {
  const frequencies = new Uint32Array(count);
  // No draw holds more than all documents together.
  const types = new Uint32Array(highestType(typeCounts(numbers)) + 1);
  const held = new Uint32Array(ends.length);
  /** Changes the frequencies of n-grams by 1 or -1. */
  const change = (from: number, to: number, by: 1 | -1): void => {
    for (let index = from; index < to; index++) {
      const number = numbers[index] as number;
      const frequency = frequencies[number] as number;
      frequencies[number] = frequency + by;
      types[frequency] = (types[frequency] as number) - 1;
      types[frequency + by] = (types[frequency + by] as number) + 1;
    }
  };
  return (draw) => {
    const wanted = new Uint32Array(ends.length);
    for (const { document, amount } of draw) wanted[document] = amount;
    for (let document = 0; document < ends.length; document++) {
      const start = ends[document - 1] ?? 0;
      const [has, wants] = [start + (held[document] as number), start + (wanted[document] as number)];
      if (wants > has) change(has, wants, 1);
      else change(wants, has, -1);
    }
    held.set(wanted);
    return spectrumRows(types);
  };
}

/** The rows of a spectrum that holds the number of types of each frequency from 1 on; the first entry means nothing. */
function spectrumRows(types: Uint32Array): FrequencySpectrum {
  const rows: SpectrumRow[] = [];
  for (let frequency = 1; frequency < types.length; frequency++) {
    const number = types[frequency] as number;
    if (number > 0) rows.push({ frequency, types: number });
  }
  return rows;
}

function countOf(spectrum: FrequencySpectrum): NgramCount {
  return { distinct: totalTypes(spectrum), total: totalTokens(spectrum) };
}

function scoreOf(drawn: readonly DrawnNgrams[]): Replicated | null {
  const spectra = drawn.map((row) => row.spectra).filter((row) => row !== null);
  const [first] = spectra;
  if (first === undefined || spectra.length < drawn.length) return null;
  const leaveOneOut = first.leaveOneOut.map((_, group) => {
    const others = spectra.map((row) => row.leaveOneOut[group] ?? null).filter((other) => other !== null);
    return others.length < spectra.length ? null : others;
  });
  const all = { all: spectra.map((row) => row.all), leaveOneOut, documents: first.documents };
  return replicatedNumber(all, (own) => ngramDiversityScore(own.map(countOf)));
}
