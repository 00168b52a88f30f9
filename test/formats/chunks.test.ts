import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { FormatId, Split } from '../../src/formats/format.ts';
import { FORMAT_IDS } from '../../src/formats/registry.ts';
import { cutAt, outline, read, readAll } from './reading.ts';

/** What each format finds hard. How bytes are cut into chunks must not matter: to no format, for no data, at no limit. */
const hostilePieces: Readonly<Record<FormatId, readonly string[]>> = {
  jsonl: [
    '{"text":"a"}',
    '\n',
    '\r\n',
    '{',
    '"',
    '\\',
    '€',
    '\uFEFF',
    ' ',
    '\\ud800',
    '{"text":"bcd"}\n',
    '\xff',
  ],
  json: ['[', ']', '{', '}', ',', '"', '\\', '\n', ' ', '{"text":"a"}', ',\n{"text":"b€"}', '7', '\0'],
  csv: ['id,text\n', 'a', ',', '"', '""', '\n', '\r\n', '\r', '"a\nb"', '1,x\n', '€', ';'],
  tsv: ['id\ttext\n', 'a', '\t', '"', '""', '\n', '\r\n', '"a"b', '1\tx\n', '€'],
  text: ['word ', '\n', '\r\n', '\n\n', '€', '😀', '\0', '\uFEFF', ' '],
  markdown: [
    '# a\n',
    '`',
    '```\n',
    '[a](b)',
    '<!--',
    '-->',
    '\n',
    '\n\n',
    '    code\n',
    '- ',
    '---\n',
    '€',
    '|',
  ],
};

describe('chunk boundaries do not matter', () => {
  for (const format of FORMAT_IDS) {
    it(`to ${format}`, async () => {
      const pieces = hostilePieces[format];
      expect(pieces, `hostilePieces needs a line for ${format}`).toBeDefined();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
          fc.array(fc.nat(200), { maxLength: 30 }),
          fc.constantFrom(8, 20, 1_000),
          fc.constantFrom<Split>('document', 'line', 'paragraph'),
          async (parts, cuts, maximumRecordBytes, split) => {
            const bytes = Buffer.from(parts.join(''), parts.includes('\xff') ? 'latin1' : 'utf8');
            const options = { format, maximumRecordBytes, split };
            const offsets = cuts.map((cut) => Math.min(cut, bytes.byteLength)).toSorted((a, b) => a - b);
            expect(await readAll(cutAt(bytes, offsets), options)).toEqual(await read(bytes, options));
          },
        ),
        { seed: 7, numRuns: 300 },
      );
    });
  }

  it('to UTF-16 and legacy encodings', async () => {
    const text = 'Ünï 😀 wörds\nand “more” of them';
    for (const encoding of ['utf-16le', 'utf-16be', 'utf-8']) {
      const bytes = iconv.encode(text, encoding, { addBOM: true });
      const whole = await read(bytes, { uri: 'a.txt', split: 'line' });
      for (let cut = 0; cut < bytes.byteLength; cut += 1) {
        expect(await readAll(cutAt(bytes, [cut, cut + 1]), { uri: 'a.txt', split: 'line' })).toEqual(whole);
      }
    }
  });

  const folder = new URL('../../fixtures/formats/', import.meta.url);
  const names = readdirSync(folder).filter((name) => !/\.expected\.json$|\.ts$|\.gz$|^hostile/u.test(name));
  it.each(names)('to %s', async (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const whole = await read(bytes, { uri: name });
    const single = Array.from({ length: bytes.byteLength }, (_, index) => index);
    expect(await readAll(cutAt(bytes, single), { uri: name })).toEqual(whole);
    for (const cut of single) expect(await readAll(cutAt(bytes, [cut]), { uri: name })).toEqual(whole);
  });
});

describe('no data make a format throw', () => {
  for (const format of FORMAT_IDS) {
    it(format, async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
          await read(bytes, { format, maximumRecordBytes: 50 });
          await read(bytes);
        }),
        { seed: 11, numRuns: 200 },
      );
    });
  }
});

describe('what was written is read', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((words) => `x${words}`.replaceAll('\0', ''));
  const texts = fc.array(text, { minLength: 1, maxLength: 8 });

  it('in every way of writing JSON', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (expected) => {
        const records = expected.map((words) => ({ '"{[': '\\"}],', more: [{ a: {} }], text: words }));
        const lines = records.map((record) => JSON.stringify(record)).join('\n');
        expect(outline(await read(lines, { format: 'jsonl' }))).toEqual(expected);
        expect(outline(await read(JSON.stringify(records), { format: 'json' }))).toEqual(expected);
        expect(outline(await read(JSON.stringify(records, null, 2), { format: 'json' }))).toEqual(expected);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('in CSV and TSV with quotes', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('\n', '\r\n'), async (expected, end) => {
        const rows = expected.map((words, index) => [String(index), `"${words.replaceAll('"', '""')}"`]);
        for (const [format, delimiter] of [
          ['csv', ','],
          ['tsv', '\t'],
        ] as const) {
          const file = [['id', 'text'], ...rows].map((row) => row.join(delimiter)).join(end);
          expect(outline(await read(file, { format }))).toEqual(expected);
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});
