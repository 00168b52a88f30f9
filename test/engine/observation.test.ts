import { expect, test } from 'vitest';
import { excerptOf } from '../../src/sketches/document-sample.ts';
import { profileOf } from '../support/profiles.ts';

function word(letter: string): string {
  return letter.repeat(100_000);
}

test('a sampled text takes little room, however long its words and fields are', () => {
  const documents = Array.from({ length: 20 }, (_, index) => {
    const letter = String.fromCodePoint(97 + index);
    return { id: word(letter), source: word(letter), text: `First ${word(letter)} ${word('z')} last.` };
  });
  for (const { text } of profileOf(documents).sample.entries.values()) {
    expect(text.id).toHaveLength(200);
    expect(text.source).toHaveLength(200);
    expect(excerptOf(text)).toBe('First');
    expect(text.rest).toHaveLength(0);
    expect(text.words).toBe(4);
  }
});
