import { mixNgram, nextHigh, nextLow } from './ngrams.ts';
import type { Tokens, WordHashes } from './tokens.ts';

/** Words `first` to `end` (exclusive) of a text, and the n-gram hash of all of them (`ngrams.ts`). */
export interface Passage {
  first: number;
  end: number;
  high: number;
  low: number;
}

/**
 * Walks the lines of a text that hold a word, or its paragraphs, which blank lines part. Passages of the same words
 * have the same hash, whatever their case and punctuation. The object given to `visit` is reused.
 */
export function forEachPassage(
  tokens: Tokens,
  kind: 'line' | 'paragraph',
  visit: (passage: Readonly<Passage>) => void,
): void {
  const passage: Passage = { first: 0, end: 0, high: 0, low: 0 };
  const breakAfter = breakFinder(tokens.text, kind);
  for (let index = 0; index < tokens.count; index++) {
    const starts =
      index === 0 || breakAfter(tokens.ends[index - 1] as number, tokens.starts[index] as number);
    if (starts && index > 0) visit(passage);
    if (starts) beginAt(passage, tokens, index);
    else addWord(passage, tokens, index);
  }
  if (tokens.count > 0) visit(passage);
}

/** Tells whether a line, or a paragraph, ends between two places, which must not decrease from call to call. */
function breakFinder(text: string, kind: 'line' | 'paragraph'): (from: number, to: number) => boolean {
  let newline = text.indexOf('\n');
  return (from, to) => {
    while (newline >= 0 && newline < from) newline = text.indexOf('\n', newline + 1);
    if (newline < 0 || newline >= to) return false;
    if (kind === 'line') return true;
    const next = text.indexOf('\n', newline + 1);
    return next >= 0 && next < to;
  };
}

function beginAt(passage: Passage, words: WordHashes, index: number): void {
  passage.first = index;
  passage.end = index + 1;
  passage.high = words.high[index] as number;
  passage.low = words.low[index] as number;
}

function addWord(passage: Passage, words: WordHashes, index: number): void {
  const mixed = mixNgram(passage.high, passage.low, words.low[index] as number);
  passage.low = nextLow(passage.low, mixed, words.high[index] as number);
  passage.high = nextHigh(mixed, passage.low);
  passage.end = index + 1;
}
