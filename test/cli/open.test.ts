import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { openerOf } from '../../src/cli/browser.ts';
import { heteroglossia, inFolder, type Result } from './command.ts';

const SAMPLE = 'reports/sample-narrowing.json';

function open(folder: string, ...args: readonly string[]): Promise<Result> {
  return heteroglossia(['open', ...args], { cwd: folder });
}

test.concurrent('open writes the page beside the report and prints its path', async () => {
  await inFolder(async (folder) => {
    copyFileSync(SAMPLE, join(folder, 'week.json'));
    const result = await open(folder, 'week.json');
    expect(result).toMatchObject({ code: 0, stdout: 'week.html\n', stderr: '' });
    const page = readFileSync(join(folder, 'week.html'), 'utf8');
    expect(page).toContain('<h1>Narrowing');
    expect(page).toContain('How it is got');
  });
});

test.concurrent('open leaves a page alone that is there already', async () => {
  await inFolder(async (folder) => {
    copyFileSync(SAMPLE, join(folder, 'week.json'));
    writeFileSync(join(folder, 'week.html'), 'mine');
    const { code, stdout } = await heteroglossia(['open', 'week.json', '--no-open'], {
      cwd: folder,
      env: { TMPDIR: folder },
    });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'week.html'), 'utf8')).toBe('mine');
    expect(stdout.trim()).not.toBe('week.html');
    expect(readFileSync(stdout.trim(), 'utf8')).toContain('</html>');
  });
});

test.concurrent('open writes what the endings of --output say, and nothing besides', async () => {
  await inFolder(async (folder) => {
    copyFileSync(SAMPLE, join(folder, 'week.json'));
    expect((await open(folder, 'week.json', '-o', 'a.md', '-o', 'b.html')).code).toBe(0);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toContain('# Corpus diversity report');
    expect(existsSync(join(folder, 'b.html'))).toBe(true);
    expect(existsSync(join(folder, 'week.html'))).toBe(false);
    const over = await open(folder, 'week.json', '-o', 'week.json');
    expect(over.code).toBe(2);
    expect(over.stderr).toContain('it is one of the inputs');
  });
});

test.concurrent('open refuses in one sentence what is no report', async () => {
  await inFolder(async (folder) => {
    const cases: readonly (readonly [string, string | null, RegExp])[] = [
      ['none.json', null, /There is no file or folder "none\.json"/u],
      ['cut.json', readFileSync(SAMPLE, 'utf8').slice(0, 900), /it ends in the middle/u],
      ['newer.json', '{"schema":"heteroglossia-report/9"}', /of a newer version than this one/u],
      ['other.json', '{"name":"\\u001b[2J"}', /it has no schema of a report/u],
    ];
    for (const [name, text, reason] of cases) {
      if (text !== null) writeFileSync(join(folder, name), text);
      const { code, stdout, stderr } = await open(folder, name);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(reason);
      expect(stderr).not.toMatch(/\p{Cc}(?<!\n)|unexpected/u);
    }
    expect((await open(folder, '.')).stderr).toContain('it is a folder');
    expect((await open(folder)).stderr).toContain('Name a report that was written as JSON');
  });
});

describe('the opener of a platform', () => {
  it('gets the path as one argument that no shell reads', () => {
    const path = '/tmp/a b; rm -rf $(x).html';
    for (const platform of ['darwin', 'win32', 'linux', 'freebsd'] as const)
      expect(openerOf(platform, path).args).toEqual([path]);
    expect(openerOf('linux', path).command).toBe('xdg-open');
  });
});
