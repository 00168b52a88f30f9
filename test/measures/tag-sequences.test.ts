import { describe, expect, it } from 'vitest';
import { commonTagSequences } from '../../src/measures/tag-sequences.ts';

/** One tag a letter, and the same letters in lower case as words. */
function tagged(letters: string) {
  return { tags: Array.from(letters), tokens: Array.from(letters.toLowerCase()) };
}

describe('common sequences of tags', () => {
  it('are those that most texts have, with where they first stand', () => {
    const { templates, occurrences } = commonTagSequences(['ABCABC', 'XABC', 'XAB'].map(tagged), 2, 2);
    expect(templates).toEqual([
      { tags: 'A B', quote: 'a b', texts: 3, holders: [0, 1, 2] },
      { tags: 'B C', quote: 'b c', texts: 2, holders: [0, 1] },
    ]);
    expect(occurrences).toEqual([4, 2, 1]);
  });

  it('are shared by two texts at least: one that repeats itself has none', () => {
    expect(commonTagSequences(['ABABAB', 'CDE', ''].map(tagged), 2, 9)).toEqual({
      templates: [],
      occurrences: [0, 0, 0],
    });
  });
});
