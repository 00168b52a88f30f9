import { describe, expect, it } from 'vitest';
import { valuesOfTexts } from '../support/profiles.ts';

const PLACES = 'harbour station market library bridge garden school museum theatre river'.split(' ');

const english = (i: number): string =>
  `The old ${PLACES[i % 10]} number ${i} was closed for the whole winter, and nobody in the town could say who had the key.`;
const german = (i: number): string =>
  `Im Winter war das alte Haus Nummer ${i} geschlossen, und niemand in der Stadt wusste, wer den Schlüssel dazu haben könnte.`;

function many(write: (i: number) => string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => write(i));
}

describe('languages', () => {
  it('are told from the text, most texts first', () => {
    const { texts, undetermined, languages } = valuesOfTexts([
      ...many(english, 30),
      ...many(german, 10),
      'Too short to tell.',
    ]).languages;
    expect({ texts, undetermined }).toEqual({ texts: 41, undetermined: 1 });
    expect(languages.map(({ language, texts: own }) => [language, own])).toEqual([
      ['en', 30],
      ['de', 10],
    ]);
    expect(languages[0]?.share).toMatchObject({ value: 0.75, documents: 40 });
  });

  it('are not told of what is no language', () => {
    const noise = Array.from({ length: 40 }, (_, i) => `${i * 7919} 0x${(i * 104_729).toString(16)}`).join(
      ' ',
    );
    const hostile = 'constructor __proto__ toString hasOwnProperty '.repeat(10);
    const { languages } = valuesOfTexts(['\ud800 '.repeat(40), noise, hostile, 'x'.repeat(50_000)]);
    expect(languages.texts).toBe(4);
    for (const { share } of languages.languages) expect(Number.isFinite(share.value)).toBe(true);
    expect(languages.undetermined).toBeGreaterThanOrEqual(2);
  });

  it('are none without texts', () => {
    expect(valuesOfTexts([]).languages).toEqual({ texts: 0, undetermined: 0, languages: [] });
  });
});

describe('syntax templates', () => {
  it('are sequences of parts of speech that English texts share, where the words differ', () => {
    const { 'syntax-templates': value } = valuesOfTexts([...many(english, 30), ...many(german, 10)]);
    expect(value).toMatchObject({ n: 6, texts: 40, englishTexts: 30, absence: null });
    expect(value.found).toMatchObject({ tagged: 30, rate: { value: 1, documents: 30 } });
    const [first] = value.found?.commonest ?? [];
    expect(first?.texts).toBe(30);
    expect(first?.tags.split(' ')).toHaveLength(6);
    expect(first?.documents).toHaveLength(10);
    expect(value.found?.perToken.value).toBeGreaterThan(0.5);
    expect(value.found?.perToken.value).toBeLessThan(1);
  });

  it('are the same whatever the order of the texts', () => {
    const texts = many(
      (i) =>
        english(i)
          .split(' ')
          .slice(i % 7)
          .join(' '),
      25,
    );
    expect(valuesOfTexts(texts.toReversed())['syntax-templates']).toEqual(
      valuesOfTexts(texts)['syntax-templates'],
    );
  });

  it('are absent, with the reason, below twenty English texts', () => {
    const { 'syntax-templates': value } = valuesOfTexts([...many(english, 19), ...many(german, 30)]);
    expect(value).toMatchObject({
      texts: 49,
      englishTexts: 19,
      found: null,
      absence: 'Fewer than 20 sampled texts are in English.',
    });
  });
});
