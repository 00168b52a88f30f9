import { expect, test } from 'vitest';
import type { SampledText } from '../../src/sketches/document-sample.ts';
import { excerptOf, NO_BYTES } from '../../src/sketches/document-sample.ts';
import { profileOf, TINY } from '../support/profiles.ts';

const NOTHING: SampledText = {
  id: '',
  source: '',
  date: '',
  label: '',
  beginning: NO_BYTES,
  rest: NO_BYTES,
  words: 0,
};

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

/** The short and the long excerpt of a text in a tiny sample. */
function excerptsOf(text: string): readonly [short: string, long: string] {
  const [entry] = profileOf([{ text }], TINY).sample.entries.values();
  return [Buffer.from(entry?.text.beginning ?? NO_BYTES).toString(), excerptOf(entry?.text ?? NOTHING)];
}

test('an excerpt that reaches the last word has the punctuation behind it, and no more', () => {
  // The short excerpt has three words, the long one five.
  expect(excerptsOf('One two (three!)  \n')).toEqual(['One two (three!)', 'One two (three!)']);
  expect(excerptsOf('One two three, four.')).toEqual(['One two three', 'One two three, four.']);
  expect(excerptsOf('a b c d e. f.')).toEqual(['a b c', 'a b c d e']);
  expect(excerptsOf('...')).toEqual(['', '']);
  expect(excerptsOf(`x ${'!'.repeat(1000)}`)[0]).toHaveLength(3 * 24);
});
