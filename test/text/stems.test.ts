import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEnglishStemmer } from '../../src/text/stems.ts';

const stem = await createEnglishStemmer();

describe('createEnglishStemmer', () => {
  // The examples of Porter 1980, step by step, with what the later steps make of them.
  test.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['vietnamization', 'vietnam'],
    ['operator', 'oper'],
    ['hopefulness', 'hope'],
    ['triplicate', 'triplic'],
    ['adjustment', 'adjust'],
    ['adoption', 'adopt'],
    ['controll', 'control'],
    ['generalizations', 'gener'],
    ['oscillators', 'oscil'],
  ])('makes of %s %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  test.each(['', 'a', 'it', '__proto__', 'constructor', '日本語', 'été', '3.14', 'y'.repeat(65)])(
    'leaves %j as it is',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );

  test('does not depend on what it remembers', async () => {
    const forgetful = await createEnglishStemmer(1);
    const word = fc.constantFrom('running', 'runs', 'constructor', '__proto__', 'toString', 'ponies', 'café');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(words.map(forgetful)).toEqual(words.map(stem));
      }),
    );
  });
});
