import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStemmer, hasStemmer, type Stem } from '../../src/text/stems.ts';

function stemmerOf(language: string, mostWords?: number): Stem {
  const made = createStemmer(language, mostWords);
  if (made === null) throw new Error(`there is no stemmer of ${language}`);
  return made;
}

const stem = stemmerOf('en');

describe('the stemmer of English', () => {
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

  test('does not depend on what it remembers', () => {
    const forgetful = stemmerOf('en', 1);
    const word = fc.constantFrom('running', 'runs', 'constructor', '__proto__', 'toString', 'ponies', 'café');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(words.map(forgetful)).toEqual(words.map(stem));
      }),
    );
  });
});

describe('createStemmer', () => {
  // Forms of one word, by the published rules for each language.
  test.each([
    ['de', 'häuser', 'haus'],
    ['es', 'casas', 'cas'],
    ['fr', 'maisons', 'maison'],
    ['it', 'abbandonata', 'abbandon'],
    ['nl', 'lichamelijkheden', 'licham'],
    ['no', 'husene', 'hus'],
    ['pt', 'casas', 'cas'],
    ['ru', 'важностью', 'важност'],
    ['sv', 'husen', 'hus'],
  ])('knows %s: %s is %s', (language, word, expected) => {
    expect(stemmerOf(language)(word)).toBe(expected);
  });

  test('gives a text for any word of any language', () => {
    const languages = ['de', 'en', 'es', 'fr', 'it', 'nl', 'no', 'pt', 'ru', 'sv'];
    const stems = languages.map((language) => stemmerOf(language));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        for (const own of stems) expect(typeof own(word)).toBe('string');
      }),
    );
    expect(stems.map((own) => own(''))).toEqual(languages.map(() => ''));
  });

  test.each(['ja', 'xx', '', '__proto__', 'constructor'])('knows nothing of %j', (language) => {
    expect([hasStemmer(language), createStemmer(language)]).toEqual([false, null]);
  });
});
