import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outline, read } from './reading.ts';

const json = { format: 'json' as const };

describe('json', () => {
  it('reads an array on one line, one record, and nothing from an empty array', async () => {
    expect(outline(await read('[{"text":"a ] } , \\" b"},{"text":"c"}]', json))).toEqual([
      'a ] } , " b',
      'c',
    ]);
    expect(outline(await read(' {"text":\n"alone"}\n', json))).toEqual(['alone']);
    expect(outline(await read('[ \n ]', json))).toEqual([]);
  });

  it('says on which line a record starts', async () => {
    const items = await read('\n[\n\n{"text":\n"a"},\n 7,\n{"id":1}\n]', json);
    expect(items.map((item) => (item.kind === 'document' ? item.line : item.problem.line))).toEqual([
      4, 6, 7,
    ]);
  });

  it('goes on after a wrong element, a string without an end and a wrong bracket', async () => {
    const text =
      '[\n{"text":"a"},\n{"text":oops},\n{"text":"b},\n{"text":"c"},\n{"text":["d"},\n{"text":"e"}\n]';
    expect(outline(await read(text, json))).toEqual([
      'a',
      'JSON_SYNTAX',
      'JSON_SYNTAX',
      'c',
      'JSON_SYNTAX',
      'e',
    ]);
  });

  it('reads what there is of an array that ends early', async () => {
    expect(outline(await read('[{"text":"a"},\n{"text":"b"', json))).toEqual([
      'a',
      'JSON_SYNTAX',
      'JSON_TRUNCATED',
    ]);
    expect(outline(await read('[{"text":"a"},\n', json))).toEqual(['a', 'JSON_SYNTAX', 'JSON_TRUNCATED']);
  });

  it('reads arrays one after another, and says where other JSON follows', async () => {
    const twice = await read('[{"text":"a"},\n{"text":"b"}]\n[{"text":"c"}] []', json);
    expect(outline(twice)).toEqual(['a', 'b', 'JSON_SYNTAX', 'c', 'JSON_SYNTAX']);
    const lines = twice.flatMap((item) => (item.kind === 'document' ? [item.line] : []));
    expect(lines).toEqual([1, 2, 3]);
    const [, , more] = await read('[{"text":"a"}]\n{"text":"b"}\n{"text":"c"}', json);
    expect(more).toMatchObject({ problem: { code: 'JSON_TRUNCATED', line: 2 } });
    expect(outline(await read('[{"text":"a"}],', json))).toEqual(['a', 'JSON_SYNTAX']);
  });

  it('tells a lost tail from a lost record', async () => {
    const tail = '[{"text":"a"},{"text":["b"},{"text":"c"},{"text":"d"}]';
    expect(outline(await read(tail, json))).toEqual(['a', 'JSON_SYNTAX', 'JSON_TRUNCATED']);
    const last = '[\n{"text":"a"},\n{"text":["b"}\n]';
    expect(outline(await read(last, json))).toEqual(['a', 'JSON_SYNTAX']);
  });

  it('keeps the beginning of an element that is longer than the limit', async () => {
    const text = `[{"text":"a"},{"text":"${'x'.repeat(200)}"},{"text":"b"}]`;
    expect(outline(await read(text, { ...json, maximumRecordBytes: 100 }))).toEqual([
      'a',
      'DOCUMENT_CUT',
      'x'.repeat(91),
      'b',
    ]);
  });

  it('reads a record nested 200,000 deep as JSON Lines does', async () => {
    const deep = `{"text":"a","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(outline(await read(`[${deep},{"text":"b"}]`, json))).toEqual(['a', 'b']);
    expect(outline(await read(`${deep}\n{"text":"b"}`, { format: 'jsonl' }))).toEqual(['a', 'b']);
  });

  it('survives a hundred thousand brackets that are never closed', async () => {
    expect(outline(await read('{"a":'.repeat(100_000), json))).toEqual(['JSON_SYNTAX']);
    expect(outline(await read('[{"a":'.repeat(100_000), json))).toEqual(['JSON_SYNTAX', 'JSON_TRUNCATED']);
  });
});

const suite = new URL('../../../shared/fixtures/json/test_parsing/', import.meta.url);
const files = existsSync(suite) ? readdirSync(suite) : [];

describe(files.length === 0 ? 'JSONTestSuite (skipped: its files are not here)' : 'JSONTestSuite', () => {
  it.skipIf(files.length === 0)('has the files that are looked for', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  for (const name of files) {
    it(name, async () => {
      const bytes = readFileSync(new URL(name, suite));
      const found = outline(await read(bytes, { ...json, uri: name }));
      if (name.startsWith('y_')) expect(found).not.toContain('JSON_SYNTAX');
      if (name.startsWith('n_')) expect(found).toContain('JSON_SYNTAX');
      await read(bytes, { format: 'jsonl' });
      await read(bytes, { uri: name });
    });
  }
});
