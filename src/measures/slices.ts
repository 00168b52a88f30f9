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
  /** By month of the date, `2025-03`. */
  readonly periods: readonly Slice[];
  readonly labels: readonly Slice[];
  /** Whether every source, period and label has its slice here. */
  readonly exact: boolean;
}

const NAMES = { capacity: 'names', documentFrequency: true, texts: true } as const;

export const slices = countMeasure({
  kind: 'count',
  id: 'slices',
  version: 1,
  tables: { sources: NAMES, periods: NAMES, labels: NAMES },
  totals: {},
  fill(document, { tables }) {
    addTo(tables.sources, document.source, document);
    addTo(tables.periods, periodOf(document.date), document);
    addTo(tables.labels, document.label, document);
  },
  snapshot({ tables }): SlicesValue {
    return {
      sources: slicesOf(tables.sources),
      periods: slicesOf(tables.periods),
      labels: slicesOf(tables.labels),
      exact: isExact(tables.sources) && isExact(tables.periods) && isExact(tables.labels),
    };
  },
});

/** The month of a date that begins with year and month as ISO 8601 has them, else the empty string. */
export function periodOf(date: string): string {
  return /^\d{4}-(?:0[1-9]|1[0-2])(?!\d)/u.test(date) ? date.slice(0, 7) : '';
}

/** Counts hold words and documents together, because a document without words must still leave a trace. */
function addTo(table: KeyTable, name: string, document: DocumentView): void {
  if (name === '') return;
  const { high, low } = hashWord(name);
  addKeyCounts(table, { high, low, count: document.tokens.count + 1, frequency: 1, text: name });
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
