import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '../../src/sources/file.ts';
import { audit, profileHash, recordOf, seeded } from '../support/large-files.ts';

/** What must not be torn where one chunk ends and the next begins, as it stands in a file of JSON Lines. */
const WHOLES = [
  '\\ud83d\\ude00',
  '😀',
  '\\\\ud83d',
  '\\n',
  '€',
  '\\ud83d',
  '\u{10ffff}',
  '\\"',
  'e\u0301',
  '\r\n',
];
/** Enough to go past the ends of two ranges of 32 MiB. */
const BORDERS = 264;
const RANGE_BORDER = 128;
const FILLER_BYTES = 1_500;
/** No border of a chunk lies in a file of this size. */
const SMALL_BYTES = 200_000;

const random = seeded(11);
const STOCK = Array.from({ length: 3_000 }, () => wordOfLetters(1 + Math.floor(random() * 9)));

function wordOfLetters(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

/** A line of exactly so many bytes. */
function fillerOf(bytes: number): Buffer {
  let text = '';
  while (text.length < bytes) text += `${STOCK[Math.floor(random() * STOCK.length)]} `;
  return Buffer.from(recordOf({ text: text.slice(0, bytes - recordOf({ text: '' }).length) }));
}

/** Lines that put the first bytes of something before each border, and the rest of it behind. */
function* lines(): Generator<Buffer> {
  let position = 0;
  for (let number = 1; number <= BORDERS; number++) {
    const border = number * CHUNK_BYTES;
    const [line, torn] = lineWith(number);
    // At the end of the second range a line begins with it; everywhere else something is torn.
    const start = border - (number === 2 * RANGE_BORDER ? 0 : torn);
    for (; start - position > 2 * FILLER_BYTES; position += FILLER_BYTES) yield fillerOf(FILLER_BYTES);
    if (start > position) yield fillerOf(start - position);
    yield line;
    position = start + line.length;
  }
}

/** A line with one of the wholes, and the offset in the line at which it is to be torn: each of its bytes in turn. */
function lineWith(number: number): readonly [line: Buffer, torn: number] {
  const whole = WHOLES[number % WHOLES.length] ?? '';
  const turn = Math.floor(number / WHOLES.length);
  const bytes = Buffer.byteLength(whole);
  const before = whole === '\r\n' ? `{"text":"line ${number}"}` : `{"text":"before ${number} `;
  const after = whole === '\r\n' ? '' : ` after"}\n`;
  const torn = Buffer.byteLength(before) + 1 + (turn % Math.max(1, bytes - 1));
  return [Buffer.from(before + whole + after), torn];
}

describe('what lies across the border of two chunks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  const large = join(folder, 'large.jsonl');
  const small = join(folder, 'small');
  const output = join(folder, 'output.profile');
  let expected = '';
  beforeAll(async () => {
    const all = [...lines()];
    await writeFile(large, Buffer.concat(all));
    await mkdir(small);
    await storeInFiles(all);
    expected = await profileHash([small], output);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function storeInFiles(all: readonly Buffer[]): Promise<void> {
    let waiting: Buffer[] = [];
    let files = 0;
    for (const [index, line] of all.entries()) {
      waiting.push(line);
      const size = waiting.reduce((sum, { length }) => sum + length, 0);
      if (size < SMALL_BYTES && index < all.length - 1) continue;
      await writeFile(join(small, `${files++}.jsonl`), Buffer.concat(waiting));
      waiting = [];
    }
  }

  it('is what it is in small files, to the byte of the profile', async () => {
    expect(await profileHash([large], output)).toBe(expected);
    expect(await profileHash([large], output, ['--workers', '1'])).toBe(expected);
    const { corpus } = await audit([large]);
    expect(corpus?.documents).toBeGreaterThan(40_000);
    expect(corpus?.problems.byCode).toEqual({ LONE_SURROGATE: BORDERS_WITH_HALF_PAIRS });
  });

  it('is the same compressed', async () => {
    const packed = join(folder, 'packed.jsonl.gz');
    await writeFile(packed, gzipSync(await readFile(large), { level: 1 }));
    expect(await profileHash([packed], output)).toBe(expected);
  });

  it('is the same as text in UTF-8 and UTF-16, and as one record in escapes', async () => {
    const text = wholeText();
    await writeFile(join(folder, 'plain.txt'), text);
    await writeFile(join(folder, 'plain.txt.gz'), gzipSync(text));
    await writeFile(join(folder, 'wide.txt'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    await writeFile(join(folder, 'escaped.jsonl'), `{"text":"${escapedUnits(text)}"}\n`);
    const hashes = ['plain.txt', 'plain.txt.gz', 'wide.txt', 'escaped.jsonl'].map((name) =>
      profileHash([join(folder, name)], join(folder, `${name}.profile`)),
    );
    expect(new Set(await Promise.all(hashes)).size).toBe(1);
  });
});

const BORDERS_WITH_HALF_PAIRS = Array.from({ length: BORDERS }, (_, index) => index + 1).filter(
  (number) => WHOLES[number % WHOLES.length] === '\\ud83d',
).length;

/** Every unit of UTF-16 beyond ASCII as an escape of JSON. */
function escapedUnits(text: string): string {
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text of characters of 1 to 4 bytes that fall on borders in every way, because their widths have no common measure. */
function wholeText(): string {
  const characters = ['😀', 'a', '€ ', 'é', ' 𝔘', 'b ', '\u{10ffff}'];
  return Array.from({ length: 300_000 }, () => characters[Math.floor(random() * characters.length)]).join('');
}
