import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HETEROGLOSSIC, heteroglossia, MONOLOGIC } from './command.ts';

function casesOf(files: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cases-')), 'cases.json');
  writeFileSync(path, JSON.stringify([{ kind: 'pair', name: 'fixtures', files }]));
  return path;
}

describe('evaluate', () => {
  // The files of a case are beside it, so these are reached through the root of the file system.
  const up = '../'.repeat(12);
  const rising = [up + HETEROGLOSSIC, up + MONOLOGIC];

  test('prints a line a case and a summary, and exits with 0 where all pass', async () => {
    const { code, stdout, stderr } = await heteroglossia(['evaluate', casesOf(rising)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^pass {2}pair fixtures: \S+ to \S+, a difference of/u);
    expect(stdout).toMatch(/\n1 of 1 cases pass, 0 fail\.\n$/u);
  });

  test('exits with 1 where one fails, as JSON too', async () => {
    const { code, stdout } = await heteroglossia(['evaluate', '--json', casesOf(rising.toReversed())]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'heteroglossia-evaluation/1',
      summary: { cases: 1, passed: 0, failed: 1, unjudged: 0 },
      cases: [{ kind: 'pair', name: 'fixtures', outcome: 'failed' }],
    });
  });

  test('exits with 2 where it cannot run', async () => {
    const { code, stdout, stderr } = await heteroglossia(['evaluate', 'nowhere.json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no file or folder "nowhere.json"');
    expect((await heteroglossia(['evaluate'])).stderr).toContain('Name a file of labelled cases');
  });
});
