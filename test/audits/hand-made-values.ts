import type { Replicated } from '../../src/measures/measure.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
import type { SpectrumStatistics } from '../../src/measures/spectrum-statistics.ts';
import { valuesOfTexts } from '../support/profiles.ts';

/** A statistic of so many documents whose groups all but agree. */
export function replicated(value: number, documents = 100): Replicated {
  const leaveOneOut = Array.from(
    { length: 32 },
    (_, group) => value * (1 + (group % 2 === 0 ? 1e-3 : -1e-3)),
  );
  return { value, leaveOneOut, documents };
}

/** Per million, for runs of 2, 3, 4 and 5 words. */
export function overlapOf(values: readonly number[], documents = 100): MeasureValues['overlap'] {
  return {
    windowWords: 150,
    shorterShare: 0,
    byN: values.map((value, index) => ({ n: index + 2, perMillion: replicated(value, documents) })),
    sharedShare: 0.1,
    phrases: [{ quote: 'at the end of the day', texts: 3, documents: ['a', 'b', 'c'] }],
  };
}

export const DIVERSE = [106, 2.1, 0.18, 0.02];
export const ALIKE = [1080, 640, 470, 370];

/** Real values, so that a new measure has one: below, only what the tests speak of is set by hand. */
const OF_NOTHING = valuesOfTexts([]);
const OF_TWO_TEXTS = valuesOfTexts([
  'The ferry was late again. Nobody minded, for the sun had come out over the harbour.',
  'Rye keeps longer than wheat because its crumb holds water. Slice it thin!',
]);

/** A healthy corpus of 100 documents. */
export function healthyValues(): MeasureValues {
  const base = OF_TWO_TEXTS;
  return {
    ...base,
    size: {
      ...base.size,
      documents: 100,
      tokens: 20_000,
      bytes: 110_000,
      unspacedShare: 0,
      lengths: [{ from: 192, documents: 100 }],
    },
    vocabulary: {
      ...base.vocabulary,
      tokens: 20_000,
      types: 4_000,
      exact: true,
      spectrum: [
        { frequency: 1, types: 2_500 },
        { frequency: 2, types: 1_500 },
      ],
      documentSpectrum: [{ frequency: 1, types: 4_000 }],
      commonest: [{ word: 'constructor', count: 900, documents: 90 }],
    },
    'ngram-diversity': {
      ...base['ngram-diversity'],
      byN: base['ngram-diversity'].byN.map((row) => ({
        ...row,
        total: 19_000,
        distinct: 18_050,
        exact: true,
        distinctShare: 0.95,
      })),
    },
    'exact-duplicates': {
      ...base['exact-duplicates'],
      documents: 100,
      distinct: 100,
      exact: true,
      clusters: [{ documents: 1, texts: 100 }],
    },
    overlap: overlapOf(DIVERSE),
    repetition: { ...base.repetition, share: replicated(0.005), repetitiveDocuments: 0, worst: [] },
    rhythm: { ...base.rhythm, sentences: 900, meanLength: replicated(18), variation: replicated(0.7) },
  };
}

/** A healthy corpus of which also the tail is known, with the statistics of all its words apart. */
export function tailValues(): MeasureValues & { readonly statistics: SpectrumStatistics } {
  const base = healthyValues();
  const bound = { value: 9000, standardError: 500, interval: [8000, 10_000] } as const;
  const statistics: SpectrumStatistics = {
    hapaxShare: 0.625,
    goodTuring: 0.91,
    coverage: 0.92,
    chao1: bound,
    improvedChao1: bound,
    concentration: 0.008,
    entropy: 6.5,
    yuleK: 79,
    hill: [{ coverage: 0.9, size: 15_000, richness: 3000, shannon: 700, simpson: 120 }],
    growth: [
      { size: 1000, types: 500 },
      { size: 10_000, types: 2500 },
    ],
    heaps: { coefficient: 4, exponent: 0.7, from: 1000, to: 10_000, points: 3, greatestResidual: 0.1 },
    zipfMandelbrot: { firstShare: 0.05, exponent: 1.1, shift: 2, deviance: 9, types: 4000, tokens: 20_000 },
    powerLaw: null,
  };
  return {
    ...base,
    statistics,
    vocabulary: {
      ...base.vocabulary,
      statistics,
      documentSpectrum: [
        { frequency: 1, types: 2500 },
        { frequency: 2, types: 1000 },
        { frequency: 20, types: 500 },
      ],
    },
    'word-groups': {
      ...base['word-groups'],
      hapaxShare: replicated(0.62),
      goodTuring: replicated(0.89),
      coverage: replicated(0.9),
      half: {
        richness: replicated(2600),
        hapaxShare: replicated(0.66),
        goodTuring: replicated(0.87),
        coverage: replicated(0.88),
        chao1: replicated(8200),
      },
      growth: [
        { size: 1000, types: replicated(510) },
        { size: 3162, types: replicated(1210) },
        { size: 10_000, types: replicated(2510) },
      ],
      heapsExponent: replicated(0.71),
      chao1: { value: 9100, standardError: 500, interval: [8100, 10_100] },
      improvedChao1: { value: 9100, standardError: 500, interval: [8100, 10_100] },
    },
    'word-evenness': {
      tokens: 20_000,
      concentration: replicated(0.0081),
      entropy: replicated(6.51),
      yuleK: replicated(80),
      incidenceCoverage: replicated(0.8),
      halfIncidenceCoverage: replicated(0.75),
      richness: replicated(3010),
      shannon: replicated(710),
      simpson: replicated(121),
    },
  };
}

/** As many documents as asked for, with nothing in them that can be compared. */
export function emptyValues(documents: number): MeasureValues {
  const base = OF_NOTHING;
  return {
    ...base,
    size: { ...base.size, documents, lengths: documents === 0 ? [] : [{ from: 0, documents }] },
    'exact-duplicates': {
      ...base['exact-duplicates'],
      documents,
      distinct: documents,
      clusters: documents === 0 ? [] : [{ documents: 1, texts: documents }],
    },
  };
}

/** One text in so many documents. */
export function constantValues(documents: number): MeasureValues {
  const empty = emptyValues(documents);
  return {
    ...empty,
    size: { ...empty.size, tokens: documents * 150 },
    'exact-duplicates': {
      ...empty['exact-duplicates'],
      documents,
      distinct: 1,
      clusters: [{ documents, texts: 1 }],
    },
  };
}
