import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { wordDiff } from '../../src/compare/word-diff.ts';

describe('wordDiff', () => {
  test.each([
    ['a b c d', 'a b x d', { before: 'a b', removed: 'c', added: 'x', after: 'd' }],
    ['a b c', 'a b c d', { before: 'a b c', removed: '', added: 'd', after: '' }],
    ['a a a', 'a a', { before: 'a a', removed: 'a', added: '', after: '' }],
    ['', '__proto__ constructor', { before: '', removed: '', added: '__proto__ constructor', after: '' }],
    ['1 2 3 4 5 6 x 7', '1 2 3 4 5 6 y 7', { before: '3 4 5 6', removed: 'x', added: 'y', after: '7' }],
  ])('%j to %j', (old, fresh, expected) => {
    expect(wordDiff(old, fresh)).toEqual(expected);
  });

  it('is null where words are the same, whatever the white space', () => {
    expect(wordDiff('a  b\n', ' a b')).toBeNull();
  });

  it('is short, and turns round with its texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '\ud800', 'İ'), { maxLength: 40 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (old, fresh) => {
        const there = wordDiff(old, fresh);
        const back = wordDiff(fresh, old);
        expect(back?.removed).toBe(there?.added);
        expect(back?.added).toBe(there?.removed);
        expect((there?.added ?? '').split(' ').length).toBeLessThanOrEqual(13);
      }),
    );
  });
});
