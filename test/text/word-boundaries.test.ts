import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentWords } from '../../src/text/word-boundaries.ts';
import { someText } from './arbitraries.ts';
import { readBreakTests } from './break-test-file.ts';

describe('segmentWords', () => {
  it('passes every word break test of Unicode 15.0', () => {
    const cases = readBreakTests('WordBreakTest.txt');
    expect(cases).toHaveLength(1823);
    const failed = cases.filter((pieces) => segmentWords(pieces.join('')).join('÷') !== pieces.join('÷'));
    expect(failed).toEqual([]);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(
        someText,
        (text) => segmentWords(text).join('') === text && !segmentWords(text).includes(''),
      ),
    );
  });

  it('keeps links between letters or digits and cuts them off elsewhere', () => {
    expect(segmentWords("can't 3.14 a_b U.S. ’n’ x:y 1:2")).toEqual([
      "can't",
      ' ',
      '3.14',
      ' ',
      'a_b',
      ' ',
      'U.S',
      '.',
      ' ',
      '’',
      'n',
      '’',
      ' ',
      'x:y',
      ' ',
      '1',
      ':',
      '2',
    ]);
    expect(segmentWords('א\' א"א א"')).toEqual(["א'", ' ', 'א"א', ' ', 'א', '"']);
  });

  it('treats a lone surrogate as any other character', () => {
    expect(segmentWords('a\ud800\u0301b\udc00')).toEqual(['a', '\ud800\u0301', 'b', '\udc00']);
  });

  const million = 1_000_000;
  it.each([
    ['combining marks', `a${'\u0301'.repeat(million)}`, 1],
    ['a link before marks', `a:${'\u0301'.repeat(million)}`, 2],
    ['apostrophes', `a${"'".repeat(million)}b`, million + 2],
    ['links', 'a:'.repeat(million / 2), 2],
    ['regional indicators', '🇩'.repeat(million), million / 2],
  ])('takes linear time on a million %s', (_, text, count) => {
    const start = performance.now();
    expect(segmentWords(text)).toHaveLength(count);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
