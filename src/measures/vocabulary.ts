import { distinctKeys } from '../sketches/distinct-keys.ts';
import { addKeys } from '../sketches/key-block.ts';
import { countAt, frequencyAt } from '../sketches/key-slots.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { entryAt, isExact, setKeyText, sortedSlots } from '../sketches/key-table.ts';
import type { FrequencySpectrum } from '../statistics/frequency-spectrum.ts';
import { wordAt } from '../text/tokenizer.ts';
import { countMeasure } from './measure.ts';
import type { SpectrumStatistics } from './spectrum-statistics.ts';
import { spectrumStatistics } from './spectrum-statistics.ts';

/** The word types of a corpus and how often each occurs. */
export interface VocabularyValue {
  readonly tokens: number;
  /** Number of types: exact, or the estimate from the sample of types. */
  readonly types: number;
  readonly exact: boolean;
  /** The frequency spectrum of the types held: `types` of them occur `frequency` times. Ascending. */
  readonly spectrum: FrequencySpectrum;
  /** The same by number of documents instead of occurrences. */
  readonly documentSpectrum: FrequencySpectrum;
  /** What the spectrum of all types says. Null without types, and where only a sample of them is held. */
  readonly statistics: SpectrumStatistics | null;
  /** The most frequent types, at most 20, most frequent first. */
  readonly commonest: readonly CommonWord[];
}

export interface CommonWord {
  /** Absent where the profile holds no text. */
  readonly word?: string;
  readonly count: number;
  readonly documents: number;
}

const COMMONEST = 20;

export const vocabulary = countMeasure({
  kind: 'count',
  id: 'vocabulary',
  version: 1,
  explanation: {
    measures:
      'The different words (types) of a corpus, and how many of them occur once, twice, three times and so on: the frequency spectrum.',
    formula:
      'The number of types V, and V(i), the types that occur i times. Where they do not fit in memory, those of smallest hash are kept with their exact counts, and V is estimated from the greatest hash kept.',
    reading:
      'About half of a natural vocabulary occurs once. All estimates of richness, coverage and evenness start from the spectrum.',
    moves:
      'The number of words above all: types and their frequencies grow with it, so compare equal sizes, or the estimates made from them. Misspellings, names and numbers raise it.',
    silence:
      'Without a word. Where types are a sample (exact: false), the figures that need every type come from the sampled documents instead.',
    source:
      'Baayen 2001, Word Frequency Distributions, Kluwer; the sample of smallest hashes: Bar-Yossef et al. 2002, Counting Distinct Elements in a Data Stream.',
  },
  tables: { words: { capacity: 'vocabulary', documentFrequency: true, texts: true } },
  totals: {},
  fill({ tokens, ordinal }, { tables }) {
    const { words } = tables;
    addKeys(words, tokens, ordinal, (slot, index) => setKeyText(words, slot, wordAt(tokens, index)));
  },
  snapshot({ tables: { words } }): VocabularyValue {
    const order = sortedSlots(words);
    const spectrum = spectrumOf(order, (slot) => countAt(words.slots, slot));
    return {
      tokens: words.total,
      types: distinctKeys(words).value,
      exact: isExact(words),
      spectrum,
      documentSpectrum: spectrumOf(order, (slot) => frequencyAt(words.slots, slot)),
      statistics: isExact(words) ? spectrumStatistics(spectrum) : null,
      commonest: commonest(words, order),
    };
  },
});

function spectrumOf(order: Uint32Array, countsOf: (slot: number) => number): FrequencySpectrum {
  const types = new Map<number, number>();
  for (const slot of order) {
    const frequency = countsOf(slot);
    types.set(frequency, (types.get(frequency) ?? 0) + 1);
  }
  return [...types]
    .toSorted(([a], [b]) => a - b)
    .map(([frequency, number]) => ({ frequency, types: number }));
}

function commonest(words: KeyTable, order: Uint32Array): readonly CommonWord[] {
  return [...order]
    .toSorted((a, b) => countAt(words.slots, b) - countAt(words.slots, a))
    .slice(0, COMMONEST)
    .map((slot) => {
      const { text, count, frequency } = entryAt(words, slot);
      return { ...(text === undefined ? {} : { word: text }), count, documents: frequency };
    });
}
