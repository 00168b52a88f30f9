import { hash } from 'node:crypto';

/** What a sample without text keeps of an excerpt: enough for every figure, and nothing that could be quoted. */
export interface ExcerptHashes {
  /** The 64-bit hashes of the words of the excerpt, in order, as two halves. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** The excerpt's beginning that holds the short number of words; the same as `whole` where there is no more. */
  readonly short: ExcerptPart;
  readonly whole: ExcerptPart;
}

export interface ExcerptPart {
  /** `markOf` its text. */
  readonly mark: string;
  /** Its words are the first so many of the excerpt. */
  readonly words: number;
  /** Words of each of its sentences that has any. */
  readonly sentenceLengths: readonly number[];
}

const MARK_DIGITS = 16;

/**
 * The first 16 hexadecimal digits of the SHA-256 of a text, which is given as UTF-8. Excerpts of one content, which differ in white
 * space alone, are put in order by it, so that the order is the same with the text and without it.
 */
export function markOf(text: Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, MARK_DIGITS);
}

/** What is kept of the excerpt's beginning that holds the short number of words. */
export function shortened(hashes: ExcerptHashes): ExcerptHashes {
  const { high, low, short, whole } = hashes;
  if (short.mark === whole.mark) return hashes;
  return { high: high.slice(0, short.words), low: low.slice(0, short.words), short, whole: short };
}
