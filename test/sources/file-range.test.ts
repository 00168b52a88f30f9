import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLinesOfRange } from '../../src/sources/file-range.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heteroglossia-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(path: string, start: number, end: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const piece of readLinesOfRange({ path, start, end }, new AbortController().signal))
    chunks.push(piece);
  return Buffer.concat(chunks).toString();
}

async function pieces(text: string, cuts: readonly number[]): Promise<readonly string[]> {
  const path = join(folder, 'file');
  await writeFile(path, text);
  const length = Buffer.byteLength(text);
  const borders = [0, ...cuts.filter((cut) => cut > 0 && cut < length).toSorted((a, b) => a - b), length];
  return Promise.all(borders.slice(1).map((end, index) => linesOf(path, borders[index] ?? 0, end)));
}

test('ranges side by side give each line once and whole, wherever they are cut', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'é', '\r'), maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line).map((lines) => lines.join('\n')),
      fc.uniqueArray(fc.nat(60)),
      async (text, cuts) => {
        const found = await pieces(text, cuts);
        expect(found.join('')).toBe(text);
        const filled = found.filter((piece) => piece !== '');
        for (const piece of filled.slice(0, -1)) expect(piece.endsWith('\n')).toBe(true);
      },
    ),
  );
});

test('a line longer than a chunk belongs to the range it begins in, and later ranges end at once', async () => {
  const long = 'x'.repeat(700_000);
  expect(await pieces(`a\n${long}\nb\n`, [100_000, 300_000, 600_000])).toEqual([
    `a\n${long}\n`,
    '',
    '',
    'b\n',
  ]);
});
