import { periodOfDate } from '../calendar-date.ts';
import type { SampledText } from '../sketches/document-sample.ts';
import { sampleMeasure } from './measure.ts';
import type { SampledDocument } from './sampled-corpus.ts';

/** Share of the distinct texts from which a slice is large. */
const LARGE_SHARE = 0.01;
/** Fewer texts than this would be chance. */
const FEWEST_TEXTS = 10;

/** A slice that many of the sampled texts belong to. */
export interface LargeSlice {
  readonly name: string;
  /** Share of the distinct texts that belong to it, and of their words. */
  readonly texts: number;
  readonly words: number;
}

export interface LargeSlicesValue {
  readonly sources: readonly LargeSlice[];
  readonly periods: readonly LargeSlice[];
  readonly labels: readonly LargeSlice[];
}

/**
 * The slices of at least a hundredth of the sampled texts. The table of names keeps a sample of the names by hash,
 * in which a slice of half the corpus may be missing; here none of that size can be.
 */
export const largeSlices = sampleMeasure({
  kind: 'sample',
  id: 'large-slices',
  version: 1,
  explanation: {
    measures: 'The sources, months and labels to which at least a hundredth of the distinct texts belong.',
    formula:
      'Share = sampled distinct texts of the slice / all sampled distinct texts, and the same for their words.',
    reading: 'Unlike the table of all slices it misses no large one, however many names there are.',
    moves: 'Copies do not count. The sample moves it by a few thousandths.',
    silence: 'Below ten texts of a slice.',
    source: 'Ours.',
  },
  snapshot({ documents }): LargeSlicesValue {
    return {
      sources: largest(documents, ({ source }) => source),
      periods: largest(documents, ({ date }) => periodOfDate(date) ?? ''),
      labels: largest(documents, ({ label }) => label),
    };
  },
});

function largest(
  documents: readonly SampledDocument[],
  nameOf: (text: SampledText) => string,
): readonly LargeSlice[] {
  const sums = new Map<string, { texts: number; words: number }>();
  let words = 0;
  for (const { entry } of documents) {
    const name = nameOf(entry.text);
    const sum = sums.get(name) ?? { texts: 0, words: 0 };
    sums.set(name, { texts: sum.texts + 1, words: sum.words + entry.text.words });
    words += entry.text.words;
  }
  const fewest = Math.max(FEWEST_TEXTS, documents.length * LARGE_SHARE);
  return [...sums]
    .filter(([name, { texts }]) => name !== '' && texts >= fewest)
    .map(([name, sum]) => ({
      name,
      texts: sum.texts / documents.length,
      words: sum.words / Math.max(1, words),
    }))
    .toSorted((a, b) => b.texts - a.texts || (a.name < b.name ? -1 : 1));
}
