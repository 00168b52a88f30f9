import { duplicatePieces, filledLines } from './duplicate-pieces.ts';

/** Every rule, in the order in which they are tried. */
export const FINEWEB_RULES = [
  'unpunctuated-lines',
  'short-lines',
  'duplicate-line-characters',
  'line-breaks',
] as const;

export type FinewebRule = (typeof FINEWEB_RULES)[number];

/** How the lines of one text look. A line is one that is not blank; lengths are in UTF-16 units. */
export interface FinewebQuality {
  /** Share of the lines that end in punctuation. */
  readonly punctuatedLines: number;
  /** Share of the lines of at most 30 characters. */
  readonly shortLines: number;
  /** Characters of second and further copies of lines, divided by all characters but line feeds. */
  readonly duplicateLineCharacters: number;
  /** Line feeds divided by words, which may be above 1. Null without a word. */
  readonly lineBreaksPerWord: number | null;
}

const SHORT_LINE = 30;
/** What ends a sentence in any script, and the quotation marks and dots that may stand behind it. */
const FINAL_PUNCTUATION = /[\p{Sentence_Terminal}'"’”…]$/u;

const FEWEST_PUNCTUATED_LINES = 0.12;
const MOST_SHORT_LINES = 0.67;
/** That of the paper; the default of datatrove is 0.01. */
const MOST_DUPLICATE_LINE_CHARACTERS = 0.1;
const MOST_LINE_BREAKS_PER_WORD = 0.3;

/**
 * The shares of lines by which FineWeb was filtered, as datatrove computes them since it leaves blank lines out
 * (version 0.3.0; before, every blank line but the first was a duplicate and a short line).
 * Null for a text that is blank. Linear in the length of the text.
 *
 * `words` is how many words the text has; datatrove's words include punctuation marks, so that its ratio of line
 * breaks to words is smaller. A carriage return before a line feed belongs to the line break.
 *
 * Penedo and others 2024, "The FineWeb datasets", section 3.6.
 */
export function finewebQuality(text: string, words: number): FinewebQuality | null {
  const lines = filledLines(text);
  if (lines.length === 0) return null;
  const lineBreaks = text.split('\n').length - 1;
  const punctuated = lines.filter((line) => FINAL_PUNCTUATION.test(line.slice(-2))).length;
  const short = lines.filter((line) => line.length <= SHORT_LINE).length;
  return {
    punctuatedLines: punctuated / lines.length,
    shortLines: short / lines.length,
    duplicateLineCharacters: duplicatePieces(lines).characters / (text.length - lineBreaks),
    lineBreaksPerWord: words === 0 ? null : lineBreaks / words,
  };
}

/**
 * The rules that a text breaks, in the order in which datatrove tries them: fewer than 12 % of the lines end in
 * punctuation, more than 67 % are short, more than 10 % of the characters are in duplicates of lines (the figure of
 * the paper; datatrove's is 1 %), or there are more than 0.3 line breaks per word.
 */
export function brokenFinewebRules(quality: FinewebQuality): FinewebRule[] {
  const broken: FinewebRule[] = [];
  if (quality.punctuatedLines < FEWEST_PUNCTUATED_LINES) broken.push('unpunctuated-lines');
  if (quality.shortLines > MOST_SHORT_LINES) broken.push('short-lines');
  if (quality.duplicateLineCharacters > MOST_DUPLICATE_LINE_CHARACTERS)
    broken.push('duplicate-line-characters');
  if ((quality.lineBreaksPerWord ?? 0) > MOST_LINE_BREAKS_PER_WORD) broken.push('line-breaks');
  return broken;
}
