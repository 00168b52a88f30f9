import { describe, expect, it } from 'vitest';
import { stems as audit } from '../../src/audits/stems.ts';
import { createProfile, withoutText } from '../../src/profile/profile.ts';
import { valuesOf } from '../../src/profile/values.ts';
import { profileOf, valuesOfTexts } from '../support/profiles.ts';

/** In each text one noun in two forms, and a verb in three. */
const english = (i: number): string =>
  `The gardener ${['walks', 'walked', 'walking'][i % 3]} through the ${['house', 'houses'][i % 2]} and then she was looking for her brother, who had been there before number ${i} was told.`;
const japanese = (i: number): string =>
  `今日は天気がいいので、公園まで散歩に行きましょう。${i}回目の散歩です。`;
const many = (make: (i: number) => string, times: number): string[] =>
  Array.from({ length: times }, (_, i) => make(i));

describe('stems', () => {
  it('join the forms of a word', () => {
    const { stems } = valuesOfTexts(many(english, 40));
    expect(stems).toMatchObject({ texts: 40, stemmableTexts: 40, stemmedTexts: 40, languages: ['en'] });
    // walks, walked, walking are one stem, and house, houses another.
    expect(stems.words.types - stems.stems.types).toBe(3);
    expect(stems.wordsPerStem?.value).toBe(stems.words.types / stems.stems.types);
    // Each number but those that are told of occurs once, and nothing else does.
    expect(stems.stems.hapaxShare?.value).toBeCloseTo(40 / stems.stems.types, 10);
    expect(stems.words.hapaxShare?.value).toBeCloseTo(40 / stems.words.types, 10);
    expect(stems.stems.coverage?.value).toBeGreaterThan(0.9);
  });

  it('are the same whatever the order of the texts', () => {
    const texts = many(english, 30);
    expect(valuesOfTexts(texts.toReversed()).stems).toEqual(valuesOfTexts(texts).stems);
  });

  it('are absent where no language has a stemmer, without text, and without texts', () => {
    const documents = many(english, 30).map((text) => ({ text }));
    const silent = [
      valuesOfTexts(many(japanese, 30)),
      valuesOf(withoutText(profileOf(documents))),
      valuesOf(createProfile()),
      valuesOfTexts(many(english, 19)),
    ];
    for (const { stems } of silent) expect(audit.audit({ stems }).outcome).toBe('not-applicable');
    expect(valuesOf(createProfile()).stems).toMatchObject({ texts: 0, tokens: 0, wordsPerStem: null });
  });

  it('are told of with an interval', () => {
    const { stems } = valuesOfTexts(many(english, 60));
    const outcome = audit.audit({ stems });
    expect(outcome).toMatchObject({ outcome: 'informative', quantity: { unit: 'share', documents: 60 } });
    expect(JSON.stringify(outcome)).toContain('words a stem');
  });
});
