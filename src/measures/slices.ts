import { periodOfDate } from '../calendar-date.ts';
import { distinctKeys } from '../sketches/distinct-keys.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { addKeyCounts, entryAt, isExact, sortedSlots } from '../sketches/key-table.ts';
import { hashWord } from '../text/hash.ts';
import type { DocumentView } from './measure.ts';
import { countMeasure } from './measure.ts';

/** The documents that share a source, a period or a label. */
export interface Slice {
  readonly name: string;
  readonly documents: number;
  readonly tokens: number;
}

export interface SlicesValue {
  /** Largest first. A document that does not say belongs to no slice. */
  readonly sources: readonly Slice[];
  /** By month of the date, `2025-03`, or by year where the date says no more. */
  readonly periods: readonly Slice[];
  readonly labels: readonly Slice[];
  readonly names: {
    readonly sources: SliceNames;
    readonly periods: SliceNames;
    readonly labels: SliceNames;
  };
}

/** How many names there are. Where the number is not exact it is estimated, and the slices are a sample of them. */
export interface SliceNames {
  readonly number: number;
  readonly exact: boolean;
}

const NAMES = { capacity: 'names', documentFrequency: true, texts: true, metadata: true } as const;

export const slices = countMeasure({
  kind: 'count',
  id: 'slices',
  version: 2,
  explanation: {
    measures: 'The documents and words of each source, month and label.',
    formula:
      'Plain counts by the fields of the documents; dates count by month, or by year where they say no more.',
    reading: 'A source with most of the words speaks for the corpus.',
    moves: 'The fields alone. Copies count.',
    silence:
      'Where no document has the field. Where names are too many to be kept, those of smallest hash stand for all (exact: false).',
    source: 'Ours.',
  },
  tables: { sources: NAMES, periods: NAMES, labels: NAMES },
  totals: {},
  fill(document, { tables }) {
    addTo(tables.sources, document.source, document);
    addTo(tables.periods, periodOfDate(document.date) ?? '', document);
    addTo(tables.labels, document.label, document);
  },
  snapshot({ tables }): SlicesValue {
    return {
      sources: slicesOf(tables.sources),
      periods: slicesOf(tables.periods),
      labels: slicesOf(tables.labels),
      names: {
        sources: namesOf(tables.sources),
        periods: namesOf(tables.periods),
        labels: namesOf(tables.labels),
      },
    };
  },
});

/** Counts hold words and documents together, because a document without words must still leave a trace. */
function addTo(table: KeyTable, name: string, document: DocumentView): void {
  if (name === '') return;
  const { high, low } = hashWord(name);
  addKeyCounts(table, { high, low, count: document.tokens.count + 1, frequency: 1, text: name });
}

function namesOf(table: KeyTable): SliceNames {
  return { number: distinctKeys(table).value, exact: isExact(table) };
}

function slicesOf(table: KeyTable): readonly Slice[] {
  return [...sortedSlots(table)]
    .map((slot) => entryAt(table, slot))
    .map(({ text = '', count, frequency }) => ({
      name: text,
      documents: frequency,
      tokens: count - frequency,
    }))
    .toSorted((a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1));
}
