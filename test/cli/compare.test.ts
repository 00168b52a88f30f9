import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { ComparisonReport } from '../../src/index.ts';
import { madeTexts } from '../compare/made-texts.ts';
import { heteroglossia, inFolder, type Result } from './command.ts';

const texts = madeTexts({ seed: 3, documents: 60 });
const QUIET = ['--workers', '1', '--no-progress'];

function linesOf(records: readonly Readonly<Record<string, string>>[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** A folder with an earlier version, one with copies in the place of a third, and one with more. */
async function inVersions(run: (folder: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const whole = texts.map((text, place) => ({ id: `d${place}`, text }));
    const rest = whole.slice(20);
    const more = madeTexts({ seed: 4, documents: 20 }).map((text, place) => ({ id: `n${place}`, text }));
    writeFileSync(join(folder, 'v1.jsonl'), linesOf(whole));
    writeFileSync(
      join(folder, 'copies.jsonl'),
      linesOf([...rest, ...rest.slice(0, 20).map(({ id, text }) => ({ id: `${id}-again`, text }))]),
    );
    writeFileSync(join(folder, 'more.jsonl'), linesOf([...whole, ...more]));
    await run(folder);
  });
}

function compare(folder: string, args: readonly string[], stdin = ''): Promise<Result> {
  return heteroglossia(['compare', ...args, ...QUIET], { cwd: folder, stdin });
}

function parsed({ stdout }: Result): ComparisonReport {
  return JSON.parse(stdout) as ComparisonReport;
}

/** All but the run, which is another one each time. */
function comparable(result: Result): unknown {
  const { run: _, ...rest } = parsed(result);
  return rest;
}

test.concurrent('compare answers in JSON, with the exit code of its direction', async () => {
  await inVersions(async (folder) => {
    const narrowed = await compare(folder, ['v1.jsonl', 'copies.jsonl', '--json']);
    expect(narrowed.code).toBe(1);
    expect(parsed(narrowed)).toMatchObject({
      schema: 'heteroglossia-comparison/1',
      baseline: { documents: 60 },
      candidate: { documents: 60 },
      verdict: { direction: 'narrowed' },
      documents: { unchanged: 40, added: 0, removed: 20, edited: 0 },
      accumulation: 'replaced',
    });
    expect((await compare(folder, ['v1.jsonl', 'copies.jsonl', '--fail-on', 'never', '--quiet'])).code).toBe(
      0,
    );
    const more = await compare(folder, ['v1.jsonl', 'more.jsonl', '--json']);
    expect(more.code).toBe(0);
    expect(parsed(more).accumulation).toBe('accumulated');
  });
});

test.concurrent('profiles give what their inputs give, and so does standard input', async () => {
  await inVersions(async (folder) => {
    for (const name of ['v1', 'copies'])
      await heteroglossia(['profile', `${name}.jsonl`, '-o', `${name}.profile`, ...QUIET], { cwd: folder });
    const files = comparable(await compare(folder, ['v1.jsonl', 'copies.jsonl', '--json']));
    expect(comparable(await compare(folder, ['v1.profile', 'copies.profile', '--json']))).toEqual(files);
    const piped = await compare(
      folder,
      ['v1.profile', '-', '--json'],
      readFileSync(join(folder, 'copies.jsonl'), 'utf8'),
    );
    expect(comparable(piped)).toEqual(files);
  });
});

test.concurrent('reports go where they are told to, and say what to do', async () => {
  await inVersions(async (folder) => {
    const { code, stdout } = await compare(folder, [
      'v1.jsonl',
      'copies.jsonl',
      '-o',
      'c.md',
      '-o',
      'c.json',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('Narrowed');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const markdown = readFileSync(join(folder, 'c.md'), 'utf8');
    for (const part of ['**Narrowed', 'To do:', 'How sure:', '**exact-duplicates**', '20 gone', '## Figures'])
      expect(markdown).toContain(part);
    expect(JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8'))).toMatchObject({
      accumulation: 'replaced',
    });
  });
});

test.concurrent('a comparison is written down in a pipeline', async () => {
  await inVersions(async (folder) => {
    writeFileSync(
      join(folder, 'p.yaml'),
      'job: compare\nbaseline: v1.jsonl\ncandidate: [copies.jsonl, more.jsonl]\noptions: { quiet: true, fail-on: never }\noutputs: [c.json]\n',
    );
    expect(await heteroglossia(['run', 'p.yaml'], { cwd: folder })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const { candidate } = JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8')) as ComparisonReport;
    expect(candidate.documents).toBe(140);
  });
});

test.concurrent('audit --baseline adds the comparison, which --fail-on narrowed heeds', async () => {
  await inVersions(async (folder) => {
    const args = [
      'audit',
      'copies.jsonl',
      '--baseline',
      'v1.jsonl',
      '--json',
      '--fail-on',
      'narrowed',
      ...QUIET,
    ];
    const { code, stdout } = await heteroglossia(args, { cwd: folder });
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as { readonly comparison: unknown };
    expect(report.comparison).toMatchObject({ verdict: { direction: 'narrowed' }, accumulation: 'replaced' });
    const refused = await heteroglossia(['audit', 'v1.jsonl', '--fail-on', 'narrowed'], { cwd: folder });
    expect(refused.stderr).toContain('only together with --baseline');
    expect(refused.code).toBe(2);
  });
});

describe('what cannot be compared is refused with a remedy', () => {
  it.concurrent('a profile of another plan, with the command that makes it anew', async () => {
    await inVersions(async (folder) => {
      await heteroglossia(['profile', 'v1.jsonl', '-o', 'v1.profile', ...QUIET], { cwd: folder });
      const bytes = readFileSync(join(folder, 'v1.profile'));
      const { hash } = await import('node:crypto');
      const text = bytes.toString('latin1').replace('"identifiers","version":2', '"identifiers","version":1');
      const body = Buffer.from(text, 'latin1').subarray(0, -32);
      writeFileSync(join(folder, 'old.profile'), Buffer.concat([body, hash('sha256', body, 'buffer')]));
      const { code, stderr, stdout } = await compare(folder, ['old.profile', 'more.jsonl']);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('"old.profile" cannot be compared: it was made with other measures');
      expect(stderr).toContain('heteroglossia profile <input>... -o "old.profile"');
    });
  });

  it.concurrent('a profile that is cut short or has a flipped byte', async () => {
    await inVersions(async (folder) => {
      await heteroglossia(['profile', 'v1.jsonl', '-o', 'v1.profile', ...QUIET], { cwd: folder });
      const bytes = readFileSync(join(folder, 'v1.profile'));
      writeFileSync(join(folder, 'cut.profile'), bytes.subarray(0, bytes.length - 100));
      const flipped = Buffer.from(bytes);
      flipped[2000] = (flipped[2000] ?? 0) ^ 1;
      writeFileSync(join(folder, 'flipped.profile'), flipped);
      for (const name of ['cut.profile', 'flipped.profile']) {
        const { code, stderr } = await compare(folder, ['more.jsonl', name]);
        expect(stderr).toContain(`"${name}" is not a usable profile: it is cut short or damaged`);
        expect(code).toBe(2);
      }
    });
  });

  it.concurrent.each([
    [['v1.jsonl'], 'Name two versions, the baseline first'],
    [['v1.jsonl', 'none.jsonl'], 'There is no file or folder "none.jsonl"'],
    [['v1.jsonl', 'empty.jsonl'], 'Not one document could be read'],
    [['-', '-'], 'cannot be "-"'],
    [
      ['v1.jsonl', 'more.jsonl', '--fail-on', 'monologic'],
      '--fail-on cannot be "monologic". It takes narrowed or never',
    ],
    [['v1.jsonl', 'more.jsonl', '-o', 'more.jsonl'], 'it is one of the inputs'],
    [['v1.jsonl', 'more.jsonl', '-o', 'c.pdf'], 'names no kind of report'],
  ])('%j', async (args, told) => {
    await inVersions(async (folder) => {
      writeFileSync(join(folder, 'empty.jsonl'), '');
      const { code, stdout, stderr } = await compare(folder, args);
      expect(stderr).toContain(told);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    });
  });
});

test.concurrent('an input that is lost on the way outranks the direction', async () => {
  await inVersions(async (folder) => {
    const { gzipSync } = await import('node:zlib');
    const whole = gzipSync(readFileSync(join(folder, 'copies.jsonl')));
    writeFileSync(join(folder, 'copies.jsonl.gz'), whole.subarray(0, whole.length - 20));
    const { code } = await compare(folder, ['v1.jsonl', 'copies.jsonl.gz', '--quiet']);
    expect(code).toBe(3);
  });
});

test.concurrent('other languages allow no direction', async () => {
  await inFolder(async (folder) => {
    const english = [
      'the',
      'of',
      'and',
      'house',
      'water',
      'people',
      'because',
      'morning',
      'never',
      'which',
      'would',
    ];
    const german = [
      'der',
      'und',
      'nicht',
      'haus',
      'wasser',
      'leute',
      'weil',
      'morgen',
      'niemals',
      'welche',
      'würde',
    ];
    for (const [name, words] of [
      ['en', english],
      ['de', german],
    ] as const) {
      const made = texts.map((text) =>
        text.replace(
          /w[0-9a-z]+/gu,
          (word) => words[Number.parseInt(word.slice(1), 36) % words.length] ?? '',
        ),
      );
      writeFileSync(
        join(folder, `${name}.jsonl`),
        linesOf(made.map((text, place) => ({ text: `${text} ${place}` }))),
      );
    }
    const result = await compare(folder, ['en.jsonl', 'de.jsonl', '--json']);
    const { verdict } = parsed(result);
    expect(verdict.warnings.map(({ code }) => code)).toContain('languages-differ');
    expect(verdict.direction).toBe('insufficient-data');
    expect(result.code).toBe(0);
  });
});

test('the help names the directions that a comparison can fail on, and no level of an audit', async () => {
  await inFolder(async (folder) => {
    const { stdout } = await heteroglossia(['compare', '--help'], { cwd: folder });
    expect(stdout.replace(/\s+/gu, ' ')).toContain('narrowed, never (default: narrowed)');
    expect(stdout).not.toMatch(/monologic|heteroglossic/u);
  });
});

test.concurrent('compare writes a page, JUnit XML and a badge, as the endings say', async () => {
  await inVersions(async (folder) => {
    const outputs = ['-o', 'changes.html', '-o', 'changes.xml', '-o', 'badge.svg', '--quiet'];
    const result = await compare(folder, ['v1.jsonl', 'copies.jsonl', ...outputs]);
    expect(result).toEqual({ code: 1, stdout: '', stderr: '' });
    const page = readFileSync(join(folder, 'changes.html'), 'utf8');
    expect(page).toContain('<h1>Narrowed: ');
    expect(page).toContain('By how many points of the homogeneity scale the candidate is more alike');
    expect(readFileSync(join(folder, 'changes.xml'), 'utf8')).toContain('<failure message="Narrowed: ');
    expect(readFileSync(join(folder, 'badge.svg'), 'utf8')).toContain('<title>corpus: narrowed +');
  });
});
