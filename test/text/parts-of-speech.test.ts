import { describe, expect, it, test } from 'vitest';
import { createLanguageDetector } from '../../src/text/language.ts';
import { createTagger } from '../../src/text/parts-of-speech.ts';

describe('the tagger', () => {
  it('gives each token its part of speech, and none to white space', () => {
    expect(createTagger().tag('The  cat\n\nsat on the mat.')).toEqual({
      tags: ['DET', 'NOUN', 'VERB', 'ADP', 'DET', 'NOUN', 'PUNCT'],
      tokens: ['The', 'cat', 'sat', 'on', 'the', 'mat', '.'],
    });
  });

  test.each(['', ' \n', 'constructor __proto__ toString valueOf', '\ud800 \u0000 日本語 😀', '...!?'])(
    'takes %j',
    (text) => {
      const { tags, tokens } = createTagger().tag(text);
      expect(tags).toHaveLength(tokens.length);
      expect(tags.every((tag) => /^[A-Z]+$/u.test(tag) && tag !== 'SPACE')).toBe(true);
    },
  );

  it('comes to an end on long runs without white space', () => {
    expect(createTagger().tag('a'.repeat(20_000)).tags.length).toBeGreaterThan(0);
  });
});

describe('the language detector', () => {
  test.each([
    ['en', 'The ferry was late again, but nobody minded, for the sun had come out over the harbour.'],
    ['de', 'Die Fähre kam wieder zu spät, aber niemand ärgerte sich, denn über dem Hafen schien die Sonne.'],
    [
      'fr',
      'Le bac était encore en retard, mais personne ne se plaignait, car le soleil brillait sur le port.',
    ],
    ['fi', 'Lautta oli taas myöhässä, mutta kukaan ei valittanut, sillä aurinko paistoi sataman yllä.'],
    ['ja', '渡し船はまた遅れていたが、港の上に太陽が出ていたので、誰も文句を言わなかった。'],
    ['th', 'เรือข้ามฟากมาช้าอีกแล้ว แต่ไม่มีใครบ่น เพราะพระอาทิตย์ออกมาเหนือท่าเรือ'],
  ])('tells %s', (language, text) => {
    expect(createLanguageDetector().languageOf(text)).toBe(language);
  });

  test.each(['', '1 2 3 4 5 6 7 8', '\ud800', '…'])('tells nothing of %j', (text) => {
    expect(createLanguageDetector().languageOf(text)).toBeNull();
  });
});
