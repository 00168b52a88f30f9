import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentSentences, sentenceEnds } from '../../src/text/sentence-boundaries.ts';
import { sentenceLengths } from '../../src/text/sentences.ts';
import { createTokenizer } from '../../src/text/tokenizer.ts';
import { someText } from './arbitraries.ts';
import { readBreakTests } from './break-test-file.ts';

const lengthsOf = (text: string, limit?: number): number[] =>
  sentenceLengths(createTokenizer().tokenize(text, limit));

describe('segmentSentences', () => {
  it('passes every sentence break test of Unicode 15.0', () => {
    const cases = readBreakTests('SentenceBreakTest.txt');
    expect(cases).toHaveLength(502);
    const failed = cases.filter((pieces) => segmentSentences(pieces.join('')).join('÷') !== pieces.join('÷'));
    expect(failed).toEqual([]);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(
        someText,
        (text) => segmentSentences(text).join('') === text && !segmentSentences(text).includes(''),
      ),
    );
  });

  it('stops early without changing what it found', () => {
    fc.assert(
      fc.property(someText, fc.nat(40), (text, from) => {
        const ends = sentenceEnds(text, from);
        expect(ends).toEqual(sentenceEnds(text).slice(0, ends.length));
        expect(ends.at(-1) ?? 0).toBeGreaterThanOrEqual(Math.min(from, text.length));
      }),
    );
  });

  it('takes linear time whatever the look-ahead', () => {
    const texts = [
      '. '.repeat(500_000),
      `.${' 1'.repeat(500_000)}`,
      '.('.repeat(500_000),
      '.1 '.repeat(300_000),
    ];
    const start = performance.now();
    for (const text of texts) expect(segmentSentences(text).join('')).toHaveLength(text.length);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('sentenceLengths', () => {
  it('counts the words of the sentences that have any', () => {
    expect(lengthsOf('One two. Three! ... Four five six?\n\n– – –\nSeven')).toEqual([2, 1, 3, 1]);
    expect(lengthsOf('Prices rose 3.5 percent, etc. and fell.')).toEqual([7]);
    expect(lengthsOf('東京は。人')).toEqual([2, 1]);
    expect(lengthsOf('')).toEqual([]);
    expect(lengthsOf('...')).toEqual([]);
  });

  it('stops at the limit', () => {
    expect(lengthsOf('One two. Three four five. Six.', 4)).toEqual([2, 2]);
  });

  it('accounts for every word', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const total = lengthsOf(text).reduce((sum, length) => sum + length, 0);
        expect(total).toBe(createTokenizer().tokenize(text).count);
      }),
    );
  });
});
