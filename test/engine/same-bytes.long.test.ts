import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finished } from '../cli/command.ts';
import {
  hashOf,
  MB,
  made,
  ordinaryLines,
  profileHash,
  recordOf,
  seeded,
  startBuilt,
  store,
  upTo,
  wordOf,
} from '../support/large-files.ts';

const FILES = 5;
const FILE_BYTES = 12 * MB;
/** Distinct texts that do not fit into the tables either. */
const SHORT_TEXTS = 300_000;
const BROKEN = ['{"broken\n', '[]\n', '{"text": 1}\n', '{"text":" "}\n'];

describe('the same corpus gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  const corpus = join(folder, 'corpus');
  const paths = Array.from({ length: FILES }, (_, file) => join(corpus, `${file}.jsonl`));
  const whole = join(folder, 'whole.jsonl');
  let expected = '';
  beforeAll(async () => {
    await mkdir(corpus);
    for (const [file, path] of paths.entries()) await store(path, lines(file));
    const contents = await Promise.all(paths.map((path) => readFile(path)));
    await writeFile(whole, Buffer.concat(contents));
    expected = await of([corpus]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function of(inputs: readonly string[], options: readonly string[] = []): Promise<string> {
    return profileHash(inputs, join(folder, 'output.profile'), options);
  }

  it.each([1, 2, 3, 8])('with %i workers', async (workers) => {
    expect(await of([corpus], ['--workers', String(workers), '--memory', '4GB'])).toBe(expected);
    expect(await of([whole], ['--workers', String(workers), '--memory', '4GB'])).toBe(expected);
  });

  it('with any memory from 768 MB to 8 GB', async () => {
    expect(await of([corpus], ['--memory', '768MB'])).toBe(expected);
    expect(await of([corpus], ['--memory', '4GB'])).toBe(expected);
  });

  it('with any memory below, where tables are smaller', async () => {
    const small = await of([corpus], ['--memory', '512MB']);
    expect(small).not.toBe(expected);
    expect(await of([whole], ['--memory', '700MB', '--workers', '2'])).toBe(small);
  });

  it('in any order of the files', async () => {
    const random = seeded(5);
    for (let turn = 0; turn < 3; turn++) {
      const keyed = paths.map((path) => ({ path, key: random() })).toSorted((a, b) => a.key - b.key);
      expect(await of(keyed.map(({ path }) => path))).toBe(expected);
    }
  });

  it('under other names', async () => {
    const renamed = join(folder, 'renamed');
    await cp(corpus, renamed, { recursive: true });
    for (let file = 0; file < FILES; file++)
      await rename(join(renamed, `${file}.jsonl`), join(renamed, `${FILES - file}-again.jsonl`));
    expect(await of([renamed])).toBe(expected);
  });

  it('in a thousand small files, or in one', async () => {
    expect(await of([whole])).toBe(expected);
    const split = join(folder, 'split');
    await mkdir(split);
    const all = (await readFile(whole, 'utf8')).split(/(?<=\n)/u);
    const size = Math.ceil(all.length / 1_000);
    for (let from = 0; from < all.length; from += size)
      await writeFile(join(split, `${from}.jsonl`), all.slice(from, from + size).join(''));
    expect(await of([split])).toBe(expected);
  });

  it('compressed, in one piece or in several', async () => {
    const packed = join(folder, 'packed');
    await mkdir(packed);
    for (const [file, path] of paths.entries())
      await writeFile(join(packed, `${file}.jsonl.gz`), gzipSync(await readFile(path), { level: 1 }));
    expect(await of([packed])).toBe(expected);
    const members = paths.map((_, file) => readFile(join(packed, `${file}.jsonl.gz`)));
    await writeFile(join(folder, 'members.jsonl.gz'), Buffer.concat(await Promise.all(members)));
    expect(await of([join(folder, 'members.jsonl.gz')])).toBe(expected);
  });

  it('through standard input', async () => {
    const output = join(folder, 'piped.profile');
    const child = startBuilt(['profile', '-', '-o', output, '--quiet'], await readFile(whole));
    expect((await finished(child)).stderr).toBe('');
    expect(await hashOf(output)).toBe(expected);
  });

  it('merged from parts, and from parts that were made with larger tables', async () => {
    for (const memory of ['1GB', '8GB']) {
      const parts = paths.map((_, file) => join(folder, `${file}.profile`));
      for (const [file, path] of paths.entries())
        await profileHash([path], parts[file] ?? '', file === 0 ? [] : ['--memory', memory]);
      const output = join(folder, 'merged.profile');
      expect((await finished(startBuilt(['merge', ...parts, '-o', output]))).code).toBe(0);
      expect(await hashOf(output)).toBe(expected);
    }
  });
});

/** Ordinary documents, one-word documents and broken records, all mixed. */
function* lines(file: number): Generator<string> {
  const short = made(SHORT_TEXTS / FILES, (index) =>
    recordOf({ id: `short-${file}-${index}`, text: wordOf(file * SHORT_TEXTS + index) }),
  );
  let number = 0;
  for (const line of upTo(FILE_BYTES, ordinaryLines(file))) {
    yield line;
    for (let again = 0; again < 8; again++) yield short.next().value ?? '';
    number += 1;
    if (number % 100 === 0) yield BROKEN[(number / 100) % BROKEN.length] ?? '';
  }
}
