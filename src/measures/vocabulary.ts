import type { KeyTable } from '../sketches/key-table.ts';
import { addKeys, distinctKeys, entryAt, isExact, setKeyText, sortedSlots } from '../sketches/key-table.ts';
import { wordAt } from '../text/tokenizer.ts';
import { countMeasure } from './measure.ts';

/** The word types of a corpus and how often each occurs. */
export interface VocabularyValue {
  readonly tokens: number;
  /** Number of types: exact, or the estimate from the sample of types. */
  readonly types: number;
  readonly exact: boolean;
  /** The frequency spectrum of the types held: `types` of them occur `frequency` times. Ascending. */
  readonly spectrum: readonly SpectrumRow[];
  /** The same by number of documents instead of occurrences. */
  readonly documentSpectrum: readonly SpectrumRow[];
  /** The most frequent types, at most 20, most frequent first. */
  readonly commonest: readonly {
    readonly word: string;
    readonly count: number;
    readonly documents: number;
  }[];
}

export interface SpectrumRow {
  readonly frequency: number;
  readonly types: number;
}

const COMMONEST = 20;

export const vocabulary = countMeasure({
  kind: 'count',
  id: 'vocabulary',
  version: 1,
  tables: { words: { capacity: 'vocabulary', documentFrequency: true, texts: true } },
  totals: {},
  fill({ tokens, ordinal }, { tables }) {
    const { words } = tables;
    addKeys(words, tokens, ordinal, (slot, index) => setKeyText(words, slot, wordAt(tokens, index)));
  },
  snapshot({ tables: { words } }): VocabularyValue {
    const order = sortedSlots(words);
    return {
      tokens: words.total,
      types: distinctKeys(words).value,
      exact: isExact(words),
      spectrum: spectrumOf(order, words.counts),
      documentSpectrum: spectrumOf(order, words.frequencies),
      commonest: commonest(words, order),
    };
  },
});

function spectrumOf(order: Uint32Array, counts: Float64Array): readonly SpectrumRow[] {
  const types = new Map<number, number>();
  for (const slot of order) {
    const frequency = counts[slot] as number;
    types.set(frequency, (types.get(frequency) ?? 0) + 1);
  }
  return [...types]
    .toSorted(([a], [b]) => a - b)
    .map(([frequency, number]) => ({ frequency, types: number }));
}

function commonest(words: KeyTable, order: Uint32Array): VocabularyValue['commonest'] {
  const counts = words.counts;
  return [...order]
    .toSorted((a, b) => (counts[b] as number) - (counts[a] as number))
    .slice(0, COMMONEST)
    .map((slot) => {
      const entry = entryAt(words, slot);
      return { word: entry.text ?? '', count: entry.count, documents: entry.frequency };
    });
}
