import { duplicatePieces, filledLines, paragraphs } from './duplicate-pieces.ts';
import { duplicateNgramCharacters, topNgramCharacters } from './ngram-characters.ts';
import { ngramClasses } from './ngram-classes.ts';
import type { WordSpans } from './word-spans.ts';
import { numberTypes } from './word-spans.ts';

/** The rules in the order in which they are tried, each with the share above which a document repeats too much. */
const LIMITS = [
  ['duplicate-paragraphs', 0.3],
  ['duplicate-paragraph-characters', 0.2],
  ['duplicate-lines', 0.3],
  ['duplicate-line-characters', 0.2],
  ['top-2-gram-characters', 0.2],
  ['top-3-gram-characters', 0.18],
  ['top-4-gram-characters', 0.16],
  ['duplicate-5-gram-characters', 0.15],
  ['duplicate-6-gram-characters', 0.14],
  ['duplicate-7-gram-characters', 0.13],
  ['duplicate-8-gram-characters', 0.12],
  ['duplicate-9-gram-characters', 0.11],
  ['duplicate-10-gram-characters', 0.1],
] as const;

const TOP = new Map<number, GopherRule>([
  [2, 'top-2-gram-characters'],
  [3, 'top-3-gram-characters'],
  [4, 'top-4-gram-characters'],
]);
const DUPLICATE = new Map<number, GopherRule>([
  [5, 'duplicate-5-gram-characters'],
  [6, 'duplicate-6-gram-characters'],
  [7, 'duplicate-7-gram-characters'],
  [8, 'duplicate-8-gram-characters'],
  [9, 'duplicate-9-gram-characters'],
  [10, 'duplicate-10-gram-characters'],
]);
const LONGEST = 10;

export type GopherRule = (typeof LIMITS)[number][0];

/** Every rule, in the order in which they are tried. */
export const GOPHER_RULES: readonly GopherRule[] = LIMITS.map(([rule]) => rule);

/** What a text gives for each rule, a share from 0 to 1. A rule is absent where the text is too short for it. */
export type GopherRepetition = ReadonlyMap<GopherRule, number>;

/**
 * How much one text repeats itself by the thirteen rules with which MassiveText was filtered, as datatrove computes
 * them. Linear in the length of the text.
 *
 * - Duplicate lines and paragraphs: second and further copies, divided by all lines or paragraphs.
 * - Their characters, and those of n-grams, are UTF-16 units and divided by those of the whole text.
 * - Top n-gram: the commonest one, its first occurrence included (`topNgramCharacters`); at most 1.
 * - Duplicate n-grams: those met before, n words at a time (`duplicateNgramCharacters`).
 *
 * Differences from datatrove: a blank line is no line (there, the empty piece after the last line break is one);
 * CR LF is a line break too; words are those given, where datatrove's include punctuation marks; and the characters
 * that overlapping words share count once.
 *
 * Rae and others 2021, "Scaling language models: methods, analysis & insights from training Gopher", table A1.
 */
export function gopherRepetition(text: string, words: WordSpans): GopherRepetition {
  const shares = new Map<GopherRule, number>();
  const ofText = (rule: GopherRule | undefined, characters: number | null): void => {
    if (rule === undefined || characters === null || text.length === 0) return;
    shares.set(rule, Math.min(1, characters / text.length));
  };
  const ofPieces = (kind: 'line' | 'paragraph', pieces: readonly string[]): void => {
    if (pieces.length === 0) return;
    const duplicates = duplicatePieces(pieces);
    shares.set(`duplicate-${kind}s`, duplicates.pieces / pieces.length);
    ofText(`duplicate-${kind}-characters`, duplicates.characters);
  };
  ofPieces('paragraph', paragraphs(text.trim()));
  ofPieces('line', filledLines(text));
  for (const ngrams of ngramClasses(numberTypes(text, words), LONGEST)) {
    const top = TOP.get(ngrams.n);
    const duplicate = DUPLICATE.get(ngrams.n);
    if (top !== undefined) ofText(top, topNgramCharacters(ngrams, words));
    if (duplicate !== undefined) ofText(duplicate, duplicateNgramCharacters(ngrams, words));
  }
  return shares;
}

/** The rules that a text breaks, in the order in which datatrove tries them: its reason is the first. */
export function brokenGopherRules(repetition: GopherRepetition): GopherRule[] {
  return LIMITS.filter(([rule, limit]) => (repetition.get(rule) ?? 0) > limit).map(([rule]) => rule);
}
