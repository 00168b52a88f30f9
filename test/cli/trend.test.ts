import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { TrendReport } from '../../src/report/trend-report.ts';
import { madeTexts } from '../compare/made-texts.ts';
import { finished, heteroglossia, inFolder, type Result, start } from './command.ts';

const QUIET = ['--workers', '1', '--no-progress'];
const WEEKS = ['01', '02', '03', '05', '06', '07', '08'];
const PER_WEEK = 30;

interface Dated {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
}

/** Weeks of 2025 without the fourth, in the order of chance in which documents may come. */
function weeksOf(texts: readonly string[]): readonly Dated[] {
  return texts.map((text, place) => {
    const week = Number(WEEKS[place % WEEKS.length]);
    // The first week of 2025 begins on the 30th of December, so that its Thursday is the 2nd of January.
    const date = new Date(Date.UTC(2025, 0, 2 + 7 * (week - 1))).toISOString();
    return { id: `d${place}`, text, date };
  });
}

const texts = madeTexts({ seed: 11, documents: PER_WEEK * WEEKS.length });

/** The same weeks, but half of the last is copies of its other half. */
function withCopies(documents: readonly Dated[]): readonly Dated[] {
  const last = documents.filter((_, place) => place % WEEKS.length === WEEKS.length - 1);
  return documents.map((document) => {
    const place = last.indexOf(document);
    return place < PER_WEEK / 2 ? document : { ...document, text: last[place - PER_WEEK / 2]?.text ?? '' };
  });
}

function linesOf(documents: readonly Dated[]): string {
  return documents.map((document) => `${JSON.stringify(document)}\n`).join('');
}

function trend(folder: string, args: readonly string[], stdin = ''): Promise<Result> {
  return heteroglossia(['trend', ...args, ...QUIET], { cwd: folder, stdin, env: { TMPDIR: folder } });
}

function parsed({ stdout }: Result): TrendReport {
  return JSON.parse(stdout) as TrendReport;
}

function leftovers(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('heteroglossia-'));
}

test.concurrent('a dated corpus is cut by week, and its copied week is the only one with an alarm', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'posts.jsonl'), linesOf(withCopies(weeksOf(texts))));
    const result = await trend(folder, ['posts.jsonl', '--by', 'week', '--json', '-o', 'trend.md']);
    expect(result.stderr).toBe('');
    expect(result.code).toBe(1);
    const report = parsed(result);
    expect(report).toMatchObject({
      schema: 'heteroglossia-trend/1',
      by: 'week',
      baseline: '2025-W01',
      missing: { total: 1, names: ['2025-W04'] },
      dates: { missing: 0, unreadable: 0, tooCoarse: 0, future: 0, examples: [] },
    });
    expect(report.points.map(({ name, documents }) => [name, documents])).toEqual(
      WEEKS.map((week) => [`2025-W${week}`, PER_WEEK]),
    );
    expect(report.points[0]?.change).toEqual({ value: 0, interval: [0, 0] });
    expect(report.points.filter(({ alarms }) => alarms.length > 0).map(({ name }) => name)).toEqual([
      '2025-W08',
    ]);
    const copies = report.points.at(-1)?.alarms.find(({ kind }) => kind === 'duplicates');
    expect(copies?.evidence[0]?.documents.length).toBeGreaterThan(0);
    expect(report.verdict.falseAlarmsPerYear).toBeGreaterThan(0);
    expect(readFileSync(join(folder, 'trend.md'), 'utf8')).toContain('duplicates');
    expect(leftovers(folder)).toEqual([]);
    const never = await trend(folder, ['posts.jsonl', '--by', 'week', '--fail-on', 'never']);
    expect(never.code).toBe(0);
    expect(never.stdout).toContain('2025-W08');
  });
});

test.concurrent('the order of documents changes nothing, and dates that lead nowhere are counted', async () => {
  await inFolder(async (folder) => {
    const weeks = weeksOf(texts);
    const odd: readonly Dated[] = [
      { id: 'none', text: 'A text without any date at all.' },
      { id: 'slashes', text: 'A text whose date could be two.', date: '01/02/2025' },
      { id: 'month', text: 'A text of a whole month.', date: '2025-02' },
      { id: 'never', text: 'A text of a day that never was.', date: '2025-02-30' },
      { id: 'later', text: 'A text of days to come.', date: '2999-01-01' },
    ];
    writeFileSync(join(folder, 'a.jsonl'), linesOf([...weeks, ...odd]));
    writeFileSync(join(folder, 'b.jsonl'), linesOf(weeks.toReversed()));
    const first = parsed(await trend(folder, ['a.jsonl', '--by', 'week', '--json']));
    const second = parsed(await trend(folder, ['b.jsonl', '--by', 'week', '--json']));
    expect(first.dates).toMatchObject({ missing: 1, unreadable: 2, tooCoarse: 1, future: 1 });
    expect(first.dates?.examples.map(({ line, reason }) => [line, reason])).toEqual([
      [211, 'missing'],
      [212, 'unreadable'],
      [213, 'too-coarse'],
      [214, 'unreadable'],
      [215, 'future'],
    ]);
    expect(first.problems.byCode).toEqual({ DATE_UNREADABLE: 2 });
    expect(second.points).toEqual(first.points);
    expect(second.charts).toEqual(first.charts);
  });
});

test.concurrent('inputs are points in the order given, profiles like files, against a baseline if one is given', async () => {
  await inFolder(async (folder) => {
    const names = ['c.jsonl', 'a.jsonl', 'b.jsonl'];
    for (const [place, name] of names.entries())
      writeFileSync(
        join(folder, name),
        linesOf(texts.slice(place * 40, (place + 1) * 40).map((text, id) => ({ id: `${id}`, text }))),
      );
    writeFileSync(join(folder, 'small.jsonl'), linesOf([{ id: 'x', text: 'One text.' }]));
    writeFileSync(join(folder, 'empty.jsonl'), '');
    await heteroglossia(['profile', 'a.jsonl', '-o', 'a.profile', ...QUIET], { cwd: folder });
    const bytes = readFileSync(join(folder, 'a.profile')).toString('latin1');
    const older = bytes.replace('"identifiers","version":2', '"identifiers","version":1');
    expect(older).not.toBe(bytes);
    const body = Buffer.from(older, 'latin1').subarray(0, -32);
    writeFileSync(join(folder, 'old.profile'), Buffer.concat([body, hash('sha256', body, 'buffer')]));
    const inputs = ['c.jsonl', 'empty.jsonl', 'old.profile', 'small.jsonl', 'a.profile', 'b.jsonl'];
    const result = await trend(folder, [...inputs, '--json']);
    expect(result.stderr).toContain('"old.profile" cannot be compared');
    expect(result.code).toBe(0);
    const report = parsed(result);
    expect(report.points.map(({ name, state }) => [name, state])).toEqual([
      ['c.jsonl', 'learning'],
      ['empty.jsonl', 'too-small'],
      ['old.profile', 'other-plan'],
      ['small.jsonl', 'too-small'],
      ['a.profile', 'learning'],
      ['b.jsonl', 'learning'],
    ]);
    expect(report).toMatchObject({
      baseline: 'c.jsonl',
      dates: null,
      verdict: { direction: 'insufficient-data' },
    });
    const against = parsed(await trend(folder, ['a.jsonl', 'b.jsonl', '--baseline', 'c.jsonl', '--json']));
    expect(against.points.map(({ change }) => change)).toEqual(
      report.points.slice(4).map(({ change }) => change),
    );
  });
});

test.concurrent('a series that cannot be followed is refused with a remedy', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'a.jsonl'), linesOf([{ id: 'a', text: 'A text without a date.' }]));
    await heteroglossia(['profile', 'a.jsonl', '-o', 'a.profile', ...QUIET], { cwd: folder });
    const refused: readonly (readonly [readonly string[], RegExp])[] = [
      [['a.jsonl', '--by', 'fortnight'], /day, week, month, year/u],
      [['a.jsonl', '--by', 'week'], /--date-field/u],
      [['a.profile', '--by', 'week'], /is a profile/u],
      [['a.jsonl', '--fail-on', 'monologic'], /narrowed or never/u],
      [['-', '-'], /standard input is read already/u],
      [['missing.jsonl'], /no file or folder/u],
    ];
    for (const [args, sentence] of refused) {
      const { code, stderr, stdout } = await trend(folder, args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(sentence);
    }
    expect(leftovers(folder)).toEqual([]);
  });
});

test.concurrent('an interruption leaves no temporary files', async () => {
  await inFolder(async (folder) => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    const child = start(['trend', '-', '--by', 'week', ...QUIET], {
      cwd: folder,
      env: { TMPDIR: temporary },
    });
    child.stdin?.on('error', () => undefined).write(linesOf(weeksOf(texts)));
    const end = finished(child);
    while (readdirSync(temporary).length === 0) await setTimeout(20);
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
    expect(existsSync(temporary) && readdirSync(temporary)).toEqual([]);
  });
});
