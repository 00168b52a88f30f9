import { describe, expect, it } from 'vitest';
import { createNgramSelector, hashNgrams } from '../../src/text/ngrams.ts';
import { createTokenizer } from '../../src/text/tokenizer.ts';
import { expectNoCollision, expectUniform } from './hash-quality.ts';

function ngramsOf(text: string, n: number): bigint[] {
  const tokens = createTokenizer().tokenize(text);
  const high = new Uint32Array(tokens.count);
  const low = new Uint32Array(tokens.count);
  const total = hashNgrams(tokens, n, high, low);
  return Array.from(
    { length: total },
    (_, index) => (BigInt(high[index] ?? 0) << 32n) + BigInt(low[index] ?? 0),
  );
}

const isFirstOfThree = (_: number, index: number): boolean => index % 3 === 0;

describe('n-gram hashes', () => {
  it('depend on the words and their order alone', () => {
    const [ab, bc, ca, ab2] = ngramsOf('a b c a b', 2);
    expect(ab2).toBe(ab);
    expect(
      new Set([ab, bc, ca, ngramsOf('b a', 2)[0], ngramsOf('a a', 2)[0], ngramsOf('b b', 2)[0]]).size,
    ).toBe(6);
    expect(ngramsOf('x the cat sat on y', 4)[1]).toBe(ngramsOf('The cat sat on', 4)[0]);
  });

  it('are those of the words for n = 1, and none when the text is too short', () => {
    const tokens = createTokenizer().tokenize('a b');
    expect(ngramsOf('a b', 1)[1]).toBe((BigInt(tokens.high[1] ?? 0) << 32n) + BigInt(tokens.low[1] ?? 0));
    expect(ngramsOf('a b', 3)).toEqual([]);
    expect(ngramsOf('', 2)).toEqual([]);
  });

  it.each([0xffffffff, 0x3fffffff, 0])('up to a limit of %i are the same selected as one by one', (limit) => {
    const text = Array.from({ length: 9000 }, (_, index) => `w${index % 97}`).join(' ');
    const selector = createNgramSelector(5);
    for (const count of [0, 1, 2, 4, 2047, 2048, 2049, 2051, 4097, 9000]) {
      const words = createTokenizer().tokenize(text, count);
      const found = new Map<number, { offered: number; hashes: number[] }>();
      selector.select(words, [limit, limit, limit, limit], (n, block, offered) => {
        const own = found.get(n) ?? { offered: 0, hashes: [] };
        own.offered += offered;
        for (let index = 0; index < block.count; index++)
          own.hashes.push((block.high[index] as number) * 2 ** 20 + ((block.low[index] as number) >>> 12));
        found.set(n, own);
      });
      for (const n of [2, 3, 4, 5]) {
        const high = new Uint32Array(count);
        const low = new Uint32Array(count);
        const total = hashNgrams(words, n, high, low);
        const expected = Array.from(
          { length: total },
          (_, index) => (high[index] as number) * 2 ** 20 + ((low[index] as number) >>> 12),
        ).filter((_, index) => (high[index] as number) <= limit);
        expect(found.get(n) ?? { offered: 0, hashes: [] }).toEqual({ offered: total, hashes: expected });
      }
    }
  });

  it('never change, since profiles hold them', () => {
    expect(ngramsOf('the cat sat on the mat', 5).map(String)).toMatchInlineSnapshot(`
      [
        "17420197825969919498",
        "16234953420531322816",
      ]
    `);
  });

  it.each([2, 3])('of %i words tell sequences apart and are uniform', (n) => {
    const words = Array.from({ length: 700 }, (_, index) => `w${index}`);
    const pairs = words.flatMap((left) => words.map((right) => `${left} ${right} ${left}`));
    const tokens = createTokenizer().tokenize(pairs.join(' '));
    const high = new Uint32Array(tokens.count);
    const low = new Uint32Array(tokens.count);
    hashNgrams(tokens, n, high, low);
    expectNoCollision(high.filter(isFirstOfThree), low.filter(isFirstOfThree));
    expectUniform(high.filter(isFirstOfThree));
    expectUniform(low.filter(isFirstOfThree));
  });
});
