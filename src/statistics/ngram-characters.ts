import type { NgramClasses } from './ngram-classes.ts';
import { ONCE } from './ngram-classes.ts';
import type { WordSpans } from './word-spans.ts';

/**
 * The characters (UTF-16 units) that the commonest n-gram has with single spaces between its words, times how often
 * it occurs. The first to occur counts among equally common ones, and in a text without repetition that is its first
 * n-gram. Overlapping occurrences count in full. Null without an n-gram.
 */
export function topNgramCharacters({ n, classes, counts }: NgramClasses, words: WordSpans): number | null {
  if (classes.length === 0) return null;
  let commonest = ONCE;
  let count = 1;
  for (let number = 0; number < counts.length; number += 1) {
    if ((counts[number] as number) <= count) continue;
    commonest = number;
    count = counts[number] as number;
  }
  const first = Math.max(0, classes.indexOf(commonest));
  return count * (wordCharacters(words, first, n) + spaces(words, first, n));
}

/**
 * The characters (UTF-16 units) of the words of repeated n-grams. Reading from the first word on, an n-gram that was
 * met before adds the characters of its words, and reading goes on behind it; another is remembered, and reading goes
 * on one word further. Null without an n-gram.
 */
export function duplicateNgramCharacters(ngrams: NgramClasses, words: WordSpans): number | null {
  const { n, classes, counts } = ngrams;
  if (classes.length === 0) return null;
  const met = new Uint8Array(counts.length);
  let characters = 0;
  let index = 0;
  while (index < classes.length) {
    const number = classes[index] as number;
    if (number !== ONCE && met[number] === 1) {
      characters += wordCharacters(words, index, n);
      index += n;
    } else {
      if (number !== ONCE) met[number] = 1;
      index += 1;
    }
  }
  return characters;
}

/** The characters of `n` words from `first` on, of which those that two words share count once. */
function wordCharacters({ starts, ends }: WordSpans, first: number, n: number): number {
  let characters = 0;
  let covered = 0;
  for (let index = first; index < first + n; index += 1) {
    characters += (ends[index] as number) - Math.max(covered, starts[index] as number);
    covered = ends[index] as number;
  }
  return characters;
}

/** Between `n` words from `first` on, how many pairs of neighbours do not overlap. */
function spaces({ starts, ends }: WordSpans, first: number, n: number): number {
  let gaps = 0;
  for (let index = first + 1; index < first + n; index += 1) {
    if ((starts[index] as number) >= (ends[index - 1] as number)) gaps += 1;
  }
  return gaps;
}
