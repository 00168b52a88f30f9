import { describe, expect, test } from 'vitest';
import { distinctiveWords } from '../../src/text/distinctive-words.ts';

describe('distinctiveWords', () => {
  test('are those that other texts do not have', () => {
    const texts = [
      ['dear', 'order', 'parcel', 'the'],
      ['dear', 'order', 'refund', 'the'],
    ];
    expect(distinctiveWords(texts, [], 1)).toEqual([['parcel'], ['refund']]);
  });

  test('count the background, and how often a word stands in the text', () => {
    const background = [['lamp'], ['lamp', 'oil'], ['lamp']];
    expect(distinctiveWords([['lamp', 'oil', 'wick', 'wick']], background, 2)).toEqual([['wick', 'oil']]);
  });

  test('are not common words, but where there is nothing else', () => {
    expect(distinctiveWords([['the', 'the', 'of', 'parcel']], [], 3)).toEqual([['parcel']]);
    expect(distinctiveWords([['the', 'of']], [], 3)).toEqual([['the', 'of']]);
  });

  test('may be hostile', () => {
    const hostile = ['constructor', '__proto__', '__key', 'toString', '\ud800', ''];
    const [words] = distinctiveWords([hostile], [['hasOwnProperty']], 9);
    expect(new Set(words)).toEqual(new Set(hostile));
  });

  test('are none for no text', () => {
    expect(distinctiveWords([], [['lamp']], 3)).toEqual([]);
    expect(distinctiveWords([[]], [], 3)).toEqual([[]]);
  });
});
