import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FinewebQuality } from '../../src/statistics/fineweb-quality.ts';
import { brokenFinewebRules, finewebQuality } from '../../src/statistics/fineweb-quality.ts';

const GOOD: FinewebQuality = {
  punctuatedLines: 1,
  shortLines: 0,
  duplicateLineCharacters: 0,
  lineBreaksPerWord: 0,
};

describe('finewebQuality', () => {
  test('is worked out by hand', () => {
    // Lines of 31, 30, 5 and 5 characters; 77 characters with 6 line feeds, of which 71 are not.
    const text = `${'x'.repeat(30)}.\n${'y'.repeat(30)}\n\n\nEnd!?\n\nEnd!?`;
    expect(text).toHaveLength(77);
    expect(finewebQuality(text, 4)).toEqual({
      punctuatedLines: 3 / 4,
      shortLines: 3 / 4,
      duplicateLineCharacters: 5 / 71,
      lineBreaksPerWord: 6 / 4,
    });
  });

  test('takes blank lines neither for duplicates nor for short lines', () => {
    const line = 'A line of more than thirty characters ends here.';
    const quality = finewebQuality(`${line}\n\n\n \n \n\t\n\t\n${line.replace('A', 'One')}\n\n`, 17);
    expect(quality?.shortLines).toBe(0);
    expect(quality?.duplicateLineCharacters).toBe(0);
    expect(quality?.punctuatedLines).toBe(1);
  });

  test.each(['.', '!', '?', '"', "'", '”', '’', '…', '。', '？', '।', '؟', '።', '𑁇'])(
    'knows %s as the end of a line',
    (mark) => {
      expect(finewebQuality(`abc${mark}\r\nabc`, 2)?.punctuatedLines).toBe(1 / 2);
    },
  );

  test.each([',', ':', ')', '-', 'x', '\ud800'])('does not take %j for the end of a sentence', (mark) => {
    expect(finewebQuality(`abc${mark}`, 1)?.punctuatedLines).toBe(0);
  });

  test('is absent for a blank text, and so are line breaks per word without a word', () => {
    expect(finewebQuality('', 0)).toBeNull();
    expect(finewebQuality(' \n\t\n', 0)).toBeNull();
    expect(finewebQuality('!\n!', 0)?.lineBreaksPerWord).toBeNull();
  });

  test('has finite shares for any text', () => {
    const piece = fc.constantFrom('constructor', '__proto__', '.', ' ', '\n', '\r', '\r\n', '\ud800');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const quality = finewebQuality(pieces.join(''), 3);
        if (quality === null) return;
        const shares = [quality.punctuatedLines, quality.shortLines, quality.duplicateLineCharacters];
        for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});

describe('brokenFinewebRules', () => {
  test.each([
    ['unpunctuated-lines', { punctuatedLines: 0.11 }, { punctuatedLines: 0.12 }],
    ['short-lines', { shortLines: 0.68 }, { shortLines: 0.67 }],
    ['duplicate-line-characters', { duplicateLineCharacters: 0.11 }, { duplicateLineCharacters: 0.1 }],
    ['line-breaks', { lineBreaksPerWord: 0.31 }, { lineBreaksPerWord: 0.3 }],
  ])('has %s beyond its limit and not at it', (rule, beyond, at) => {
    expect(brokenFinewebRules({ ...GOOD, ...beyond })).toEqual([rule]);
    expect(brokenFinewebRules({ ...GOOD, ...at })).toEqual([]);
  });

  test('lists the rules in the order in which datatrove tries them', () => {
    const quality = finewebQuality('a\n'.repeat(4), 4);
    expect(quality === null ? [] : brokenFinewebRules(quality)).toEqual([
      'unpunctuated-lines',
      'short-lines',
      'duplicate-line-characters',
      'line-breaks',
    ]);
  });

  test('has none where there is no word to count', () => {
    expect(brokenFinewebRules({ ...GOOD, lineBreaksPerWord: null })).toEqual([]);
  });
});
