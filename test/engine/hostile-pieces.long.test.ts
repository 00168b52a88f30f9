import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormatId } from '../../src/formats/format.ts';
import {
  audit,
  expectBounded,
  MB,
  repeated,
  store,
  takeYardstick,
  type Yardstick,
} from '../support/large-files.ts';

const BYTES = 15 * MB;

/** What begins something that never ends, again and again: a reader that looks for the end each time takes forever. */
const PIECES: Readonly<Record<FormatId, readonly string[]>> = {
  jsonl: [
    '{\n',
    '{"text":"\n',
    '"\\\\',
    '{"text":"a"}',
    '{"text":"a"}\r',
    '\n',
    '[{},\n',
    '{a}\n',
    '{"a"}\n',
    '{}\n',
    '{"":t}\n',
    'x\n',
    '{"text":"\\ud83d"}\n',
  ],
  json: [
    '[',
    '[\n',
    '{',
    '{"text":\n',
    '{"text":"a"}\n',
    '{"text":"a",\n',
    ',',
    '"\n',
    '"',
    ']',
    '{}},\n',
    '{a},',
    '7,',
  ],
  csv: ['"', '""', 'a"', '"a\n', ',', '1,"a"b\n', '\n', '\r', '"\r\n', 'a"\n', '1,a"b\n', '1,"\n', '1\n'],
  tsv: ['"', '\t', 'a\t"', '\n'],
  text: ['\n', ' ', ' \n', '\r', '\ufeff', '\u2028', '-\n', 'a-\n', 'a\n\n\n'],
  markdown: [
    '[',
    '![',
    '](',
    '[a](',
    '[a][',
    '*',
    '**a',
    '_a',
    '`',
    '`a``',
    '```\n',
    '~~~a\n',
    '<',
    '<a ',
    '<!--',
    '<![CDATA[',
    '&',
    '&#',
    '\\',
    '> ',
    '>\n',
    '- ',
    '1. ',
    ' - a\n',
    '|',
    '|-',
    'a|b\n-|-\n',
    '#',
    '---\n',
    '    ',
    '[a]: <',
    '[^a]: ',
    '$$',
    'http://a',
    'a@',
  ],
};
const START: Readonly<Record<FormatId, string>> = {
  jsonl: '{"text":"one"}\n{"text":"two"}\n',
  json: '[{"text":"one"},\n{"text":"two"},\n',
  csv: 'id,text\n1,one\n2,two\n',
  tsv: 'id\ttext\n1\tone\n2\ttwo\n',
  text: 'one two ',
  markdown: 'one two ',
};
const CASES = Object.entries(PIECES).flatMap(([format, pieces]) =>
  pieces.map((piece) => ({ format: format as FormatId, piece, shown: JSON.stringify(piece) })),
);

describe.skipIf(process.platform !== 'linux')('15 MB of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  let yardstick: Yardstick;
  beforeAll(async () => {
    yardstick = await takeYardstick(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CASES)('$shown as $format', async ({ format, piece, shown }) => {
    const path = join(folder, 'pieces');
    function* chunks(): Iterable<string | Uint8Array> {
      yield START[format];
      yield* repeated(piece, BYTES - (BYTES % Buffer.byteLength(piece)));
    }
    const bytes = await store(path, chunks());
    const run = await audit([path], ['--input-format', format]);
    expectBounded(`${shown} as ${format}`, bytes, run, yardstick);
    // Nothing closes the array that the JSON begins with, so that its end is missed unless the pieces have one.
    const isCut = Object.hasOwn(run.corpus?.problems.byCode ?? {}, 'JSON_TRUNCATED');
    expect(isCut).toBe(format === 'json' && !piece.startsWith(']'));
    expect(run.code).toBe(isCut ? 3 : 0);
    if (!isCut) expect(run.stderr).toBe('');
    expect(run.corpus?.documents).toBeGreaterThan(0);
    await rm(path);
  });
});
