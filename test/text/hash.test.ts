import { describe, expect, it } from 'vitest';
import { hashWord } from '../../src/text/hash.ts';
import { expectNoCollision, expectUniform } from './hash-quality.ts';

function generatedWords(): string[] {
  const words = Array.from({ length: 1_000_000 }, (_, index) => String(index + 1));
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const a of letters) {
    for (const b of letters) {
      words.push(a + b, `constitutional${a}${b}`);
      for (const c of letters) {
        words.push(a + b + c, `${a}e${b}i${c}o`);
        words.push(...letters.split('').map((d) => a + b + c + d));
      }
    }
  }
  for (let index = 0; index < 100_000; index += 1)
    words.push(String.fromCodePoint(0x4e00 + (index % 317), 0x4e00 + Math.floor(index / 317)));
  return words;
}

describe('hashWord', () => {
  it('never changes, since profiles hold its values', () => {
    expect(
      ['', 'a', 'the', 'constructor', 'é', '中文', '😀'].map((word) => hashWord(word)),
    ).toMatchInlineSnapshot(`
      [
        {
          "high": 793090913,
          "low": 2518889063,
        },
        {
          "high": 450560152,
          "low": 3634576701,
        },
        {
          "high": 2374389758,
          "low": 2363365466,
        },
        {
          "high": 3796501287,
          "low": 3716315850,
        },
        {
          "high": 4213615331,
          "low": 4139334048,
        },
        {
          "high": 29346395,
          "low": 1887887218,
        },
        {
          "high": 2456044880,
          "low": 1193883223,
        },
      ]
    `);
  });

  it('tells words apart and spreads both halves evenly', () => {
    const words = generatedWords();
    const high = new Uint32Array(words.length);
    const low = new Uint32Array(words.length);
    words.forEach((word, index) => {
      const hash = hashWord(word);
      high[index] = hash.high;
      low[index] = hash.low;
    });
    expectNoCollision(high, low);
    expectUniform(high);
    expectUniform(low);
  });
});
