import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { GroupedVocabulary } from '../../src/profile/grouped-vocabulary.ts';
import { groupedVocabularyOf } from '../../src/profile/grouped-vocabulary.ts';
import { withoutText } from '../../src/profile/profile.ts';
import { decodeVocabulary, encodeVocabulary } from '../../src/profile/vocabulary-codec.ts';
import { anyDocument, profileOf, TINY } from '../support/profiles.ts';

const LONG = ['x'.repeat(300), 'é'.repeat(300)];
const HOSTILE = [
  'constructor',
  '__proto__',
  '\ud800a',
  '\ud801a',
  ...LONG.flatMap((word) => [`${word}a`, `${word}b`]),
];

/** Everything a vocabulary tells, as one value. */
function everything(vocabulary: GroupedVocabulary): unknown {
  const words = Array.from(vocabulary.high.keys(), (type) => vocabulary.wordOf(type));
  return { ...vocabulary, wordOf: null, words };
}

function vocabularyOf(texts: readonly string[]): GroupedVocabulary {
  return groupedVocabularyOf(profileOf(texts.map((text) => ({ text }))));
}

describe('a vocabulary in bytes', () => {
  it('comes back as it was, whole or cut at a bound', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 8 }), fc.boolean(), (documents, isTiny) => {
        const vocabulary = groupedVocabularyOf(isTiny ? profileOf(documents, TINY) : profileOf(documents));
        const bytes = encodeVocabulary(vocabulary);
        const decoded = decodeVocabulary(bytes);
        expect(everything(decoded)).toEqual(everything(vocabulary));
        expect(Buffer.from(encodeVocabulary(decoded)).equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps words apart whose texts are the same once they are written', () => {
    const vocabulary = vocabularyOf(HOSTILE.map((word) => `${word} a ${word}`));
    const decoded = decodeVocabulary(encodeVocabulary(vocabulary));
    expect(everything(decoded)).toEqual(everything(vocabulary));
    const words = Array.from(decoded.high.keys(), (type) => decoded.wordOf(type) ?? '');
    for (const own of LONG) expect(words.filter((word) => word === own.slice(0, 200))).toHaveLength(2);
    expect(words).toEqual(expect.arrayContaining(['constructor', '__proto__']));
  });

  test('of no words is told from damage', () => {
    expect(everything(decodeVocabulary(encodeVocabulary(vocabularyOf([]))))).toEqual(
      everything(vocabularyOf([])),
    );
    expect(() => decodeVocabulary(new Uint8Array())).toThrow(RangeError);
  });

  it('is refused where it ends early, goes on, or is of another layout or tokenizer', () => {
    const bytes = Buffer.from(encodeVocabulary(vocabularyOf(['a cat sat', `a mat ${'x'.repeat(300)}`])));
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeVocabulary(bytes.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
    expect(() => decodeVocabulary(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow('bytes after the end');
    const changed = (from: string, to: string): Buffer =>
      Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
    expect(() => decodeVocabulary(changed('vocabulary/1', 'vocabulary/2'))).toThrow('layout');
    expect(() => decodeVocabulary(changed('uax29', 'uax30'))).toThrow('another tokenizer');
  });

  it('needs words', () => {
    const vocabulary = groupedVocabularyOf(withoutText(profileOf([{ text: 'a cat' }])));
    expect(() => encodeVocabulary(vocabulary)).toThrow(RangeError);
  });
});
