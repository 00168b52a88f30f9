import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompress } from '../../src/sources/compression.ts';
import { DataDamage, damageOf } from '../../src/sources/damage.ts';
import { cutAt, readAll } from '../formats/reading.ts';

/** What comes out, and the code of the damage if there is any. */
async function outcome(
  bytes: Uint8Array,
  offsets: readonly number[] = [],
): Promise<{ text: string; code: string | null }> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of decompress(cutAt(bytes, offsets))) pieces.push(piece);
    return { text: Buffer.concat(pieces).toString(), code: null };
  } catch (error) {
    if (!(error instanceof DataDamage)) throw error;
    return { text: Buffer.concat(pieces).toString(), code: error.code };
  }
}

/** What is said at the end of the stream, null where nothing is. */
async function lastError(bytes: Uint8Array): Promise<string | null> {
  try {
    for await (const _piece of decompress(cutAt(bytes, [])));
    return null;
  } catch (error) {
    return error instanceof DataDamage ? error.message : null;
  }
}

const one = gzipSync('the first member\n');
const two = gzipSync('the second member\n');
/** A header with every extra: a field, a name, a comment and a checksum. */
const dressed = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7]),
  Buffer.from('name\0comment\0'),
  Buffer.from([1, 2]),
  gzipSync('dressed').subarray(10),
]);

describe('decompress', () => {
  it('passes on what is not compressed', async () => {
    expect(await outcome(Buffer.from('plain'))).toEqual({ text: 'plain', code: null });
    expect(await outcome(Buffer.from([0x1f]))).toEqual({ text: '\u001f', code: null });
    expect(await outcome(Buffer.alloc(0))).toEqual({ text: '', code: null });
  });

  it('reads all members, every kind of header, and zeros after the end', async () => {
    expect(await outcome(Buffer.concat([one, two]))).toEqual({
      text: 'the first member\nthe second member\n',
      code: null,
    });
    expect(await outcome(dressed)).toEqual({ text: 'dressed', code: null });
    expect(await outcome(Buffer.concat([one, Buffer.alloc(1_000)]))).toEqual({
      text: 'the first member\n',
      code: null,
    });
  });

  it('reads all of what swells as no text does, and says so', async () => {
    const zeros = await outcome(gzipSync(Buffer.alloc(2 ** 24 + 1)));
    expect([zeros.code, zeros.text.length]).toEqual(['COMPRESSION_EXTREME', 2 ** 24 + 1]);
    expect((await outcome(gzipSync(Buffer.alloc(2 ** 24)))).code).toBe(null);
    const damage = await lastError(gzipSync(Buffer.alloc(2 ** 25, 'the same words ')));
    expect(damage).toMatch(
      /^\d+ bytes were decompressed to 33554432, \d{3} times as many; all of it is read$/u,
    );
  });

  it('hands on what came before garbage, a wrong checksum or broken data', async () => {
    const invalid = { text: 'the first member\n', code: 'COMPRESSION_INVALID' };
    expect(await outcome(Buffer.concat([one, Buffer.from('garbage')]))).toEqual(invalid);
    expect(await outcome(Buffer.concat([one, Buffer.alloc(9), Buffer.from('x')]))).toEqual(invalid);
    const forged = Buffer.from(one);
    forged.writeUInt32LE(1, forged.byteLength - 8);
    expect(await outcome(forged)).toEqual(invalid);
    expect(
      await outcome(Buffer.concat([one, gzipSync('').subarray(0, 10), Buffer.from([0xff, 0xff, 0xff])])),
    ).toEqual(invalid);
    expect(await outcome(Buffer.concat([one, Buffer.from([0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 0])]))).toEqual(
      invalid,
    );
  });

  it('hands on what there is of data that end early, wherever that is', async () => {
    const whole = Buffer.concat([one, dressed]);
    for (let length = one.byteLength + 1; length < whole.byteLength; length += 1) {
      const { text, code } = await outcome(whole.subarray(0, length));
      expect(code).toBe('COMPRESSION_TRUNCATED');
      expect('the first member\ndressed'.startsWith(text) && text.startsWith('the first member\n')).toBe(
        true,
      );
    }
    const long = gzipSync(Array.from({ length: 50_000 }, (_, index) => `line ${index}\n`).join(''));
    const half = await outcome(long.subarray(0, long.byteLength / 2));
    expect(half.code).toBe('COMPRESSION_TRUNCATED');
    expect(half.text.length).toBeGreaterThan(100_000);
  });

  it('does not depend on how the bytes are cut', async () => {
    const bytes = Buffer.concat([one, dressed, two, Buffer.alloc(5)]);
    const text = 'the first member\ndressedthe second member\n';
    for (let cut = 0; cut <= bytes.byteLength; cut += 1)
      expect(await outcome(bytes, [cut])).toEqual({ text, code: null });
    const every = Array.from({ length: bytes.byteLength }, (_, index) => index);
    expect(await outcome(bytes, every)).toEqual({ text, code: null });
  });

  it('gives back what was compressed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 4 }),
        async (texts) => {
          const bytes = Buffer.concat(texts.map((text) => gzipSync(text)));
          expect(await outcome(bytes)).toEqual({ text: Buffer.from(texts.join('')).toString(), code: null });
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });

  it('holds little of a bomb at a time', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000));
    const before = process.memoryUsage();
    let size = 0;
    let peak = 0;
    const drain = async (): Promise<void> => {
      for await (const piece of decompress(cutAt(bomb, []))) {
        size += piece.byteLength;
        if (size % 10_000_000 < piece.byteLength) await new Promise((resolve) => setTimeout(resolve, 1));
        peak = Math.max(peak, process.memoryUsage().arrayBuffers + process.memoryUsage().external);
      }
    };
    await expect(drain()).rejects.toMatchObject({ code: 'COMPRESSION_EXTREME' });
    expect(size).toBe(300_000_000);
    expect(peak - before.arrayBuffers - before.external).toBeLessThan(150_000_000);
  });

  it('tells of extreme data where the reader has had enough before their end', async () => {
    const limits = { uri: 'a.txt', format: 'text', damageOf: damageOf('a.txt') } as const;
    const read = async (text: Buffer, maximumTextBytes: number): Promise<readonly string[]> => {
      const items = await readAll(decompress(cutAt(gzipSync(text), [])), { ...limits, maximumTextBytes });
      return items.flatMap((item) => (item.kind === 'problem' ? [item.problem.code] : []));
    };
    const bomb = Buffer.alloc(40_000_000, 'word ');
    expect(await read(bomb, 17_000_000)).toEqual(['DOCUMENT_CUT', 'COMPRESSION_EXTREME']);
    // So little of it is unpacked that it is no matter.
    expect(await read(bomb, 1_000_000)).toEqual(['DOCUMENT_CUT']);
    // What was taken of the stored bytes is compared, and what was only read of them is not.
    let state = 7;
    const random = Buffer.from(
      Array.from({ length: 100_000 }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        return 97 + ((state >> 16) % 26);
      }),
    );
    const ordinary = Buffer.concat(Array.from({ length: 200 }, () => random));
    expect(await read(ordinary, 17_000_000)).toEqual(['DOCUMENT_CUT']);
  });

  it('tells the reader of the damage after what could be read', async () => {
    const lines = gzipSync(
      Array.from({ length: 2_000 }, (_, index) => `{"text":"line ${index * 7919}"}\n`).join(''),
    );
    const stream = decompress(cutAt(lines.subarray(0, lines.byteLength - 500), []));
    const items = await readAll(stream, { uri: 'a.jsonl.gz', damageOf: damageOf('a.jsonl.gz') });
    expect(items.at(-1)).toMatchObject({ problem: { code: 'COMPRESSION_TRUNCATED', uri: 'a.jsonl.gz' } });
    expect(items.filter((item) => item.kind === 'document').length).toBeGreaterThan(1_000);
    const nothing = await readAll(decompress(cutAt(lines.subarray(0, 5), [])), { damageOf: damageOf('a') });
    expect(nothing).toMatchObject([{ problem: { code: 'COMPRESSION_TRUNCATED' } }]);
  });
});
