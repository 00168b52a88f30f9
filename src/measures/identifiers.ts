import { distinctKeys } from '../sketches/distinct-keys.ts';
import { addKey, countOf, isExact } from '../sketches/key-table.ts';
import { hashWord } from '../text/hash.ts';
import { countMeasure } from './measure.ts';

/**
 * Whether the documents' own ids tell them apart. Beside them it keeps which id belongs to which text, half a hash of
 * each in one key, so that of two versions one can tell what was edited. Keys of smallest id hash are kept, so that
 * both versions keep the same ids.
 */
export interface IdentifiersValue {
  /** Documents that came with an id. */
  readonly documents: number;
  /** Documents whose id an earlier one has: exact, or estimated from the sample of ids. */
  readonly repeated: number;
  readonly exact: boolean;
}

export const identifiers = countMeasure({
  kind: 'count',
  id: 'identifiers',
  version: 2,
  explanation: {
    measures: 'Whether the ids that documents came with tell them apart.',
    formula:
      'Documents with an id, less different ids. For comparing versions it also keeps which id belongs to which text.',
    reading: 'Anything above 0 means that ids cannot be used to join or to drop documents.',
    moves: 'Ids alone, whatever the texts.',
    silence:
      'Documents without an id do not count. Where ids are too many to be kept, the number is estimated (exact: false).',
    source: 'Ours.',
  },
  tables: {
    ids: { capacity: 'texts', documentFrequency: false, texts: false },
    pairs: { capacity: 'texts', documentFrequency: false, texts: false },
  },
  totals: {},
  fill({ id, contentLow, ordinal }, { tables }) {
    if (id === '') return;
    const { high, low } = hashWord(id);
    addKey(tables.ids, high, low, ordinal);
    addKey(tables.pairs, high, contentLow, ordinal);
  },
  flawOf({ id }, { tables }) {
    if (id === '') return null;
    const { high, low } = hashWord(id);
    return countOf(tables.ids, high, low) > 1 ? 'ID_REPEATED' : null;
  },
  snapshot({ tables: { ids } }): IdentifiersValue {
    const distinct = Math.round(distinctKeys(ids).value);
    return { documents: ids.total, repeated: Math.max(0, ids.total - distinct), exact: isExact(ids) };
  },
});
