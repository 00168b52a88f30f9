import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { finished, heteroglossia, inFolder, MONOLOGIC, start } from './command.ts';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

describe.concurrent('an input is never overwritten', () => {
  it.each<[args: string[]]>([
    [['audit', 'data', '-o', 'data/a.json']],
    [['audit', '.', '-o', './data/a.json']],
    [['audit', 'data/*.json', '-o', 'data/a.json']],
    [['audit', 'link', '-o', 'data/a.json']],
    [['audit', 'data', '-o', 'hard.json']],
    [['profile', 'data', '-o', 'data/a.json']],
    [['profile', '**/*.json', '-o', 'link/a.json']],
  ])('%j', async (args) => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'data'));
      writeFileSync(join(cwd, 'data/a.json'), readFileSync(MONOLOGIC));
      symlinkSync('data', join(cwd, 'link'));
      linkSync(join(cwd, 'data/a.json'), join(cwd, 'hard.json'));
      const { code, stdout, stderr } = await heteroglossia(args, { cwd });
      expect(stderr).toContain('it is one of the inputs');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(readFileSync(join(cwd, 'data/a.json')).equals(readFileSync(MONOLOGIC))).toBe(true);
      expect(readdirSync(join(cwd, 'data'))).toEqual(['a.json']);
    });
  });
});

test.concurrent('a folder that is read may take a new report', async () => {
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'corpus.jsonl'), readFileSync(MONOLOGIC));
    const args = ['audit', '.', '-o', 'report.json', '--quiet'];
    expect(await heteroglossia(args, { cwd })).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readdirSync(cwd)).toEqual(['corpus.jsonl', 'report.json']);
  });
});

test.concurrent.each<[args: string[]]>([
  [['-o', '-', '-o', '-']],
  [['-o', 'r.json', '-o', './r.json']],
  [['-o', 'r.json', '-o', 'link/r.json']],
])('one place for two reports is refused: %j', async (args) => {
  await inFolder(async (cwd) => {
    symlinkSync('.', join(cwd, 'link'));
    const { code, stdout, stderr } = await heteroglossia([MONOLOGIC, ...args], { cwd });
    expect(stderr).toBe(`heteroglossia: --output cannot be "${args.at(-1)}". It takes each place once.\n`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readdirSync(cwd)).toEqual(['link']);
  });
});

test.concurrent.each<[option: string, args: string[], rest: string]>([
  ['--pairs', ['--pairs', 'absent/p'], 'its folder does not exist. Choose another place with --pairs.'],
  ['--documents', ['--documents', '.'], 'it is a folder. Choose another place with --documents.'],
  ['--pairs', ['--documents', 'd', '--pairs', 'd'], '--pairs cannot be "d". It takes each place once.'],
])('a list that cannot be written names its own option: %s %j', async (_, args, rest) => {
  await inFolder(async (cwd) => {
    const { code, stderr } = await heteroglossia([MONOLOGIC, ...args], { cwd });
    expect(stderr).toContain(rest);
    expect(stderr).not.toContain('--output');
    expect(code).toBe(2);
  });
});

test.concurrent('a folder that cannot be written to is told of once', async ({ skip }) => {
  if (!isRoot) skip();
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'corpus.jsonl'), readFileSync(MONOLOGIC));
    mkdirSync(join(cwd, 'closed'), { mode: 0o700 });
    chmodSync(cwd, 0o755);
    const env = { HOME: '/nonexistent', TSX_DISABLE_CACHE: '1' };
    for (const output of ['closed/r.json', 'r.json']) {
      const args = ['audit', 'corpus.jsonl', '-o', output];
      const { code, stderr } = await heteroglossia(args, { cwd, env, user: NOBODY });
      expect(stderr).toBe(
        `heteroglossia: Cannot write to "${output}": there is no permission to write there. Choose another place with --output.\n`,
      );
      expect(code).toBe(2);
    }
  });
});

test.concurrent('a reader of a device that goes away ends the command quietly', async () => {
  await inFolder(async (cwd) => {
    // A shell, because standard output must be a pipe to be opened again by its name.
    const script = '"$0" "$@" -o /dev/stdout | head -c 5';
    const child = start(['profile', MONOLOGIC], { cwd, through: script });
    expect(await finished(child)).toEqual({ code: 0, stdout: 'heter', stderr: '' });
  });
});
