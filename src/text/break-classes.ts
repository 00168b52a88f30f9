/**
 * Word_Break values of Unicode 15.0 (UAX #29), with the pictographs that WB3c needs and the surrogate code points.
 * The order is meaningful: the tokenizer's fast path compares these numbers.
 */
export const wordBreak = {
  other: 0,
  space: 1,
  carriageReturn: 2,
  lineFeed: 3,
  newline: 4,
  pictograph: 5,
  midLetter: 6,
  midNumber: 7,
  midNumberLetter: 8,
  singleQuote: 9,
  doubleQuote: 10,
  letter: 11,
  numeric: 12,
  connector: 13,
  katakana: 14,
  hebrewLetter: 15,
  letterPictograph: 16,
  extend: 17,
  joiner: 18,
  format: 19,
  regionalIndicator: 20,
  surrogate: 21,
} as const;

/** An entry of the word table is a Word_Break value (low five bits) with these flags. */
export const wordFlags = {
  breakMask: 31,
  /** General_Category L* or N*: what makes a segment a word. */
  wordlike: 32,
  /** A letter of a script written without spaces, whose segments are paired. */
  unspaced: 64,
  /** May not be in NFC: it composes, decomposes or can be reordered. */
  unsettled: 128,
} as const;

/** Sentence_Break values of Unicode 15.0 (UAX #29). */
export const sentenceBreak = {
  other: 0,
  carriageReturn: 1,
  lineFeed: 2,
  separator: 3,
  extend: 4,
  format: 5,
  space: 6,
  lower: 7,
  upper: 8,
  otherLetter: 9,
  numeric: 10,
  ambiguousTerminator: 11,
  continuation: 12,
  terminator: 13,
  close: 14,
} as const;

/** An entry of the composition table: the combining class (0–240), or this when NFC_Quick_Check is not Yes. */
export const COMPOSES = 255;
