import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GopherRepetition } from '../../src/statistics/gopher-repetition.ts';
import { brokenGopherRules, gopherRepetition } from '../../src/statistics/gopher-repetition.ts';
import type { WordSpans } from '../../src/statistics/word-spans.ts';
import { createTokenizer } from '../../src/text/tokenizer.ts';

const tokenizer = createTokenizer();

function repetitionOf(text: string): GopherRepetition {
  return gopherRepetition(text, tokenizer.tokenize(text));
}

/** Prose in which no two words recur together, about as long as the quotation in datatrove's own test (230 characters). */
const PROSE =
  'Our ferry left harbour before sunrise, carrying mail, salt and three quiet goats. Nobody spoke until open water, ' +
  'when one old sailor laughed, pointed north, then told us how winter storms once froze every rope on deck stiff as iron.';

describe('brokenGopherRules', () => {
  test.each([
    ['duplicate-lines', 'I am your father.\n'.repeat(4)],
    ['duplicate-paragraphs', 'I am your father.\n\n'.repeat(4)],
    [
      'duplicate-paragraph-characters',
      `I am groot.\n\nYou are a wizard.\n\nI am your father.\n\n${`${'x'.repeat(30)}.\n\n`.repeat(2)}`,
    ],
    [
      'duplicate-line-characters',
      `I am groot.\nYou are a wizard.\nI am your father.\n${`${'x'.repeat(40)}.\n`.repeat(2)}`,
    ],
    ['top-2-gram-characters', 'I am Frank, I am Frank, I am Frank'],
    ['top-3-gram-characters', 'I am Frank, you are Jhon. I am Frank. I am Frank you are Jhon'],
    ['duplicate-5-gram-characters', 'I am a solo traveller '.repeat(4) + PROSE],
  ])('begins with %s where datatrove does', (rule, text) => {
    expect(brokenGopherRules(repetitionOf(text))[0]).toBe(rule);
  });

  test('is empty for prose, for the blank text and for one word', () => {
    expect(brokenGopherRules(repetitionOf(PROSE))).toEqual([]);
    expect(repetitionOf('')).toEqual(new Map());
    expect(repetitionOf(' \n\n ')).toEqual(new Map());
    expect(brokenGopherRules(repetitionOf('constructor'))).toEqual([]);
  });
});

describe('gopherRepetition', () => {
  test('counts second and further lines and paragraphs, and their characters', () => {
    // 27 characters: the second "b c" and the second "a" are duplicate lines, and no paragraph is.
    const text = 'a\nb c\n\nb c\n\n  \na\n__proto__\n';
    const shares = repetitionOf(text);
    expect(text).toHaveLength(27);
    expect(shares.get('duplicate-lines')).toBeCloseTo(2 / 5, 14);
    expect(shares.get('duplicate-line-characters')).toBeCloseTo(4 / 27, 14);
    expect(shares.get('duplicate-paragraphs')).toBe(0);
  });

  test('takes no blank line for a duplicate', () => {
    const text = '\n\nalpha\n\n\n\nbeta\n\n \n\n \n\ngamma\n\n';
    expect(repetitionOf(text).get('duplicate-lines')).toBe(0);
    expect(repetitionOf(text).get('duplicate-paragraphs')).toBe(0);
  });

  test('reads CR LF as it reads LF', () => {
    const text = 'a\n\nb\n\na\nc\nc';
    const windows = repetitionOf(text.replaceAll('\n', '\r\n'));
    for (const rule of ['duplicate-lines', 'duplicate-paragraphs'] as const) {
      expect(windows.get(rule)).toBe(repetitionOf(text).get(rule));
    }
    expect(windows.get('duplicate-lines')).toBeCloseTo(2 / 5, 14);
  });

  test('joins top n-grams with spaces, and takes the first of the commonest', () => {
    // "I am" and "am Frank" both occur three times, and the first is shorter: 3 × 4 of 34 characters.
    const shares = repetitionOf('I am Frank, I am Frank, I am Frank');
    expect(shares.get('top-2-gram-characters')).toBeCloseTo(12 / 34, 14);
    expect(shares.get('top-3-gram-characters')).toBeCloseTo(30 / 34, 14);
    // Without repetition it is the first n-gram.
    expect(repetitionOf('one two three four').get('top-2-gram-characters')).toBeCloseTo(7 / 18, 14);
  });

  test('jumps over duplicate n-grams, and counts their characters without spaces', () => {
    // Twelve times "go": the n-gram at 0 is remembered; those at 1 and 6 are duplicates of 10 characters each.
    const shares = repetitionOf('go '.repeat(12).trim());
    expect(shares.get('duplicate-5-gram-characters')).toBeCloseTo(20 / 35, 14);
    expect(shares.get('duplicate-10-gram-characters')).toBeCloseTo(20 / 35, 14);
    expect(shares.get('top-2-gram-characters')).toBe(1);
  });

  test('tells upper from lower case, as datatrove does', () => {
    expect(repetitionOf('a b c d e A b c d e').get('duplicate-5-gram-characters')).toBe(0);
    expect(repetitionOf('a b c d e a b c d e').get('duplicate-5-gram-characters')).toBeCloseTo(5 / 19, 14);
  });

  test('counts characters that words share once', () => {
    // Six pairs of characters over seven: the duplicate 5-gram from the second pair on covers six characters.
    const shares = repetitionOf('的'.repeat(7));
    expect(shares.get('duplicate-5-gram-characters')).toBeCloseTo(6 / 7, 14);
  });

  test('has shares between 0 and 1, the same as by joining the words of each n-gram', () => {
    const piece = fc.constantFrom(
      'a',
      'bb',
      'constructor',
      '__proto__',
      ' ',
      '\n',
      '\n\n',
      '. ',
      '的',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const words = tokenizer.tokenize(text);
        const shares = gopherRepetition(text, words);
        for (const share of shares.values()) expect(share >= 0 && share <= 1).toBe(true);
        if (words.unspaced > 0) return;
        for (const n of [5, 6, 7, 8, 9, 10] as const) {
          const expected = text.length === 0 ? undefined : duplicateCharacters(text, words, n);
          const share = shares.get(`duplicate-${n}-gram-characters`);
          if (expected === undefined) expect(share).toBeUndefined();
          else expect(share).toBeCloseTo(expected / text.length, 12);
        }
      }),
    );
  });
});

function duplicateCharacters(
  text: string,
  { count, starts, ends }: WordSpans,
  n: number,
): number | undefined {
  const words = Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index]));
  if (count < n) return undefined;
  const met = new Set<string>();
  let characters = 0;
  for (let index = 0; index + n <= count; ) {
    const ngram = words.slice(index, index + n);
    const known = met.has(ngram.join(' '));
    met.add(ngram.join(' '));
    characters += known ? ngram.join('').length : 0;
    index += known ? n : 1;
  }
  return characters;
}
