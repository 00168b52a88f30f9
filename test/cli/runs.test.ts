import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { finished, HETEROGLOSSIC, heteroglossia, inFolder, MONOLOGIC, start } from './command.ts';

describe.concurrent('the exit code follows --fail-on', () => {
  it.each<[args: string[], code: number]>([
    [[MONOLOGIC], 1],
    [[MONOLOGIC, '--fail-on', 'never'], 0],
    [[MONOLOGIC, '--fail-on', 'narrowing'], 1],
    [[MONOLOGIC, '--fail-on', 'insufficient'], 1],
    [[HETEROGLOSSIC], 0],
    [[HETEROGLOSSIC, '--fail-on', 'narrowing'], 0],
    [[HETEROGLOSSIC, '--fail-on', 'heteroglossic'], 1],
    [[HETEROGLOSSIC, '--limit', '6', '--fail-on', 'heteroglossic'], 0],
    [[HETEROGLOSSIC, '--limit', '6', '--fail-on', 'insufficient'], 1],
  ])('%j', async (args, code) => {
    const result = await heteroglossia([...args, '--quiet']);
    expect(result).toEqual({ code, stdout: '', stderr: '' });
  });
});

test.concurrent('a lost input outranks the verdict', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'broken.jsonl.gz'), Buffer.from('1f8b0800000000000003', 'hex'));
    writeFileSync(join(folder, 'corpus.jsonl'), readFileSync(MONOLOGIC));
    const { code, stdout } = await heteroglossia([folder]);
    expect(stdout).toContain('Left out: 1 input (');
    expect(code).toBe(3);
  });
});

test.concurrent('the report goes to standard output: plain when piped, no wider than 80, one screen', async () => {
  const { stdout, stderr } = await heteroglossia(['audit', MONOLOGIC]);
  expect(stdout).toMatch(/^Monologic: /);
  expect(stdout).not.toContain('\u001b');
  expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
  expect(stderr).toBe('');
});

test.concurrent('colour can be forced, and --no-color wins over that', async () => {
  const env = { FORCE_COLOR: '1' };
  expect((await heteroglossia([MONOLOGIC], { env })).stdout).toContain('\u001b[31m');
  expect((await heteroglossia([MONOLOGIC, '--no-color'], { env })).stdout).not.toContain('\u001b');
});

test.concurrent('with --json standard output is JSON and nothing else', async () => {
  await inFolder(async (folder) => {
    const { code, stdout } = await heteroglossia([MONOLOGIC, '--json', '-o', '-', '-o', 'r.md'], {
      cwd: folder,
    });
    const report = JSON.parse(stdout) as Report;
    expect(report.schema).toBe('heteroglossia-report/1');
    expect(report.verdict.level).toBe('monologic');
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['r.md']);
  });
});

test.concurrent('-o - is the report as Markdown in the place of the one for the terminal', async () => {
  const { stdout } = await heteroglossia([MONOLOGIC, '-o', '-', '--quiet']);
  expect(stdout).toMatch(/^# Corpus diversity report\n/);
});

test.concurrent('reports are written whole and leave no temporary file', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'r.json'), 'old');
    const { stdout } = await heteroglossia([MONOLOGIC, '-o', 'r.json', '-o', 'r.md'], { cwd: folder });
    expect(stdout).toMatch(/^Monologic: /);
    expect(readdirSync(folder).toSorted()).toEqual(['r.json', 'r.md']);
    expect((JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')) as Report).corpus.documents).toBe(400);
  });
});

test.concurrent('a configuration gives options, and the command line wins', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'c.yaml'), 'limit: 30\nfail-on: never\nquiet: true\noutput: r.json\n');
    const first = await heteroglossia([MONOLOGIC, '--config', 'c.yaml'], { cwd: folder });
    expect(first).toEqual({ code: 0, stdout: '', stderr: '' });
    const report = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')) as Report;
    expect(report.corpus.documents).toBe(30);
    expect(report.run.options).toEqual({ limit: 30, 'fail-on': 'never' });
    const second = await heteroglossia([MONOLOGIC, '--config', 'c.yaml', '--limit', '40', '--json'], {
      cwd: folder,
    });
    expect((JSON.parse(second.stdout) as Report).corpus.documents).toBe(40);
  });
});

test.concurrent('a pipeline does what it says', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'corpus.jsonl'), readFileSync(MONOLOGIC));
    const pipeline = 'job: audit\ninputs: [corpus.jsonl]\noptions: { quiet: true }\noutputs: [r.md]\n';
    writeFileSync(join(folder, 'p.yaml'), pipeline);
    expect(await heteroglossia(['run', 'p.yaml'], { cwd: folder })).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(join(folder, 'r.md'), 'utf8')).toMatch(/^# Corpus diversity report/);
  });
});

test.concurrent('profiles merge into the profile of everything, and can be audited', async () => {
  await inFolder(async (cwd) => {
    await heteroglossia(['profile', MONOLOGIC, '-o', 'm.profile'], { cwd });
    await heteroglossia(['profile', HETEROGLOSSIC, '-o', 'h.profile'], { cwd });
    await heteroglossia(['profile', MONOLOGIC, HETEROGLOSSIC, '-o', 'both.profile'], { cwd });
    const merged = await heteroglossia(['merge', 'h.profile', 'm.profile', '-o', 'merged.profile'], { cwd });
    expect(merged).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'merged.profile')).equals(readFileSync(join(cwd, 'both.profile')))).toBe(
      true,
    );
    const { stdout } = await heteroglossia(['audit', 'merged.profile', '--json'], { cwd });
    expect((JSON.parse(stdout) as Report).corpus.documents).toBe(800);
  });
});

test.concurrent('tokenize prints a JSON line a document', async () => {
  const stdin = `{"id":"a","text":"One two.\\u001b[31m"}\n{"text":"Trois."}\n`;
  const { code, stdout } = await heteroglossia(['tokenize', '-'], { stdin });
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(stdout).not.toContain('\u001b');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'a', words: ['one', 'two', '31m'] });
  expect(code).toBe(0);
});

test.concurrent('explain lists audits and measures, and tells one', async () => {
  const list = await heteroglossia(['explain']);
  expect(list.stdout).toMatch(
    /^Audits\n[\s\S]*^ {2}cross-document-overlap {2,}\S[\s\S]*^Measures\n[\s\S]*^ {2}overlap {2,}\S/m,
  );
  const measure = await heteroglossia(['explain', 'word-evenness']);
  expect(measure.stdout).toMatch(/^word-evenness: measure\n\nMeasures {2}\S/);
  const both = await heteroglossia(['explain', 'compression']);
  expect(both.stdout.match(/^Formula {3}\S/gm)).toHaveLength(2);
  expect(list.stdout).toMatch(/^Comparisons\n {2}narrowing {2,}\S/m);
  const comparison = await heteroglossia(['explain', 'narrowing']);
  expect(comparison.stdout).toMatch(/^narrowing: comparison\n\nMeasures {2}\S/);
  const one = await heteroglossia(['explain', 'cross-document-overlap']);
  expect(one.stdout).toMatch(
    /\nMeasures {2}\S[\s\S]*\nFormula {3}\S[\s\S]*\nMatters {3}\S[\s\S]*\nReading {3}\S[\s\S]*\nMoved by {2}\S[\s\S]*\nSilent {4}\S[\s\S]*\nSource {4}\S[\s\S]*\nTaken of {2}overlap, size\n/,
  );
  expect(Math.max(...one.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test.concurrent('help and version answer with exit code 0', async () => {
  const help = await heteroglossia(['--help']);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('Exit codes:');
  const version = await heteroglossia(['--version']);
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test.concurrent('a reader that goes away ends the command quietly', async () => {
  const child = start(['tokenize', MONOLOGIC]);
  child.stdout?.once('data', () => child.stdout?.destroy());
  const { stderr, code } = await finished(child);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
});

test.concurrent('Ctrl-C ends a run with 130, and leaves nothing behind', async () => {
  await inFolder(async (folder) => {
    const output = join(folder, 'r.json');
    // Standard input stays open, so the run cannot end by itself.
    const child = start(['audit', '-', '-o', output]);
    // More than a pipe holds: once all of it has left, the run is reading.
    await new Promise((resolve) => {
      child.stdin?.write('{"text":"one and the same text"}\n'.repeat(30_000), resolve);
    });
    const asked = Date.now();
    child.kill('SIGINT');
    const { code, stdout, stderr } = await finished(child);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/^(heteroglossia: Interrupted\.\n)?$/);
    expect(Date.now() - asked).toBeLessThan(1500);
    expect(existsSync(output)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.concurrent('in GitHub Actions annotations go to standard error, unless a report for machines is asked for', async () => {
  const env = { GITHUB_ACTIONS: 'true' };
  const plain = await heteroglossia([MONOLOGIC, '--no-progress'], { env });
  expect(plain.code).toBe(1);
  expect(plain.stderr).toMatch(/^::error title=heteroglossia%3A monologic::Monologic: /u);
  expect(plain.stdout).not.toContain('::error');
  for (const option of ['--json', '--quiet'])
    expect((await heteroglossia([MONOLOGIC, option, '--no-progress'], { env })).stderr).toBe('');
});
