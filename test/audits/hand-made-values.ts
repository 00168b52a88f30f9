import type { Replicated } from '../../src/measures/measure.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';
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
