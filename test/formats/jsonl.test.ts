import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS, type ReadItem } from '../../src/formats/format.ts';
import { outline, read, readAll } from './reading.ts';

const jsonl = { format: 'jsonl' as const };

describe('jsonl', () => {
  it('goes on after each kind of broken record and says where it stands', async () => {
    const lines = [
      '{"text":"a"}',
      '{"text":',
      '7',
      '{"id":1}',
      '{"text":3}',
      '{"text":null}',
      '{"text":""}',
      '{"text":"b"}',
    ];
    const items = await read(`${lines.join('\r\n')}\r\n`, jsonl);
    expect(outline(items)).toEqual([
      'a',
      'JSON_SYNTAX',
      'RECORD_NOT_OBJECT',
      'TEXT_MISSING',
      'TEXT_NOT_STRING',
      'TEXT_NOT_STRING',
      'TEXT_EMPTY',
      'b',
    ]);
    expect(items.map((item) => (item.kind === 'document' ? item.line : item.problem.line))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('quotes at most 80 characters of a problem', async () => {
    const [item] = await read(`{"text": 5, "more": "${'é'.repeat(500)}"}`, jsonl);
    expect(item?.kind === 'problem' && item.problem.excerpt?.length).toBe(80);
  });

  it('reads fields by name before path, and only those that are the record’s own', async () => {
    const record = '{"text":"t","meta.date":"2024","meta":{"date":"2023","by":{"id":17}},"label":true}';
    const fields = { ...DEFAULT_FIELDS, date: 'meta.date', id: 'meta.by.id', source: 'constructor' };
    const [item] = await read(record, { ...jsonl, fields });
    expect(item).toEqual({
      kind: 'document',
      line: 1,
      document: { text: 't', date: '2024', id: '17', label: 'true' },
    });
  });

  it('locates each date that cannot be read, and keeps its text', async () => {
    const dates = [
      '"yesterday"',
      '"01/02/2024"',
      '1715938200',
      '{"$date":0}',
      '20240102',
      '2024',
      '""',
      'null',
    ];
    const items = await read(dates.map((date) => `{"text":"t","date":${date}}`).join('\n'), jsonl);
    const flaws = items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : []));
    expect(flaws.map(({ code, line }) => `${code} ${line}`)).toEqual(
      [1, 2, 3, 4].map((line) => `DATE_UNREADABLE ${line}`),
    );
    expect(flaws[0]?.message).toBe('the date is "yesterday", and none of ISO 8601 such as 2024-01-31');
    expect(items.length - flaws.length).toBe(dates.length);
  });

  for (const field of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    it(`takes ${field} for a field like any other`, async () => {
      const fields = { ...DEFAULT_FIELDS, text: field };
      expect(outline(await read(`{"text":"t"}\n{"${field}":"words"}`, { ...jsonl, fields }))).toEqual([
        'TEXT_MISSING',
        'words',
      ]);
    });
  }

  it('takes the first of the usual text fields', async () => {
    expect(outline(await read('{"document":"d","body":"b"}\n{"raw_content":"r"}', jsonl))).toEqual([
      'b',
      'r',
    ]);
  });

  it('keeps the digits of a large id', async () => {
    const items = await read('{"text":"12345678901234567890", "id" : 12345678901234567891}', jsonl);
    expect(items[0]).toMatchObject({ document: { id: '12345678901234567891' } });
  });

  it('reads a record of some megabytes like a small one', async () => {
    const fields = { ...DEFAULT_FIELDS, date: 'meta.date' };
    const small = await read(recordAround('[]'), { ...jsonl, fields });
    const options = { ...jsonl, fields, maximumRecordBytes: 10_000_000 };
    const large = await read(recordAround(`[[]${',{"text":[]}'.repeat(200_000)}]`), options);
    expect(large.map(withoutExcerpt)).toEqual(small.map(withoutExcerpt));
    expect(outline(large)).toEqual(['LONE_SURROGATE', 'a \uFFFD']);
    expect(outline(await read(recordAround(`[[]${',]'.repeat(1_000_000)}]`), options))).toEqual([
      'JSON_SYNTAX',
    ]);
    expect(outline(await read(`[${recordAround(`"${'y'.repeat(2_000_000)}"`)}]`, options))).toEqual([
      'RECORD_NOT_OBJECT',
    ]);
  });

  it('replaces half surrogate pairs in any field and counts the record once', async () => {
    const items = await read('{"text":"a \\ud800 \\udc00\\ud800","id":"\\udfff"}', jsonl);
    expect(outline(items)).toEqual(['LONE_SURROGATE', 'a \uFFFD \uFFFD\uFFFD']);
    expect(items[1]).toMatchObject({ document: { id: '\uFFFD' } });
  });

  it('keeps a NUL inside a text, and takes a raw one for broken JSON', async () => {
    expect(outline(await read('{"text":"a\\u0000b"}\n{"text":"a\0b"}', jsonl))).toEqual([
      'NUL_CHARACTER',
      'a\0b',
      'JSON_SYNTAX',
    ]);
  });

  it('counts invalid UTF-8 for the record that has it', async () => {
    const bytes = Buffer.from('{"text":"fine"}\n{"text":"caf\xe9"}\n', 'latin1');
    expect(outline(await read(bytes, { uri: 'x.jsonl' }))).toEqual(['fine', 'ENCODING_INVALID', 'caf\uFFFD']);
  });

  it('tells the field names of no more than the first hundred records', async () => {
    const names: (readonly string[])[] = [];
    await read('{"a":1,"b":2}\n'.repeat(150), { ...jsonl, onFields: (found) => names.push(found) });
    expect(names).toEqual(Array.from({ length: 100 }, () => ['a', 'b']));
  });

  it('cuts a line that is longer than the limit, and no shorter one', async () => {
    const items = await read([recordOf(100), recordOf(101), recordOf(99)].join('\r\n'), {
      ...jsonl,
      maximumRecordBytes: 100,
    });
    expect(
      items.map((item) => (item.kind === 'document' ? 'document' : [item.problem.code, item.problem.line])),
    ).toEqual(['document', ['DOCUMENT_CUT', 2], 'document', 'document']);
  });

  it('keeps what the beginning of a record has that is longer than the limit', async () => {
    const limited = { ...jsonl, maximumRecordBytes: 40 };
    const tail = 'z'.repeat(40);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      [`{"text":"whole","more":"${tail}"}`, ['DOCUMENT_CUT', 'whole']],
      [`{"id":1,"text":"${'ab '.repeat(30)}"}`, ['DOCUMENT_CUT', 'ab '.repeat(8)]],
      [`{"more":"${tail}","text":"behind"}`, ['RECORD_TOO_LONG']],
      [`{"text":  ${' '.repeat(40)}"behind"}`, ['RECORD_TOO_LONG']],
      [`{"text":${'['.repeat(40)}`, ['RECORD_TOO_LONG']],
      [`{"text":"a"}${tail}`, ['RECORD_TOO_LONG']],
      [`${tail}${tail}`, ['RECORD_TOO_LONG']],
    ];
    for (const [record, expected] of cases)
      expect(outline(await read(`${record}\n{"text":"next"}`, limited)), record).toEqual([
        ...expected,
        'next',
      ]);
  });

  it('keeps the fields before the cut, each whole or not at all', async () => {
    const record = `{"id":12,"meta":{"date":"2024","text":"words and ${'more '.repeat(20)}`;
    const fields = { ...DEFAULT_FIELDS, text: 'meta.text', date: 'meta.date' };
    const [, item] = await read(record, { ...jsonl, fields, maximumRecordBytes: 50 });
    expect(item).toEqual({
      kind: 'document',
      line: 1,
      document: { text: 'words and m', id: '12', date: '2024' },
    });
    const cutId = await read(`{"text":"words","id":"${'7'.repeat(90)}"}`, {
      ...jsonl,
      maximumRecordBytes: 40,
    });
    expect(cutId[1]).toEqual({ kind: 'document', line: 1, document: { text: 'words' } });
  });

  it('cuts a line of 200 MB in little memory', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'long-line-'));
    try {
      const path = join(folder, 'long.jsonl');
      await writeLongLine(path);
      const before = process.memoryUsage.rss();
      let peak = before;
      const stream = createReadStream(path, { highWaterMark: 262_144 });
      stream.on('data', () => {
        peak = Math.max(peak, process.memoryUsage.rss());
      });
      const items = await readAll(stream, { uri: path, maximumRecordBytes: 16_000_000 });
      const [first, problem, cut = '', last] = outline(items);
      expect([first, problem, last]).toEqual(['before', 'DOCUMENT_CUT', 'after']);
      expect(cut.length).toBe(1_000_000);
      expect(items.at(-1)).toMatchObject({ line: 3 });
      expect(peak - before).toBeLessThan(160_000_000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function withoutExcerpt(item: ReadItem): unknown {
  return item.kind === 'document' ? item : { ...item.problem, excerpt: '' };
}

function recordAround(filler: string): string {
  return `{"x":${filler},"id":12345678901234567891,"meta":{"n":[],"date":"2024"},"text":"a \\ud800"}`;
}

function recordOf(length: number): string {
  return `{"text":"${'x'.repeat(length - 11)}"}`;
}

async function writeLongLine(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('{"text":"before"}\n{"text":"');
  const piece = Buffer.alloc(1_000_000, 'long words ');
  for (let count = 0; count < 200; count += 1) {
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end('"}\n{"text":"after"}\n');
  await finished(file);
}
