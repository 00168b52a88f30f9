import { describe, expect, it, test } from 'vitest';
import { displayWidth, limitText, padText, truncateText, wrapText } from '../../src/report/display-width.ts';
import { printableText } from '../../src/report/printable-text.ts';
import { bytesText, countedText, countText, quantityText } from '../../src/report/quantity-text.ts';
import { rendererOf } from '../../src/report/registry.ts';
import type { Quantity } from '../../src/statistics/quantity.ts';

describe('quantities', () => {
  it.each<[Quantity, string]>([
    [
      { value: 0.1791, unit: 'per-million', interval: [0.1441, 0.2233], documents: 1 },
      '0.179 per million (0.144 to 0.223)',
    ],
    [
      { value: 26.31, unit: 'per-million', interval: [21.9, 31.6], documents: 1 },
      '26.3 per million (21.9 to 31.6)',
    ],
    [
      { value: 529.4, unit: 'per-million', interval: [509, 550], documents: 1 },
      '529 per million (509 to 550)',
    ],
    [{ value: 0.412, unit: 'share', interval: [0.381, 0.44], documents: 1 }, '41.2 % (38.1 to 44.0)'],
    [{ value: 0.06, unit: 'share', documents: 1 }, '6 %'],
    [{ value: 1_234_567, unit: 'documents', documents: 1 }, '1,234,567 documents'],
    [{ value: 1, unit: 'tokens', documents: 1 }, '1 token'],
    [{ value: 92.381, unit: 'points', interval: [92.19, 92.56], documents: 1 }, '92.4 points (92.2 to 92.6)'],
    [{ value: 19.44, unit: 'tokens-per-sentence', documents: 1 }, '19.4 tokens a sentence'],
    [{ value: 0.5, unit: 'ratio', interval: [0.5, 0.5], documents: 1 }, '0.500 (0.500 to 0.500)'],
    [{ value: -0.000_000_01, unit: 'ratio', documents: 1 }, '0.0000'],
    [
      { value: 200_000, unit: 'per-million', interval: [200_000 - 1e-9, 200_000 + 1e-9], documents: 1 },
      '200,000 per million (200,000 to 200,000)',
    ],
    [
      { value: 0.767_241, unit: 'share', interval: [0.767_241 - 1e-12, 0.767_241], documents: 1 },
      '76.72 % (76.72 to 76.72)',
    ],
    [{ value: 1e300, unit: 'tokens', documents: 1 }, '1.00e+300 tokens'],
    [{ value: Number.NaN, unit: 'ratio', documents: 1 }, 'not known'],
  ])('%j reads %s', (quantity, text) => {
    expect(quantityText(quantity)).toBe(text);
  });

  test('counts and bytes', () => {
    expect(countText(1000)).toBe('1,000');
    expect(countedText(1, 'document', 'documents')).toBe('1 document');
    expect([0, 1, 999, 1000, 999_600, 5.97e6, 3e15].map(bytesText)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '1 MB',
      '5.97 MB',
      '3,000 TB',
    ]);
  });
});

describe('printable text', () => {
  it.each([
    ['a\n\r\n\tb\u2028c\u00a0 d', 'a b c d'],
    ['\u001b[31m', '\\u001b[31m'],
    ['\u202e\u200b\ufeff\u{e0041}\ud800', '\\u202e\\u200b\\ufeff\\u{e0041}\\ud800'],
    ['e\u0301\u0302\u0303\u0304\u0305\u0306', 'e\u0301\u0302\u0303\u0304'],
    [
      'می\u200cخواهم क\u094d\u200dष 👨\u200d👩\u200d👧 ❤\ufe0f',
      'می\u200cخواهم क\u094d\u200dष 👨\u200d👩\u200d👧 ❤\ufe0f',
    ],
    ['\u200da\u200c', '\\u200da\\u200c'],
  ])('%j becomes %j', (text, shown) => {
    expect(printableText(text)).toBe(shown);
  });
});

describe('display width', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    ['한국', 4],
    ['🙂', 2],
    ['“→”', 3],
  ])('%s takes %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('cuts, fills, wraps and limits by columns', () => {
    expect(truncateText('漢字漢字', 5)).toBe('漢字…');
    expect(truncateText('abc', 0)).toBe('');
    expect(padText('漢', 4)).toBe('漢  ');
    expect(wrapText('one two  three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('漢字漢字', 3)).toEqual(['漢', '字', '漢', '字']);
    expect(limitText('one two three four', 9, 2)).toEqual(['one two', 'three fo…']);
  });
});

test('a renderer is chosen by the ending of a path', () => {
  expect(rendererOf('a/REPORT.JSON')?.id).toBe('json');
  expect(rendererOf('a.md')?.id).toBe('markdown');
  expect(rendererOf('a.xml')?.id).toBe('junit');
  expect(rendererOf('a.svg')?.id).toBe('badge');
  expect(['a.htm.txt', 'a.pdf', 'json', ''].map(rendererOf)).toEqual([null, null, null, null]);
});
