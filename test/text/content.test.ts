import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, createContentHasher, normalizeContent } from '../../src/text/content.ts';
import { someText } from './arbitraries.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const WHITE_SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

describe('normalizeContent', () => {
  it('collapses every White_Space and nothing else', () => {
    expect(normalizeContent('\u0085a\u00a0 b\u2028\u2029c\r\n\td\u3000')).toBe('a b c d');
    expect(normalizeContent('a\u200bb\u001cc\ufeffd\u180ee')).toBe('a\u200bb\u001cc\ufeffd\u180ee');
    expect(normalizeContent(' \n ')).toBe('');
  });

  it('composes', () => {
    expect(normalizeContent('e\u0301 \u1112\u1161\u11ab \u212b')).toBe('é 한 Å');
  });

  it('equals NFC and a regular expression', () => {
    const hasher = createContentHasher();
    fc.assert(
      fc.property(someText, (text) => {
        const expected = text.normalize('NFC').replace(WHITE_SPACE, ' ').replace(/^ | $/gu, '');
        expect(normalizeContent(text)).toBe(expected);
        expect(contentHash(text).hex).toBe(sha256(expected));
        expect(hasher.hash(text)).toEqual(contentHash(text));
      }),
    );
  });

  it('leaves a flood of marks alone, which composing would take minutes over', () => {
    const flood = `a${'\u0301\u0323'.repeat(200_000)}`;
    expect(normalizeContent(flood)).toBe(flood);
  });
});

describe('contentHash', () => {
  it('is the SHA-256 of the normalised text', () => {
    expect(contentHash('abc').hex).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(contentHash(' ').hex).toEqual(contentHash('').hex);
    expect(contentHash('').hex).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(contentHash(' a\r\n\r\nb\tc ').hex).toBe(sha256('a b c'));
    expect(contentHash('cafe\u0301').hex).toEqual(contentHash('café\n').hex);
    expect(contentHash('é𝄞\u0301 ').textBytes).toBe(9);
  });

  it('gives the first 64 bits as numbers', () => {
    expect(contentHash('abc')).toMatchObject({ high: 0xba7816bf, low: 0x8f01cfea });
  });
});
