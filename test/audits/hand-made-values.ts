import type { Replicated } from '../../src/measures/measure.ts';
import type { MeasureValues } from '../../src/measures/registry.ts';

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

const NO_PASSAGES = { total: 0, sharedShare: null, exact: true, commonest: [] };

/** A healthy corpus of 100 documents. */
export function healthyValues(): MeasureValues {
  return {
    size: {
      documents: 100,
      tokens: 20_000,
      bytes: 110_000,
      unspacedShare: 0,
      lengths: [{ from: 192, documents: 100 }],
    },
    vocabulary: {
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
      byN: [2, 3, 4, 5].map((n) => ({
        n,
        total: 19_000,
        distinct: 18_050,
        exact: true,
        distinctShare: 0.95,
      })),
    },
    'copied-texts': { texts: [] },
    passages: { lines: NO_PASSAGES, paragraphs: NO_PASSAGES },
    'word-groups': { hapaxShare: null, types: 0, exact: true, documents: [], tokens: [] },
    'exact-duplicates': {
      documents: 100,
      distinct: 100,
      exact: true,
      clusters: [{ documents: 1, texts: 100 }],
    },
    identifiers: { documents: 100, repeated: 0, exact: true },
    slices: { sources: [], periods: [], labels: [], exact: true },
    overlap: overlapOf(DIVERSE),
    repetition: { share: replicated(0.005), repetitiveDocuments: 0, worst: [] },
    rhythm: { sentences: 900, meanLength: replicated(18), variation: replicated(0.7) },
  };
}

/** As many documents as asked for, with nothing in them that can be compared. */
export function emptyValues(documents: number): MeasureValues {
  const none = { n: 2, perMillion: null };
  return {
    size: {
      documents,
      tokens: 0,
      bytes: 0,
      unspacedShare: 0,
      lengths: documents === 0 ? [] : [{ from: 0, documents }],
    },
    vocabulary: { tokens: 0, types: 0, exact: true, spectrum: [], documentSpectrum: [], commonest: [] },
    'ngram-diversity': {
      byN: [2, 3, 4, 5].map((n) => ({ n, total: 0, distinct: 0, exact: true, distinctShare: null })),
    },
    'copied-texts': { texts: [] },
    passages: { lines: NO_PASSAGES, paragraphs: NO_PASSAGES },
    'word-groups': { hapaxShare: null, types: 0, exact: true, documents: [], tokens: [] },
    'exact-duplicates': {
      documents,
      distinct: documents,
      exact: true,
      clusters: documents === 0 ? [] : [{ documents: 1, texts: documents }],
    },
    identifiers: { documents: 0, repeated: 0, exact: true },
    slices: { sources: [], periods: [], labels: [], exact: true },
    overlap: {
      windowWords: 150,
      byN: [none, { ...none, n: 3 }, { ...none, n: 4 }, { ...none, n: 5 }],
      sharedShare: null,
      phrases: [],
    },
    repetition: { share: null, repetitiveDocuments: 0, worst: [] },
    rhythm: { sentences: 0, meanLength: null, variation: null },
  };
}

/** One text in so many documents. */
export function constantValues(documents: number): MeasureValues {
  const empty = emptyValues(documents);
  return {
    ...empty,
    size: { ...empty.size, tokens: documents * 150 },
    'copied-texts': { texts: [] },
    passages: { lines: NO_PASSAGES, paragraphs: NO_PASSAGES },
    'word-groups': { hapaxShare: null, types: 0, exact: true, documents: [], tokens: [] },
    'exact-duplicates': { documents, distinct: 1, exact: true, clusters: [{ documents, texts: 1 }] },
  };
}
