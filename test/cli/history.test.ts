import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HETEROGLOSSIC, heteroglossia, inFolder } from './command.ts';

const RECORDS = readFileSync(HETEROGLOSSIC, 'utf8').split('\n').slice(0, 25).join('\n');
const SECRET = 'hunter2%3Fx';

function corpusIn(folder: string): string {
  writeFileSync(join(folder, 'c.jsonl'), RECORDS);
  return 'c.jsonl';
}

describe.concurrent('an audit with a history', () => {
  test('is kept as a week, which is listed, exported, and imported elsewhere', async () => {
    await inFolder(async (cwd) => {
      const corpus = corpusIn(cwd);
      const keep = ['--history', 'h.sqlite', '--week', '2026-W12', '--fail-on', 'never'];
      const { code, stdout, stderr } = await heteroglossia([corpus, ...keep, '--json'], { cwd });
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: 'heteroglossia: Kept as 2026-W12 of the series main in h.sqlite.\n',
      });
      const again = await heteroglossia([corpus, ...keep, '--series', 'news', '--quiet'], { cwd });
      expect(again).toEqual({ code: 0, stdout: '', stderr: '' });
      const listed = await heteroglossia(['history', 'list', 'h.sqlite'], { cwd });
      expect(listed.stdout.split('\n').map((line) => line.split(/\s+/u).slice(0, 3))).toEqual([
        ['series', 'week', 'documents'],
        ['main', '2026-W12', '25'],
        ['news', '2026-W12', '25'],
        [''],
      ]);
      await heteroglossia(['history', 'export', 'h.sqlite', '-o', 'all.jsonl'], { cwd });
      const lines = readFileSync(join(cwd, 'all.jsonl'), 'utf8').trimEnd().split('\n');
      const [first] = lines.map((line) => JSON.parse(line));
      expect(first.report).toEqual(JSON.parse(stdout));
      expect(first.point).toMatchObject({
        name: '2026-W12',
        date: '2026-03-16',
        documents: 25,
        change: null,
      });
      const imported = await heteroglossia(['history', 'import', 'copy.sqlite', 'all.jsonl'], { cwd });
      expect(imported.stderr).toBe('heteroglossia: 2 weeks are now in copy.sqlite.\n');
      const copied = await heteroglossia(['history', 'export', 'copy.sqlite'], { cwd });
      expect(copied.stdout.trimEnd().split('\n')).toEqual(lines);
      const one = await heteroglossia(['history', 'export', 'copy.sqlite', '--series', 'news'], { cwd });
      const piped = await heteroglossia(['history', 'import', 'one.sqlite', '-'], { cwd, stdin: one.stdout });
      expect(piped.stderr).toBe('heteroglossia: 1 week is now in one.sqlite.\n');
    });
  });

  test('knows what it was compared with', async () => {
    await inFolder(async (cwd) => {
      const corpus = corpusIn(cwd);
      await heteroglossia(['profile', corpus, '-o', 'c.profile'], { cwd });
      const keep = ['--history', 'h.sqlite', '--week', '2026-W12', '--quiet'];
      await heteroglossia([corpus, ...keep, '--baseline', 'c.profile'], { cwd });
      const { stdout } = await heteroglossia(['history', 'export', 'h.sqlite'], { cwd });
      const week = JSON.parse(stdout);
      // The corpus was compared with itself.
      expect(week.baselineDigest).toBe(week.profileDigest);
      expect(week.point.change.value).toBe(0);
    });
  });

  test('is kept in the present week where none is named', async () => {
    await inFolder(async (cwd) => {
      const { stderr } = await heteroglossia([corpusIn(cwd), '--history', 'h.sqlite', '--json'], { cwd });
      expect(stderr).toMatch(/Kept as \d{4}-W\d\d of/u);
    });
  });
});

describe.concurrent('a history that cannot be used is told of before the corpus is read', () => {
  test.each([
    [['--history', 'no/h.sqlite'], 'its folder does not exist'],
    [['--history', 'text.sqlite'], 'it is no SQLite database. Nothing was changed.'],
    [['--history', 'h.sqlite', '--week', '2026-W54'], '--week cannot be "2026-W54". It takes an ISO week'],
    [['--history', 'h.sqlite', '--week', '2999-W01'], 'It takes an ISO week that has begun'],
    [['--history', 'h.sqlite', '--series', '../x'], '--series cannot be "../x". It takes a name'],
    [['--week', '2026-W12'], '--week cannot be "2026-W12". It takes effect only together with --history.'],
    [['--series', 'news'], '--series cannot be "news". It takes effect only together with --history.'],
  ])('%j', async (options, answer) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'text.sqlite'), 'a diary');
      // There is no such corpus: had the run begun, that would be the complaint.
      const { code, stderr } = await heteroglossia(['audit', 'no.jsonl', ...options], { cwd });
      expect(stderr).toContain(answer);
      expect(code).toBe(2);
      expect(existsSync(join(cwd, 'h.sqlite'))).toBe(false);
    });
  });

  test.each([
    ['list', ['history', 'list', 'h.sqlite'], 'it does not exist'],
    ['export', ['history', 'export', 'h.sqlite'], 'it does not exist'],
    ['import', ['history', 'import', 'h.sqlite', 'no.jsonl'], 'There is no file or folder "no.jsonl"'],
    ['import without lines', ['history', 'import', 'h.sqlite'], 'a file of lines after the history'],
    ['list with lines', ['history', 'list', 'h.sqlite', 'x'], 'nothing after the history'],
    ['something else', ['history', 'delete', 'h.sqlite'], 'list, export, import'],
    ['nothing', ['history'], 'Say what to do'],
  ])('by the command that is to %s', async (_, args, answer) => {
    await inFolder(async (cwd) => {
      const { code, stdout, stderr } = await heteroglossia(args, { cwd });
      expect(stderr).toContain(answer);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(existsSync(join(cwd, 'h.sqlite'))).toBe(false);
    });
  });
});

describe.concurrent('the password of a history is never repeated', () => {
  const address = `postgres://me:${SECRET}@127.0.0.1:1/corpora`;
  test.each([
    ['where no server answers', ['audit', 'c.jsonl', '--history', address], ''],
    ['in an address that cannot be read', ['audit', 'c.jsonl', '--history', `${address}#@`], ''],
    ['by the history command', ['history', 'list', address], ''],
    ['of a pipeline', ['run', 'p.yaml'], weekly(address)],
    ['of a pipeline that is wrong', ['run', 'p.yaml'], weekly(`[${JSON.stringify(address)}]`)],
    ['of a configuration', ['audit', 'c.jsonl', '--config', 'p.yaml'], `history: ${address}`],
    [
      'of a configuration that is wrong',
      ['audit', 'c.jsonl', '--config', 'p.yaml'],
      `history: { a: "${address}" }`,
    ],
  ])('%s', async (_, args, file) => {
    await inFolder(async (cwd) => {
      corpusIn(cwd);
      writeFileSync(join(cwd, 'p.yaml'), file);
      const env = { HETEROGLOSSIA_DEBUG: '1' };
      const { code, stdout, stderr } = await heteroglossia(args, { cwd, env });
      expect(code).toBe(2);
      expect(stderr).toMatch(/history/u);
      expect(stdout + stderr).not.toContain('hunter2');
    });
  });
});

function weekly(history: string): string {
  return `job: weekly\ninputs: [c.jsonl]\nreports: r\nhistory: ${history}\n`;
}
