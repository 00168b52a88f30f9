import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, readRows } from '../../src/formats/csv-rows.ts';
import { DEFAULT_FIELDS } from '../../src/formats/format.ts';
import { growthOf } from './growth.ts';
import { cutAt, outline, read } from './reading.ts';

const csv = { format: 'csv' as const };

describe('csv', () => {
  it('locates a row with a wrong number of fields and goes on', async () => {
    const items = await read('id,text\n1,"two\nlines"\n2,b,c\n\n3\n4,d\n', csv);
    expect(outline(items)).toEqual(['two\nlines', 'CSV_FIELD_COUNT', 'CSV_FIELD_COUNT', 'd']);
    expect(items.map((item) => (item.kind === 'document' ? item.line : item.problem.line))).toEqual([
      2, 4, 6, 7,
    ]);
  });

  it('counts one field in the singular', async () => {
    const items = await read('id,text\n1\n1,2,3\n2,b\n', csv);
    const messages = items.flatMap((item) => (item.kind === 'problem' ? [item.problem.message] : []));
    expect(messages).toEqual(['the row has 1 field, the header 2', 'the row has 3 fields, the header 2']);
  });

  it('loses one line to a quote that is never closed, wherever it stands', async () => {
    expect(outline(await read('id,text\n1,"a\n2,b\n3,"c"\n4,d\n', csv))).toEqual([
      'CSV_SYNTAX',
      'b',
      'c',
      'd',
    ]);
    expect(outline(await read('id,text\n1,"a\n2,b\n3,c\n', csv))).toEqual(['CSV_SYNTAX', 'b', 'c']);
    expect(outline(await read('id,text\n1,"a"b\n2,c\n', csv))).toEqual(['CSV_SYNTAX', 'c']);
  });

  it.each([
    ['text after a quote', '1,"a"b\n'],
    ['a quote never closed', '1,"a\n'],
    ['a quote alone', '"a\n'],
    ['a quote inside a bare field', '1,a"b\n'],
    ['a quote before each line end', '1,"\n'],
    ['quotes alone', '"'],
    ['too few fields', '1\n'],
    ['fields alone', ','],
  ])('reads hostile rows in linear time: %s', async (_name, piece) => {
    expect(await growthOf((size) => `id,text\n1,one\n${piece.repeat(size / piece.length)}`)).toBeLessThan(3);
  });

  it('reads a header of many columns in linear time', async () => {
    expect(await growthOf(wideHeader)).toBeLessThan(3);
  });

  it('counts every broken row, and reads the rows after it', async () => {
    const items = await read(`id,text\n${'1,"a"b\n'.repeat(5_000)}2,c\n`, csv);
    expect(items.length).toBe(5_001);
    const unclosed = await read(`id,text\n1,"a\n${'2,b\n'.repeat(50_000)}`, csv);
    expect(unclosed.length).toBe(50_001);
  });

  it.each([
    ['bare', `1,${'é'.repeat(60)},2024\n`, 'é'.repeat(24)],
    ['quoted', `1,"${'a""b, '.repeat(30)}",2024\n`, 'a"b, '.repeat(8)],
    ['cut inside an escape', `1,"${'a'.repeat(46)}""b${'c'.repeat(20)}",2024\n`, 'a'.repeat(46)],
  ])('gives the beginning of a text that is longer than the limit: %s', async (_name, row, text) => {
    const limits = { ...csv, maximumRecordBytes: 50 };
    const items = await read(`id,text,date\n${row}2,b,2023\n`, limits);
    expect(outline(items).map((found) => found.slice(0, text.trimEnd().length))).toEqual([
      'DOCUMENT_CUT',
      text.trimEnd(),
      'b',
    ]);
    expect(
      items.flatMap((item) => (item.kind === 'document' ? [item.document.id, item.document.date] : [])),
    ).toEqual(['1', undefined, '2', '2023']);
  });

  it('keeps what stands whole before another long field, and loses a row whose text is behind it', async () => {
    const limits = { ...csv, maximumRecordBytes: 50 };
    const long = 'x'.repeat(80);
    expect(outline(await read(`text,other\na,${long}\nb,c\n`, limits))).toEqual(['DOCUMENT_CUT', 'a', 'b']);
    expect(outline(await read(`other,text\n${long},a\nb,c\n`, limits))).toEqual(['RECORD_TOO_LONG', 'c']);
    expect(outline(await read(`a,b,text\n1,"2"${long}\n3,4,c\n`, limits))).toEqual(['RECORD_TOO_LONG', 'c']);
    const tsv = { ...limits, format: 'tsv' as const };
    expect(outline(await read(`text\tother\na "b" c\t"${long}\nb\tc\n`, tsv))).toEqual([
      'DOCUMENT_CUT',
      'a "b" c',
      'b',
    ]);
  });

  it('does not take an open quote for a long text where the limit lies on a later line', async () => {
    const rows = '2,b\n'.repeat(20);
    const found = outline(await read(`id,text\n1,"a\n${rows}`, { ...csv, maximumRecordBytes: 50 }));
    expect(found).toEqual(['RECORD_TOO_LONG', ...Array.from({ length: 20 }, () => 'b')]);
  });

  it('numbers lines with blank ones among them', async () => {
    const items = await read('id,text\n\n\r\n1,a\n\n2,"b\n\nc"\n\n3,d', csv);
    expect(items.map((item) => (item.kind === 'document' ? item.line : 0))).toEqual([4, 6, 10]);
  });

  it('reads what csv-parse reads, field by field', async () => {
    const piece = fc.constantFrom('a', 'é', ' ', ',', ',', '"', '""', '"a"', '\n', '\r\n', '\r', '"b\n",');
    let valid = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const text = pieces.join('');
        const expected = parsedRows(text);
        if (expected === null) return;
        valid += 1;
        const rows = await rowsOf(text);
        expect(rows.map((row) => row.kind)).toEqual(expected.map(() => 'row'));
        const width = expected[0]?.length ?? 0;
        expect(rows.map((row) => (row.kind === 'row' ? row.fields : []))).toEqual(
          expected.map((fields) => fields.slice(0, width)),
        );
        expect(rows.map((row) => (row.kind === 'row' ? row.width : 0))).toEqual(
          expected.map((fields) => fields.length),
        );
      }),
      { seed: 5, numRuns: 2_000 },
    );
    expect(valid).toBeGreaterThan(300);
  });

  it('takes hostile and repeated header names as they are', async () => {
    const fields = { ...DEFAULT_FIELDS, text: '__proto__', id: 'constructor' };
    const items = await read('__proto__,constructor,__proto__\nwords,7,others\n', { ...csv, fields });
    expect(items.slice(1)).toEqual([{ kind: 'document', line: 2, document: { text: 'words', id: '7' } }]);
    expect(items[0]).toMatchObject({ problem: { code: 'CSV_COLUMN_REPEATED', line: 1 } });
  });

  it('tells once of columns of one name, where they are read', async () => {
    expect(outline(await read('text,id,text\na,1,b\nc,2,d\n', csv))).toEqual([
      'CSV_COLUMN_REPEATED',
      'a',
      'c',
    ]);
    expect(outline(await read('text,note,note,,\na,1,b,,\n', csv))).toEqual(['a']);
  });

  it('tells a header without the text field, and gives nothing for a header alone', async () => {
    const names: (readonly string[])[] = [];
    expect(outline(await read('a,b\n1,2\n', { ...csv, onFields: (found) => names.push(found) }))).toEqual([
      'TEXT_MISSING',
    ]);
    expect(names).toEqual([['a', 'b']]);
    expect(await read('id,text\n', csv)).toEqual([]);
  });

  it('finds the delimiter', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const text = `id${delimiter}text\n1${delimiter}"x${delimiter}y"\n2${delimiter}z\n`;
      expect(outline(await read(text, csv))).toEqual([`x${delimiter}y`, 'z']);
    }
  });

  it('takes a byte order mark off the first name', async () => {
    expect(outline(await read('\uFEFFtext\nwords\n', { uri: 'a.csv' }))).toEqual(['words']);
  });

  it('keeps the beginning of a row that is longer than the limit, and drops one that goes on for lines', async () => {
    const text = `id,text\n1,a\n2,${'x'.repeat(300)}\n3,"${'y\n'.repeat(100)}"\n4,b\n`;
    const found = outline(await read(text, { ...csv, maximumRecordBytes: 150 }));
    expect(found.slice(0, 4)).toEqual(['a', 'DOCUMENT_CUT', 'x'.repeat(148), 'RECORD_TOO_LONG']);
    expect(found.at(-1)).toBe('b');
  });

  it('counts invalid UTF-8 in the row that has it', async () => {
    const bytes = Buffer.from('id,text\n1,\xc3\xa9\xc3\xa8\xc3\xa7\n2,\xff\n3,c\n', 'latin1');
    expect(outline(await read(bytes, csv))).toEqual(['éèç', 'ENCODING_INVALID', '\uFFFD', 'c']);
  });
});

const spectrum = new URL('../../../shared/fixtures/csv/', import.meta.url);
const names = existsSync(spectrum) ? readdirSync(new URL('csvs/', spectrum)) : [];

describe(names.length === 0 ? 'csv-spectrum (skipped: its files are not here)' : 'csv-spectrum', () => {
  it.skipIf(names.length === 0)('has the files that are looked for', () => {
    expect(names.length).toBeGreaterThan(8);
  });

  for (const name of names) {
    it(name, async () => {
      const stored = readFileSync(new URL(`csvs/${name}`, spectrum), 'utf8');
      // The copies here were stored with plain newlines; the names say which had others.
      const text = name.includes('crlf') ? stored.replaceAll(/\r?\n/gu, '\r\n') : stored;
      const expected: unknown = JSON.parse(
        readFileSync(new URL(`json/${name.replace('.csv', '.json')}`, spectrum), 'utf8'),
      );
      const rows = (await rowsOf(text)).map((row) => (row.kind === 'row' ? row.fields : []));
      const [header = [], ...others] = rows;
      expect(
        others.map((fields) => Object.fromEntries(header.map((key, index) => [key, fields[index]]))),
      ).toEqual(expected);
    });
  }
});

/** A header of about so many bytes. */
function wideHeader(size: number): string {
  return `${Array.from({ length: size / 8 }, (_, index) => `c${index}`).join(',')},text\n`;
}

/** What another reader makes of well-formed CSV, null where it finds it broken. */
function parsedRows(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    });
  } catch {
    return null;
  }
}

async function rowsOf(text: string): Promise<readonly Row[]> {
  const dialect = { delimiter: ',', quotesOptional: false, maximumRowBytes: 1_000_000 };
  const rows: Row[] = [];
  for await (const batch of readRows(cutAt(Buffer.from(text), []), dialect)) rows.push(...batch);
  return rows;
}
