import { addKeys } from '../sketches/key-block.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { entryAt, isExact, setKeyText, sortedSlots } from '../sketches/key-table.ts';
import type { Passages } from '../text/passages.ts';
import { passagesOf } from '../text/passages.ts';
import { wordAt } from '../text/tokenizer.ts';
import type { Tokens } from '../text/tokens.ts';
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
  /** Absent where the profile holds no text. */
  readonly words?: string;
  readonly count: number;
  readonly documents: number;
}

const SAMPLED = { capacity: 'passages', documentFrequency: true, texts: true } as const;
const COMMONEST = 10;
const QUOTE_LENGTH = 100;

export const passages = countMeasure({
  kind: 'count',
  id: 'passages',
  version: 1,
  explanation: {
    measures: 'The lines and paragraphs of a corpus, and which of them stand in several documents.',
    formula:
      'Share = different passages that two documents or more have / different passages. Passages are told apart by their words in lower case.',
    reading: 'Menus, footers and licences are in many documents; a refrain or a quotation is in few.',
    moves:
      'The number of documents, since more of them have more chances to share a line; short lines, which agree by chance; how a text was broken into lines.',
    silence:
      'Without a line or a paragraph of words. Where they are too many to be kept, the share is that of a sample (exact: false).',
    source:
      'Duplicate lines and paragraphs: Rae et al. 2021, Scaling Language Models (Gopher), arXiv:2112.11446, appendix A; here between documents.',
  },
  tables: { lines: SAMPLED, paragraphs: SAMPLED },
  totals: {},
  fill({ tokens, ordinal }, { tables }) {
    const { lines, paragraphs } = passagesOf(tokens);
    addPassages(tables.lines, tokens, lines, ordinal);
    addPassages(tables.paragraphs, tokens, paragraphs, ordinal);
  },
  snapshot({ tables }): PassagesValue {
    return { lines: countOf(tables.lines), paragraphs: countOf(tables.paragraphs) };
  },
});

function addPassages(table: KeyTable, tokens: Tokens, found: Passages, ordinal: number): void {
  addKeys(table, found, ordinal, (slot, index) => setKeyText(table, slot, wordsOf(tokens, found, index)));
}

function wordsOf(tokens: Tokens, { firsts, ends }: Passages, passage: number): string {
  const first = firsts[passage] as number;
  const end = ends[passage] as number;
  let words = wordAt(tokens, first);
  for (let index = first + 1; index < end && words.length < QUOTE_LENGTH; index++)
    words += ` ${wordAt(tokens, index)}`;
  return words.slice(0, QUOTE_LENGTH);
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
      .map(({ text, count, frequency }) => ({
        ...(text === undefined ? {} : { words: text }),
        count,
        documents: frequency,
      })),
  };
}
