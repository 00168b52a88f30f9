import { describe, expect, it } from 'vitest';
import { detectFormat, unreadableFormat } from '../../src/formats/detection.ts';
import { outline, read } from './reading.ts';

const cases: readonly (readonly [data: string, name: string, format: string | null])[] = [
  ['{"text":"a"}\n{"text":"b"}\n', 'x', 'jsonl'],
  ['{"text":"a"}\n{"text":"b"}\n', 'x.json', 'jsonl'],
  ['{"text":"a"}\n{"text":"b"}\n', 'x.txt', 'jsonl'],
  ['{"text":"a"}\n', 'x.json', 'json'],
  ['{"text":"a"}\n', '-', 'jsonl'],
  ['{"text":"broken\n{"text":"b"}\n', 'x.jsonl', 'jsonl'],
  ['{"text":"broken\n{"text":"b"}\n', '-', 'jsonl'],
  ['not json\n{"text":"b"}\n', 'x.jsonl.gz', 'jsonl'],
  ['{\n "text": "a"\n}\n', '-', 'json'],
  ['{\n "text": "a"\n}\n', 'x.txt', 'json'],
  ['[{"text":"a"},\n{"text":"b"}]', 'x', 'json'],
  ['[{"text":"a"},\n{"text":"b"}]', 'x.jsonl', 'json'],
  ['[{"text":"a"}]\n[{"text":"b"}]\n', 'x.jsonl', 'jsonl'],
  ['[1, 2]', 'x.json', 'json'],
  ['[year] [name of the owner]\n', 'x', 'text'],
  ['[1] A footnote.\n', 'x.txt', 'text'],
  ['[{braces}] in prose\n', 'x.txt', 'text'],
  ['{\\rm TeX} is prose here\n', 'x', 'text'],
  ['{} is a pair of braces\n', 'x.md', 'markdown'],
  ['{"quoted"} word\nand more\n', 'x.txt', 'text'],
  ['id,text\n1,a\n2,b\n', 'x', 'csv'],
  ['id\ttext\n1\ta\n2\tb\n', '-', 'tsv'],
  ['id;text\n1;a\n2;b\n', 'x', 'csv'],
  ['Dear friend, the text, as agreed, is long,\nand the rest, too.\n', 'x', 'text'],
  ['anything', 'X.CSV.GZ', 'csv'],
  ['anything', 'a.b/x.tsv', 'tsv'],
  ['# Heading\n', 'README.md', 'markdown'],
  ['# Heading\n', 'README', 'text'],
  ['<!DOCTYPE html><p>a', 'x', null],
  ['<!DOCTYPE html><p>a', 'x.html', null],
  ['PAR1 and bytes', 'x', null],
  ['WARC/1.0\r\n', 'x', null],
  ['\u0000\u0001\u0002\u0003\u0004\u0005\u0006', 'x', null],
  ['a text with one \u0000 inside', 'x.txt', 'text'],
];

describe('detection', () => {
  it.each(cases)('%j in %j is %s', (data, name, format) => {
    expect(detectFormat(Buffer.from(data), name)).toBe(format);
  });

  it('sees a first record that is longer than what is looked at', () => {
    const long = Buffer.from(`{"text":"${'a'.repeat(100_000)}`).subarray(0, 65_536);
    expect(detectFormat(long, '-')).toBe('jsonl');
    expect(detectFormat(long, 'x.json')).toBe('jsonl');
  });

  it('names what cannot be read', async () => {
    expect(unreadableFormat(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'x.jsonl.zst')).toBe('zstd');
    const [item] = await read('PAR1....', { uri: 'x' });
    expect(item).toMatchObject({
      problem: { code: 'FORMAT_UNKNOWN', message: expect.stringContaining('Parquet') },
    });
  });

  it('tells an empty file, which is no valid JSON either', async () => {
    expect(outline(await read('', { uri: 'x.jsonl' }))).toEqual(['FILE_EMPTY']);
    expect(outline(await read('\uFEFF', { uri: 'x' }))).toEqual(['FILE_EMPTY']);
    expect(outline(await read('', { format: 'json' }))).toEqual(['FILE_EMPTY', 'JSON_SYNTAX']);
  });
});
