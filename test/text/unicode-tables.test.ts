import { describe, expect, it } from 'vitest';
import { wordFlags } from '../../src/text/break-classes.ts';
import { isComposed, lowerCase, normalForm } from '../../src/text/normal-form.ts';
import { isWordlike, lowerCaseOf, wordTable } from '../../src/text/unicode-tables.ts';

const codePoints = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter(
  (codePoint) => codePoint < 0xd800 || codePoint > 0xdfff,
);

describe('the Unicode tables', () => {
  it('agree with the runtime on the lower case of every character they know', () => {
    const different = codePoints.filter((codePoint) => {
      const lower = String.fromCodePoint(codePoint).toLowerCase();
      return isWordlike(codePoint) && lower !== String.fromCodePoint(lowerCaseOf(codePoint));
    });
    expect(different).toEqual([0x130]);
    expect(lowerCaseOf(0x130)).toBe(0x69);
  });

  it('agree with the runtime on letters and digits', () => {
    const wrong = codePoints.filter(
      (codePoint) => isWordlike(codePoint) && !/[\p{L}\p{N}]/u.test(String.fromCodePoint(codePoint)),
    );
    expect(wrong).toEqual([]);
    expect(isWordlike(0x301)).toBe(false);
  });

  it('call no character settled that the runtime composes or whose lower case is unsettled', () => {
    const table = wordTable();
    const settled = codePoints.filter((codePoint) => ((table[codePoint] ?? 0) & wordFlags.unsettled) === 0);
    const wrong = settled.filter((codePoint) => {
      const character = String.fromCodePoint(codePoint);
      return character.normalize('NFC') !== character || !isComposed(lowerCase(character));
    });
    expect(wrong).toEqual([]);
  });
});

describe('normalForm', () => {
  it.each([
    ['İstanbul', 'istanbul'],
    ['STRASSE', 'strasse'],
    ['Straße', 'straße'],
    ['ẞ', 'ß'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφοσ'],
    ['ﬁn', 'ﬁn'],
    ['E\u0301', 'é'],
    ['\u212b', 'å'],
    ['a\u0301\u0323', 'ạ\u0301'],
    ['\u1112\u1161\u11ab', '한'],
    ['𐐀', '𐐨'],
    ['__proto__', '__proto__'],
  ])('of %s is %s', (word, expected) => {
    expect(normalForm(word)).toBe(expected);
  });
});
