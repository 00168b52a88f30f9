import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordBreak, wordFlags } from '../../src/text/break-classes.ts';
import { hashWord } from '../../src/text/hash.ts';
import { lowerCase } from '../../src/text/normal-form.ts';
import { createTokenizer, hasUnspacedScript, TOKENIZER_ID, wordAt } from '../../src/text/tokenizer.ts';
import type { Tokens } from '../../src/text/tokens.ts';
import { wordTable } from '../../src/text/unicode-tables.ts';
import { segmentWords } from '../../src/text/word-boundaries.ts';
import { someText } from './arbitraries.ts';

const wordsOf = (tokens: Tokens): string[] =>
  Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index));
const cut = (text: string, limit?: number): string[] => wordsOf(createTokenizer().tokenize(text, limit));

const entryOf = (character: string): number => wordTable()[character.codePointAt(0) ?? 0] ?? 0;
const isIgnorable = (character: string): boolean => {
  const breakClass = entryOf(character) & wordFlags.breakMask;
  return breakClass >= wordBreak.extend && breakClass <= wordBreak.format;
};

function isUnspaced(segment: string): boolean {
  const bases = Array.from(segment).filter((character) => !isIgnorable(character));
  return bases.length > 0 && bases.every((base) => (entryOf(base) & wordFlags.unspaced) !== 0);
}

/** The definition, as directly as it can be written. */
function cutSlowly(text: string): string[] {
  const segments = segmentWords(text);
  const words: string[] = [];
  segments.forEach((segment, index) => {
    if (!/[\p{L}\p{N}]/u.test(segment)) return;
    const next = segments[index + 1] ?? '';
    if (!isUnspaced(segment)) words.push(segment);
    else if (isUnspaced(next)) words.push(segment + next);
    else if (!isUnspaced(segments[index - 1] ?? '')) words.push(segment);
  });
  return words.map((word) => lowerCase(word).normalize('NFC'));
}

/** Later characters are letters to newer runtimes, but not to Unicode 15.0. */
const isOfUnicode15 = (text: string): boolean =>
  Array.from(text).every(
    (character) => ((entryOf(character) & wordFlags.wordlike) !== 0) === /[\p{L}\p{N}]/u.test(character),
  );

describe('createTokenizer', () => {
  it('has a name that changes with its words', () => {
    expect(TOKENIZER_ID).toBe('uax29-15.0/1');
  });

  it('cuts a text that ends where its n-th word does into the same n words', () => {
    fc.assert(
      fc.property(someText, fc.nat({ max: 20 }), (text, place) => {
        const tokens = createTokenizer().tokenize(text);
        const end = tokens.ends[Math.min(place, tokens.count - 1)];
        if (tokens.count === 0 || end === undefined) return;
        const beginning = createTokenizer().tokenize(text.slice(0, end));
        expect(beginning.count).toBe(Math.min(place + 1, tokens.count));
        for (const half of ['high', 'low'] as const)
          expect(beginning[half].slice(0, beginning.count)).toEqual(tokens[half].slice(0, beginning.count));
      }),
      { numRuns: 3000 },
    );
  });

  it('equals the definition', () => {
    const tokenizer = createTokenizer();
    fc.assert(
      fc.property(someText.filter(isOfUnicode15), (text) => {
        const tokens = tokenizer.tokenize(text);
        expect(wordsOf(tokens)).toEqual(cutSlowly(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('hashes the normal form of each word', () => {
    const tokenizer = createTokenizer();
    fc.assert(
      fc.property(someText, (text) => {
        const tokens = tokenizer.tokenize(text);
        for (let index = 0; index < tokens.count; index += 1) {
          const hash = { high: tokens.high[index], low: tokens.low[index] };
          expect(hash).toEqual(hashWord(wordAt(tokens, index)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["Don't stop: it’s 3.14, or 1,000!", ["don't", 'stop', 'it’s', '3.14', 'or', '1,000']],
    ['constructor __proto__ toString', ['constructor', '__proto__', 'tostring']],
    ['İ ß ΣΑΣ ﬁ', ['i', 'ß', 'σασ', 'ﬁ']],
    ['e\u0301te\u0301 \u0301 x\u0301', ['été', 'x\u0301']],
    ['\ud800a\udc00 b', ['a', 'b']],
    ['\u1112\u1161\u11ab 한국어', ['한', '한국어']],
    ['👩‍👧 ok 🇩🇪 1️⃣', ['ok', '1️⃣']],
    ['_ __ _a -1.5 x²', ['_a', '1.5', 'x', '²']],
    ['中文分词', ['中文', '文分', '分词']],
    ['人々の。東 京', ['人々', '々の', '東', '京']],
    ['日本のテキスト処理', ['日本', '本の', 'テキスト', '処理']],
    ['Node 20で中', ['node', '20', 'で中']],
    ['ภาษาไทย', ['ภา', 'าษ', 'ษา', 'าไ', 'ไท', 'ทย']],
    ['ที่นี่', ['ที่นี่']],
    ['', []],
    ['... !?', []],
  ])('cuts %s', (text, words) => {
    expect(cut(text)).toEqual(words);
  });

  it('says where each word stands', () => {
    const { starts, ends } = createTokenizer().tokenize('Ab, 中文字');
    expect(Array.from(starts.slice(0, 3))).toEqual([0, 4, 5]);
    expect(Array.from(ends.slice(0, 3))).toEqual([2, 6, 7]);
  });

  it('counts the words of scripts without spaces', () => {
    const tokenizer = createTokenizer();
    expect(tokenizer.tokenize('word 中文字 x 中').unspaced).toBe(3);
    expect(hasUnspacedScript(tokenizer.tokenize('中'))).toBe(true);
    expect(hasUnspacedScript(tokenizer.tokenize('カタカナ 한국'))).toBe(false);
  });

  it('stops at the limit with the first words', () => {
    fc.assert(
      fc.property(someText, fc.nat(10), (text, limit) => {
        expect(cut(text, limit)).toEqual(cut(text).slice(0, limit));
      }),
    );
    expect(createTokenizer().tokenize('中 a', 1)).toMatchObject({ count: 1, unspaced: 1 });
  });

  it('reuses its buffers, grows them, and gives them back', () => {
    const tokenizer = createTokenizer();
    const first = tokenizer.tokenize('one two');
    expect(tokenizer.tokenize('three').high).toBe(first.high);
    const long = tokenizer.tokenize('中文 a '.repeat(200_000));
    expect(long.count).toBe(400_000);
    expect(wordAt(long, 399_999)).toBe('a');
    const large = long.high.length;
    let last = long;
    for (let index = 0; index < 200; index += 1) last = tokenizer.tokenize('one two');
    expect(last.high.length).toBeLessThan(large / 4);
    expect(wordsOf(last)).toEqual(['one', 'two']);
  });

  const million = 1_000_000;
  it.each([
    ['marks in disorder', `a${'\u0301\u0323'.repeat(million / 2)}`, 1],
    ['letters with a mark', 'a\u0323\u0301'.repeat(million / 3), 1],
    ['a long word that ends in a mark', `${'x'.repeat(million)}\u0301`, 1],
    ['links', "a'".repeat(million / 2), 1],
    ['link runs', `a${"'".repeat(million)}`, 1],
    ['Han', '中'.repeat(million), million - 1],
    ['Han with marks', '中\u0323\u0301'.repeat(million / 4), million / 4 - 1],
  ])('takes linear time on a million %s', (_, text, count) => {
    const start = performance.now();
    expect(createTokenizer().tokenize(text).count).toBe(count);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
