import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { finished, HETEROGLOSSIC, heteroglossia, inFolder, MONOLOGIC, start } from './command.ts';

/** Several commands, one after another. */
const LONG = 60_000;

describe.concurrent('a named pipe', () => {
  it('is read', async () => {
    await inFolder(async (cwd) => {
      expect(spawnSync('mkfifo', [join(cwd, 'pipe')]).status).toBe(0);
      spawn('sh', ['-c', 'cat "$0" > pipe', MONOLOGIC], { cwd });
      const { code, stdout } = await heteroglossia(['audit', 'pipe', '--limit', '1000', '--json'], { cwd });
      expect((JSON.parse(stdout) as Report).corpus.documents).toBe(400);
      expect(code).toBe(1);
    });
  });

  it('may be a profile', { timeout: LONG }, async () => {
    await inFolder(async (cwd) => {
      await heteroglossia(['profile', MONOLOGIC, '-o', 'm.profile'], { cwd });
      const through = '"$0" "$@" <(cat m.profile) -o n.profile';
      const result = await finished(start(['merge'], { cwd, through }));
      expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(readFileSync(join(cwd, 'n.profile')).equals(readFileSync(join(cwd, 'm.profile')))).toBe(true);
    });
  });

  it.each([
    ['audit', 'pipe', '--limit', '9'],
    ['profile', 'pipe', '--limit', '9', '-o', 'out'],
    ['merge', 'pipe', '-o', 'out'],
    ['tokenize', 'pipe'],
  ])('that nobody writes to can be given up by Ctrl-C: %s', { timeout: LONG }, async (...args) => {
    await inFolder(async (cwd) => {
      expect(spawnSync('mkfifo', [join(cwd, 'pipe')]).status).toBe(0);
      const child = start(args, { cwd });
      const ended = finished(child);
      await untilOpened(join(cwd, 'pipe'), child.pid);
      const asked = Date.now();
      child.kill('SIGINT');
      expect((await ended).code).toBe(130);
      expect(Date.now() - asked).toBeLessThan(2_000);
      expect(readdirSync(cwd)).toEqual(['pipe']);
    });
  });
});

/** Waits until a process has opened a file, or has had the time to. */
async function untilOpened(path: string, pid: number | undefined): Promise<void> {
  const folder = `/proc/${pid}/fd`;
  for (let turn = 0; turn < 100; turn += 1) {
    const open = existsSync(folder) ? readdirSync(folder) : [];
    if (open.some((name) => targetOf(join(folder, name)) === path)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function targetOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

describe.concurrent('profiles', () => {
  it('are found in folders and by globs to be merged', { timeout: LONG }, async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'days'));
      await heteroglossia(['profile', MONOLOGIC, '-o', 'days/a.profile'], { cwd });
      await heteroglossia(['profile', HETEROGLOSSIC, '-o', 'days/b'], { cwd });
      await heteroglossia(['merge', 'days/a.profile', 'days/b', '-o', 'named'], { cwd });
      writeFileSync(join(cwd, 'days/notes.txt'), 'these are no counts');
      for (const inputs of [['days'], ['days/*.profile', 'days/[b]']]) {
        const merged = await heteroglossia(['merge', ...inputs, '-o', 'found'], { cwd });
        expect(merged).toEqual({ code: 0, stdout: '', stderr: '' });
        expect(readFileSync(join(cwd, 'found')).equals(readFileSync(join(cwd, 'named')))).toBe(true);
      }
    });
  });

  it('are not merged with the sum of the last time, nor in part', { timeout: LONG }, async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'days'));
      mkdirSync(join(cwd, 'none'));
      await heteroglossia(['profile', MONOLOGIC, '-o', 'days/a.profile'], { cwd });
      const answerOf = async (...args: string[]): Promise<string> => {
        const { code, stderr } = await heteroglossia(['merge', ...args], { cwd });
        expect(code).toBe(2);
        return stderr;
      };
      for (const input of ['days', 'days/*.profile'])
        expect(await answerOf(input, '-o', 'days/a.profile')).toContain('it is one of the inputs');
      expect(await answerOf('none', '-o', 'x')).toContain(
        '"none" is not a usable profile: no file in it is one',
      );
      expect(await answerOf('no/*', '-o', 'x')).toContain('No file matches "no/*"');
      symlinkSync('nothing', join(cwd, 'days/z.profile'));
      expect(await answerOf('days', '-o', 'x')).toContain(
        '"days/z.profile" cannot be read: the symbolic link',
      );
    });
  });

  it('that are read as texts are called what they are', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'days'));
      await heteroglossia(['profile', MONOLOGIC, '-o', 'days/a.profile'], { cwd });
      writeFileSync(join(cwd, 'a.profile.gz'), gzipSync(readFileSync(join(cwd, 'days/a.profile'))));
      const args = ['audit', 'days', 'a.profile.gz', MONOLOGIC, '--json'];
      const { code, stdout } = await heteroglossia(args, { cwd });
      const { problems } = (JSON.parse(stdout) as Report).corpus;
      const message = expect.stringContaining('a heteroglossia profile: name it by itself and uncompressed');
      expect(problems.examples).toMatchObject([{ uri: 'days/a.profile', message }, { message }]);
      expect(code).toBe(3);
    });
  });
});

describe.concurrent('tokenize loses nothing in silence', () => {
  it.each<[args: string[], stdin: string, answer: string]>([
    [
      [MONOLOGIC, '--text-field', 'txet'],
      '',
      'No record has the field "txet" (--text-field). The fields seen are "text"',
    ],
    [['-'], '{"a":"one two"}\n', 'Not one document could be read: 1 × a record without the text field'],
    [['m.profile'], '', '"m.profile" is a profile'],
  ])('%j', async (args, stdin, answer) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'm.profile'), 'heteroglossia profile 2\n');
      const result = await heteroglossia(['tokenize', ...args], { cwd, stdin });
      expect(result.stderr).toContain(answer);
      expect(result).toMatchObject({ code: 2, stdout: '' });
    });
  });

  it('and gives what a file that is cut short has left', async () => {
    await inFolder(async (cwd) => {
      const whole = gzipSync(readFileSync(MONOLOGIC));
      writeFileSync(join(cwd, 'c.jsonl.gz'), whole.subarray(0, whole.length / 2));
      const { code, stdout, stderr } = await heteroglossia(['tokenize', 'c.jsonl.gz'], { cwd });
      expect(stdout.split('\n').length).toBeGreaterThan(50);
      expect(stderr).toMatch(
        /^heteroglossia: Not everything could be read: .* \(COMPRESSION_TRUNCATED\)\.\n$/,
      );
      expect(code).toBe(3);
    });
  });
});
