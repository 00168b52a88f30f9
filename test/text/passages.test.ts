import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashNgrams } from '../../src/text/ngrams.ts';
import type { Passages } from '../../src/text/passages.ts';
import { passagesOf } from '../../src/text/passages.ts';
import { createTokenizer, wordAt } from '../../src/text/tokenizer.ts';
import type { Tokens } from '../../src/text/tokens.ts';

const linesOf = (tokens: Tokens): Passages => passagesOf(tokens).lines;
const paragraphsOf = (tokens: Tokens): Passages => passagesOf(tokens).paragraphs;

function wordsOf(text: string, kind: (typeof CUTS)[number][1]): readonly string[] {
  const tokens = createTokenizer().tokenize(text);
  const found = kind(tokens);
  return Array.from({ length: found.count }, (_, passage) =>
    Array.from({ length: (found.ends[passage] ?? 0) - (found.firsts[passage] ?? 0) }, (__, word) =>
      wordAt(tokens, (found.firsts[passage] ?? 0) + word),
    ).join(' '),
  );
}

/** What lines without a word part. */
function withoutWordless(text: string): readonly string[] {
  const tokenizer = createTokenizer();
  const lines = text.split('\n').map((line) => (tokenizer.tokenize(line).count === 0 ? '' : line));
  return lines.join('\n').split(/\n{2,}/u);
}

const CUTS = [
  ['lines', linesOf],
  ['paragraphs', paragraphsOf],
] as const;

describe('passages', () => {
  it('are the lines that hold a word', () => {
    const text = '\n\nOne two,\r\n---\n three\n  \nFOUR\n';
    expect(wordsOf(text, linesOf)).toEqual(['one two', 'three', 'four']);
  });

  it('are the paragraphs that lines without a word part', () => {
    const text = 'One\ntwo\n \nthree\n\n\nfour\n---\nfive';
    expect(wordsOf(text, paragraphsOf)).toEqual(['one two', 'three', 'four', 'five']);
  });

  it.each(CUTS)('as %s agree with splitting the text', (name, kind) => {
    const piece = fc.constantFrom(
      'a',
      'B c',
      'd '.repeat(40),
      '\n',
      '\n\n',
      ' ',
      '。',
      'né',
      '\n \n',
      '日本',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const tokenizer = createTokenizer();
          const parts = name === 'lines' ? text.split('\n') : withoutWordless(text);
          const expected = parts.flatMap((part) => {
            const tokens = tokenizer.tokenize(part);
            return tokens.count === 0
              ? []
              : [Array.from({ length: tokens.count }, (_, i) => wordAt(tokens, i)).join(' ')];
          });
          expect(wordsOf(text, kind).join('|')).toBe(expected.join('|'));
        },
      ),
    );
  });

  it('have the n-gram hash of all their words', () => {
    const tokens = createTokenizer().tokenize('One two three.\nONE, two: three');
    const found: Passages = linesOf(tokens);
    const high = new Uint32Array(6);
    const low = new Uint32Array(6);
    hashNgrams(tokens, 3, high, low);
    expect([...found.high]).toEqual([high[0], high[3]]);
    expect([...found.low]).toEqual([low[0], low[3]]);
    expect(high[0]).toBe(high[3]);
  });

  it('are none in a text without words', () => {
    expect(wordsOf('...\n\n!', linesOf)).toEqual([]);
  });
});
