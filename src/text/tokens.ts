/** The words of a text as their hashes, in order; entries from `count` on mean nothing. */
export interface WordHashes {
  readonly count: number;
  /** The 64-bit hash of each word in normal form (`hash.ts`), as two halves. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/**
 * The words of one text as parallel arrays, the unit of everything that is counted.
 * The arrays belong to the tokenizer and are valid until its next call; entries from `count` on mean nothing.
 */
export interface Tokens extends WordHashes {
  readonly text: string;
  /** Where each word stands in `text`: UTF-16 offsets, end exclusive. Words of scripts without spaces overlap. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** How many of the words are pairs (or lone characters) of a script written without spaces. */
  readonly unspaced: number;
}

/** Cuts texts into words, reusing its buffers from text to text. */
export interface Tokenizer {
  /** At most `limit` words are cut, all of them when it is absent. */
  tokenize(text: string, limit?: number): Tokens;
}
