/** Where two versions of a text first and last differ, in words. */
export interface WordDiff {
  /** Words before and behind the difference that both have. */
  readonly before: string;
  readonly after: string;
  readonly removed: string;
  readonly added: string;
}

const CONTEXT_WORDS = 4;
const MOST_WORDS = 12;

/**
 * What stands between the longest common beginning and the longest common end of two texts, cut into words at white
 * space. Null where their words are the same. Longer differences are cut and end in an ellipsis.
 */
export function wordDiff(old: string, fresh: string): WordDiff | null {
  const was = wordsOf(old);
  const is = wordsOf(fresh);
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  if (start === was.length && start === is.length) return null;
  return {
    before: was.slice(Math.max(0, start - CONTEXT_WORDS), start).join(' '),
    removed: shortened(was.slice(start, was.length - end)),
    added: shortened(is.slice(start, is.length - end)),
    after: was.slice(was.length - end, was.length - end + CONTEXT_WORDS).join(' '),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function shortened(words: readonly string[]): string {
  return words.length <= MOST_WORDS ? words.join(' ') : `${words.slice(0, MOST_WORDS).join(' ')} …`;
}
