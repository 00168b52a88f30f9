import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, createWriter, writeInteger, writtenBytes } from '../../src/sketches/bytes.ts';
import type { ExcerptHashes } from '../../src/sketches/excerpt-hashes.ts';
import { markOf as markOfBytes, shortened } from '../../src/sketches/excerpt-hashes.ts';
import {
  createWordList,
  decodeExcerptHashes,
  encodeExcerptHashes,
} from '../../src/sketches/excerpt-hashes-codec.ts';

function markOf(text: string): string {
  return markOfBytes(Buffer.from(text));
}

/** Hashes that agree in all or all but the last bits, so that the list of words has to tell them apart. */
const half = fc.constantFrom(0, 1, 2, 0x7fffffff, 0xfffffffe, 0xffffffff);
const lengths = fc.array(fc.integer({ min: 1, max: 2 ** 31 }), { maxLength: 4 });

const anyHashes: fc.Arbitrary<ExcerptHashes> = fc
  .record({ words: fc.array(fc.tuple(half, half), { maxLength: 12 }), lengths, fewer: fc.nat(12) })
  .chain(({ words, lengths: all, fewer }) =>
    fc.record({ isLong: fc.boolean(), text: fc.string(), shortLengths: lengths }).map((made) => {
      const whole = { mark: markOf(made.text), words: words.length, sentenceLengths: all };
      const count = Math.min(fewer, words.length);
      const part = { mark: markOf(`${made.text}.`), words: count, sentenceLengths: made.shortLengths };
      return {
        high: Uint32Array.from(words, ([high]) => high),
        low: Uint32Array.from(words, ([, low]) => low),
        short: made.isLong ? part : whole,
        whole,
      };
    }),
  );

function written(all: readonly ExcerptHashes[]): Uint8Array {
  const writer = createWriter();
  const list = createWordList();
  for (const hashes of all) encodeExcerptHashes(writer, hashes, list);
  return writtenBytes(writer);
}

describe('hashes of excerpts', () => {
  it('survive being written and read, one after another', () => {
    fc.assert(
      fc.property(fc.array(anyHashes, { maxLength: 5 }), (all) => {
        const bytes = written(all);
        const reader = createReader(bytes);
        const list = createWordList();
        expect(all.map(() => decodeExcerptHashes(reader, list))).toEqual(all);
        expect(reader.offset).toBe(bytes.length);
      }),
    );
  });

  it('cost a hash where a word is new and its number where it is known', () => {
    const part = { mark: '00112233445566ff', words: 3, sentenceLengths: [3] };
    const high = Uint32Array.of(1, 1, 1);
    const low = Uint32Array.of(0x1000, 0x2000, 0x1000);
    expect(Buffer.from(written([{ high, low, short: part, whole: part }])).toString('hex')).toBe(
      ['03', '000000000100001000', '010000000100002000', '00', '00112233445566ff', '0103', '00'].join(''),
    );
  });

  it('are refused where they cannot be', () => {
    const mark = [0, 0, 0, 0, 0, 0, 0, 0];
    const cases: readonly (readonly [readonly number[], string])[] = [
      [[1, 1], 'not in the list'],
      [[9, 0], 'end too early'],
      [[0, ...mark, 9], 'end too early'],
      [[0, ...mark.slice(1)], 'end too early'],
      [[0, ...mark, 0, 2], 'neither short nor long'],
      [[0, ...mark, 0, 1, 1, ...mark, 0], 'more words'],
    ];
    for (const [numbers, reason] of cases) {
      const writer = createWriter();
      for (const number of numbers) writeInteger(writer, number);
      const reader = createReader(writtenBytes(writer));
      expect(() => decodeExcerptHashes(reader, createWordList())).toThrow(reason);
    }
  });
});

describe('shortened', () => {
  it('leaves the words and the sentences of the short beginning', () => {
    const short = { mark: markOf('a b'), words: 2, sentenceLengths: [2] };
    const whole = { mark: markOf('a b c. d'), words: 4, sentenceLengths: [3, 1] };
    const hashes = { high: Uint32Array.of(1, 2, 3, 4), low: Uint32Array.of(5, 6, 7, 8), short, whole };
    const cut = { high: Uint32Array.of(1, 2), low: Uint32Array.of(5, 6), short, whole: short };
    expect(shortened(hashes)).toEqual(cut);
    expect(shortened(cut)).toEqual(cut);
  });
});

it('a mark is the beginning of the SHA-256 (FIPS 180-4, the example "abc")', () => {
  expect(markOf('abc')).toBe('ba7816bf8f01cfea');
});
