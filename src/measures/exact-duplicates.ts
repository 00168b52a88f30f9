import { distinctKeys } from '../sketches/distinct-keys.ts';
import { addKey, entryAt, isExact, sortedSlots } from '../sketches/key-table.ts';
import { countMeasure } from './measure.ts';

/** How many documents have a text that another one has. */
export interface ExactDuplicatesValue {
  readonly documents: number;
  /** Number of distinct texts: exact, or the estimate from the sample of texts. */
  readonly distinct: number;
  readonly exact: boolean;
  /** Cluster sizes of the texts held: `texts` of them occur in `documents` documents. Ascending. */
  readonly clusters: readonly { readonly documents: number; readonly texts: number }[];
}

export const exactDuplicates = countMeasure({
  kind: 'count',
  id: 'exact-duplicates',
  version: 1,
  explanation: {
    measures: 'How many documents have a text that another one has, and how many documents share each text.',
    formula:
      'Documents less distinct texts; texts are told apart by the SHA-256 of their normal form, of which 64 bits are used.',
    reading: 'Copies add size and nothing else.',
    moves:
      'Nothing but copies: case and punctuation tell texts apart, white space and the encoding of accents do not.',
    silence: 'Never. Where distinct texts are too many to be kept, their number is estimated (exact: false).',
    source: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better, arXiv:2107.06499.',
  },
  tables: { texts: { capacity: 'texts', documentFrequency: false, texts: false } },
  totals: {},
  fill({ contentHigh, contentLow, ordinal }, { tables }) {
    addKey(tables.texts, contentHigh, contentLow, ordinal);
  },
  snapshot({ tables: { texts } }): ExactDuplicatesValue {
    const clusters = new Map<number, number>();
    for (const slot of sortedSlots(texts)) {
      const { count } = entryAt(texts, slot);
      clusters.set(count, (clusters.get(count) ?? 0) + 1);
    }
    return {
      documents: texts.total,
      distinct: distinctKeys(texts).value,
      exact: isExact(texts),
      clusters: [...clusters]
        .toSorted(([a], [b]) => a - b)
        .map(([documents, number]) => ({ documents, texts: number })),
    };
  },
});
