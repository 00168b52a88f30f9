import type { KeyTable } from '../sketches/key-table.ts';
import { addKey, entryAt, isExact, setKeyText, sortedSlots } from '../sketches/key-table.ts';
import type { Passage } from '../text/passages.ts';
import { forEachPassage } from '../text/passages.ts';
import { wordAt } from '../text/tokenizer.ts';
import type { Tokens } from '../text/tokens.ts';
import type { DocumentView } from './measure.ts';
import { countMeasure } from './measure.ts';

/** The lines and paragraphs of a corpus, told apart by their words alone. */
export interface PassagesValue {
  readonly lines: PassageCount;
  readonly paragraphs: PassageCount;
}

interface PassageCount {
  readonly total: number;
  /** Share of them that stand in two documents or more; of the sample where not exact. Null without any. */
  readonly sharedShare: number | null;
  readonly exact: boolean;
  /** Those in most documents, at most 10, in lower case without punctuation. */
  readonly commonest: readonly CommonPassage[];
}

interface CommonPassage {
  readonly words: string;
  readonly count: number;
  readonly documents: number;
}

const SAMPLED = { capacity: 'passages', documentFrequency: true, texts: true } as const;
const COMMONEST = 10;
const QUOTE_LENGTH = 200;

export const passages = countMeasure({
  kind: 'count',
  id: 'passages',
  version: 1,
  tables: { lines: SAMPLED, paragraphs: SAMPLED },
  totals: {},
  fill(document, { tables }) {
    forEachPassage(document.tokens, 'line', (line) => add(tables.lines, document, line));
    forEachPassage(document.tokens, 'paragraph', (paragraph) => add(tables.paragraphs, document, paragraph));
  },
  snapshot({ tables }): PassagesValue {
    return { lines: countOf(tables.lines), paragraphs: countOf(tables.paragraphs) };
  },
});

function add(table: KeyTable, { tokens, ordinal }: DocumentView, { first, end, high, low }: Passage): void {
  const slot = addKey(table, high, low, ordinal);
  if (slot >= 0 && table.counts[slot] === 1) setKeyText(table, slot, wordsOf(tokens, first, end));
}

function wordsOf(tokens: Tokens, first: number, end: number): string {
  let words = '';
  for (let index = first; index < end && words.length < QUOTE_LENGTH; index++)
    words += (index === first ? '' : ' ') + wordAt(tokens, index);
  return words;
}

function countOf(table: KeyTable): PassageCount {
  const entries = [...sortedSlots(table)].map((slot) => entryAt(table, slot));
  const held = entries.reduce((sum, { count }) => sum + count, 0);
  const shared = entries.filter(({ frequency }) => frequency > 1);
  return {
    total: table.total,
    sharedShare: held === 0 ? null : shared.reduce((sum, { count }) => sum + count, 0) / held,
    exact: isExact(table),
    commonest: shared
      .toSorted((a, b) => b.frequency - a.frequency || b.count - a.count)
      .slice(0, COMMONEST)
      .map(({ text = '', count, frequency }) => ({ words: text, count, documents: frequency })),
  };
}
