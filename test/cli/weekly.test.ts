import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLANTED_WEEK, weeklyBatches } from '../../fixtures/corpora/generator/weeks.ts';
import { openHistory } from '../../src/history/open-history.ts';
import { sqliteDatabase } from '../../src/history/sqlite-database.ts';
import { madeRun } from '../history/made-weeks.ts';
import { POSTGRES_NOTE, POSTGRES_PROGRAMS, startPostgres } from '../history/postgres-server.ts';
import { heteroglossia, inFolder } from './command.ts';
import { reportsIn, runWeek, WEEKS, weeksIn, writePipeline } from './weekly-folder.ts';
import { surviveKills } from './weekly-kills.ts';

/** Generous, since a busy machine is no failure. */
const TWELVE_RUNS_MILLISECONDS = 400_000;
const SMALL = ['options: { limit: 22, workers: 1, fail-on: never }'];

test(
  'twelve weeks give a history, twelve reports and an index, and what is lost of them comes back',
  async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, ['options: { workers: 1 }']);
      const codes: (number | null)[] = [];
      for (const week of WEEKS) codes.push((await runWeek(cwd, week)).code);
      // The planted week is the only alarm, and the scheduler hears of it that week.
      expect(codes).toEqual(WEEKS.map((week) => (week === PLANTED_WEEK ? 1 : 0)));
      expect((await weeksIn(cwd)).map(({ week }) => week)).toEqual(WEEKS);
      const reports = reportsIn(cwd);
      const names = WEEKS.flatMap((week) => ['html', 'json', 'md'].map((ending) => `${week}.${ending}`));
      expect([...reports.keys()]).toEqual([...names, 'index.html', 'index.json', 'index.md']);
      const index = JSON.parse(readFileSync(join(cwd, 'r', 'index.json'), 'utf8'));
      expect(index.points.map(({ name }: { name: string }) => name)).toEqual(WEEKS);
      const alarmed = index.points.filter(({ alarms }: { alarms: readonly unknown[] }) => alarms.length > 0);
      expect(alarmed.map(({ name }: { name: string }) => name)).toEqual([PLANTED_WEEK]);
      const planted = JSON.parse(readFileSync(join(cwd, 'r', `${PLANTED_WEEK}.json`), 'utf8'));
      expect(planted.week.alarms).toEqual(alarmed[0].alarms);
      expect(planted.week.alarms.map(({ kind }: { kind: string }) => kind)).toContain('duplicates');
      expect(index.reports[11]).toEqual({
        week: '2026-W12',
        paths: ['2026-W12.html', '2026-W12.json', '2026-W12.md'],
      });
      for (const week of WEEKS) expect(String(reports.get('index.md'))).toContain(`[md](${week}.md)`);
      const page = String(reports.get('index.html'));
      for (const week of WEEKS) expect(page).toContain(`href="./${week}.html"`);
      expect(page.match(/id="alarm-\d+"/gu)).toEqual(['id="alarm-9"']);
      const last = JSON.parse(readFileSync(join(cwd, 'r', '2026-W12.json'), 'utf8'));
      expect(last.week).toMatchObject({ series: 'main', name: '2026-W12', monday: '2026-03-16', weeks: 12 });
      expect(last.week.baselineWeek).toBe('2026-W01');
      expect(last.comparison.verdict.narrowing.value).toBe(index.points[11].change.value);
      expect(readFileSync(join(cwd, 'r', '2026-W12.html'), 'utf8')).toContain(
        '<h2 id="week">Week 2026-W12</h2>',
      );

      // A week that is run again replaces itself, and reports that are gone are written from the history.
      for (const name of names.slice(0, 15)) rmSync(join(cwd, 'r', name));
      writeFileSync(join(cwd, 'r', '2026-W07.md'), 'half a repo');
      writeFileSync(join(cwd, 'r', '.2026-W07.pending'), '');
      expect((await runWeek(cwd, '2026-W12')).code).toBe(codes.at(-1));
      expect(reportsIn(cwd)).toEqual(reports);
      expect(await weeksIn(cwd)).toHaveLength(12);
    });
  },
  TWELVE_RUNS_MILLISECONDS,
);

describe.concurrent('a week', () => {
  test('wins over the file on the command line, may come late, and comes once', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, [...SMALL, 'week: 2026-W03']);
      expect((await heteroglossia(['run', 'weekly.yaml', '--quiet'], { cwd })).code).toBe(0);
      // What a run leaves that is killed while it writes a file; the other may be one that still writes.
      const [old, young] = ['.2026-W03.md.0123456789ab.tmp', '.index.json.0123456789ab.tmp'] as const;
      for (const name of [old, young]) writeFileSync(join(cwd, 'r', name), 'half');
      utimesSync(join(cwd, 'r', old), new Date(0), new Date(0));
      for (const week of ['2026-W05', '2026-W04', '2026-W05'])
        expect((await runWeek(cwd, week)).code).toBe(0);
      const entries = await weeksIn(cwd);
      expect(entries.map(({ week }) => week)).toEqual(['2026-W03', '2026-W04', '2026-W05']);
      expect(readdirSync(join(cwd, 'r')).filter((name) => name.endsWith('.tmp'))).toEqual([young]);
      const late = JSON.parse(readFileSync(join(cwd, 'r', '2026-W04.json'), 'utf8'));
      expect(late.week).toMatchObject({ weeks: 2, baselineWeek: '2026-W03' });
      const index = JSON.parse(readFileSync(join(cwd, 'r', 'index.json'), 'utf8'));
      expect(index.points.map(({ name }: { name: string }) => name)).toEqual(entries.map(({ week }) => week));
    });
  });

  test('that is the first gives a new baseline when it is run again with other documents', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, SMALL, 'b.jsonl');
      const batches = [...weeklyBatches().values()];
      const digests = new Set<string | null | undefined>();
      for (const records of batches.slice(0, 2)) {
        writeFileSync(join(cwd, 'b.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
        await runWeek(cwd, '2026-W01');
        await runWeek(cwd, '2026-W02');
        const [first, second] = await weeksIn(cwd);
        expect(second?.baselineDigest).toBe(first?.profileDigest);
        digests.add(second?.baselineDigest);
      }
      expect(digests.size).toBe(2);
    });
  });

  test('is not run against another baseline without a word where that of its series is gone', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, SMALL);
      for (const week of ['2026-W01', '2026-W02']) expect((await runWeek(cwd, week)).code).toBe(0);
      const kept = readdirSync(join(cwd, 'r')).filter((name) => name.startsWith('baseline-'));
      expect(kept).toHaveLength(1);
      for (const name of kept) rmSync(join(cwd, 'r', name));
      const before = await weeksIn(cwd);
      const { code, stderr } = await runWeek(cwd, '2026-W03');
      expect(code).toBe(2);
      expect(stderr).toContain('compared with 2026-W01');
      expect(stderr).toContain(kept[0]);
      expect(await weeksIn(cwd)).toEqual(before);
      // The week itself makes its profile anew, and the series goes on.
      expect((await runWeek(cwd, '2026-W01')).code).toBe(0);
      expect((await runWeek(cwd, '2026-W03')).code).toBe(0);
      const last = JSON.parse(readFileSync(join(cwd, 'r', '2026-W03.json'), 'utf8'));
      expect(last.week.baselineWeek).toBe('2026-W01');
    });
  });

  test('takes no baseline that the history does not have as it is kept', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, SMALL);
      expect((await runWeek(cwd, '2026-W01')).code).toBe(0);
      const [name = ''] = readdirSync(join(cwd, 'r')).filter((own) => own.startsWith('baseline-'));
      const profile = readFileSync(join(cwd, 'r', name));
      writeFileSync(join(cwd, 'r', name.replace('W01', 'W00')), profile);
      writeFileSync(join(cwd, 'r', name), Buffer.concat([profile, Buffer.from('more')]));
      expect((await runWeek(cwd, '2026-W02')).code).toBe(0);
      const second = JSON.parse(readFileSync(join(cwd, 'r', '2026-W02.json'), 'utf8'));
      expect(second.week.baselineWeek).toBeNull();
    });
  });

  test('does not take the folder of another series', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, SMALL);
      expect((await runWeek(cwd, '2026-W01')).code).toBe(0);
      const reports = reportsIn(cwd);
      writePipeline(cwd, [...SMALL, 'series: forum']);
      const { code, stderr } = await runWeek(cwd, '2026-W01');
      expect(code).toBe(2);
      expect(stderr).toContain('holds the reports of "main"');
      expect(reportsIn(cwd)).toEqual(reports);
    });
  });

  test('is compared with a baseline that is named, and keeps none then', async () => {
    await inFolder(async (cwd) => {
      const [first = []] = weeklyBatches().values();
      writeFileSync(join(cwd, 'good.jsonl'), first.map((record) => `${JSON.stringify(record)}\n`).join(''));
      writePipeline(cwd, [...SMALL, 'baseline: good.jsonl']);
      expect((await runWeek(cwd, '2026-W01')).code).toBe(0);
      const [entry] = await weeksIn(cwd);
      expect(entry?.baselineDigest).toBe(entry?.profileDigest);
      expect(entry?.point.change?.value).toBe(0);
      expect([...reportsIn(cwd).keys()]).toHaveLength(6);
      expect(JSON.parse(readFileSync(join(cwd, 'r', '2026-W01.json'), 'utf8')).week.baselineWeek).toBeNull();
    });
  });

  test('tells the scheduler of an input that was lost, and is kept all the same', async () => {
    await inFolder(async (cwd) => {
      const [records = []] = weeklyBatches().values();
      writeFileSync(join(cwd, 'cut.json'), JSON.stringify(records).slice(0, -9));
      writePipeline(cwd, SMALL, 'cut.json');
      expect((await runWeek(cwd, '2026-W01', ['--quiet', '--limit', '100'])).code).toBe(3);
      expect(await weeksIn(cwd)).toHaveLength(1);
    });
  });

  test('of another plan or with a report that is none is drawn, and told of', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, SMALL);
      const history = await openHistory(join(cwd, 'h.sqlite'), { signal: new AbortController().signal });
      const imported = madeRun('2026-W01');
      await history.put([imported]);
      await history.close();
      const { code, stderr } = await runWeek(cwd, '2026-W02', ['--json']);
      expect(stderr).toContain('The history holds no report of 2026-W01 that can be shown.');
      expect(code).toBe(0);
      const index = JSON.parse(readFileSync(join(cwd, 'r', 'index.json'), 'utf8'));
      expect(index.reports.map(({ paths }: { paths: readonly string[] }) => paths.length)).toEqual([0, 3]);
      expect(index.points[0]).toMatchObject({ name: '2026-W01', documents: 100, state: 'other-plan' });
      expect(await weeksIn(cwd)).toHaveLength(2);
    });
  });

  test('without its batch is refused, and the history stays as it was', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, SMALL);
      await runWeek(cwd, '2026-W01');
      const before = reportsIn(cwd);
      const { code, stderr } = await runWeek(cwd, '2026-W20');
      expect(stderr).toContain('2026-W20.jsonl');
      expect(code).toBe(2);
      expect(await weeksIn(cwd)).toHaveLength(1);
      expect(reportsIn(cwd)).toEqual(before);
    });
  });

  test('is refused where another run has the history locked, and nothing of it is kept', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, SMALL);
      await runWeek(cwd, '2026-W01');
      const holder = await sqliteDatabase(join(cwd, 'h.sqlite'), { signal: new AbortController().signal });
      await holder.write(async () => {
        const { code, stderr } = await runWeek(cwd, '2026-W02');
        expect(stderr).toMatch(/h\.sqlite" cannot be used: another run has kept it locked for 10 seconds/u);
        expect(code).toBe(2);
      });
      await holder.close();
      expect(await weeksIn(cwd)).toHaveLength(1);
      expect(existsSync(join(cwd, 'r', '2026-W02.json'))).toBe(false);
      expect((await runWeek(cwd, '2026-W02')).code).toBe(0);
      expect([...reportsIn(cwd).keys()].filter((name) => name.startsWith('.'))).toEqual([]);
    });
  });

  test('of two batches side by side goes to two series of one history', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'weekly.yaml'), `parallel: 2\njobs:\n${batch('news')}${batch('forum')}`);
      const { code, stdout } = await runWeek(cwd, '2026-W01', []);
      expect(stdout).toMatch(/^weekly 1: exit 0\. .*2026-W01, after 1 week.*\nweekly 2: exit 0\. /u);
      expect(code).toBe(0);
      expect((await weeksIn(cwd)).map(({ series }) => series)).toEqual(['forum', 'news']);
      expect(existsSync(join(cwd, 'forum', '2026-W01.md'))).toBe(true);
    });
  });

  test.runIf(POSTGRES_PROGRAMS !== null)(
    `is followed in PostgreSQL as in a file${POSTGRES_NOTE}`,
    async () => {
      const server = await startPostgres();
      try {
        await inFolder(async (cwd) => {
          const address = await server.newDatabase();
          writePipeline(cwd, SMALL);
          const text = readFileSync(join(cwd, 'weekly.yaml'), 'utf8');
          await runWeek(cwd, '2026-W01');
          await runWeek(cwd, '2026-W02');
          const inFile = await weeksIn(cwd);
          const reports = reportsIn(cwd);
          rmSync(join(cwd, 'r'), { recursive: true });
          writeFileSync(join(cwd, 'weekly.yaml'), text.replace('h.sqlite', address));
          await runWeek(cwd, '2026-W01');
          await runWeek(cwd, '2026-W02');
          expect(await weeksIn(cwd, address)).toEqual(inFile);
          expect(reportsIn(cwd)).toEqual(reports);
        });
      } finally {
        await server.stop();
      }
    },
  );
});

describe.concurrent('a weekly pipeline that is wrong', () => {
  test.each([
    [['hstory: x'], [], 'line 5: there is no key "hstory". Did you mean "history"?'],
    [['week: 2026-W54'], [], 'line 5: week takes an ISO week such as 2026-W12, not "2026-W54"'],
    [['series: a/b'], [], 'line 5: series takes a name of at most 100 letters'],
    [['options: { baseline: x }'], [], 'line 5: there is no key "options.baseline"'],
    [[], ['--output', 'x.md'], 'no place in a weekly job, whose reports go to the folder that it names'],
    [[], ['--week', '2999-W01'], 'an ISO week that has begun'],
    [['history: again.sqlite'], [], 'Map keys must be unique'],
  ])('%j %j is refused', async (lines, args, answer) => {
    await inFolder(async (cwd) => {
      writePipeline(cwd, lines);
      const { code, stderr } = await heteroglossia(['run', 'weekly.yaml', ...args], { cwd });
      expect(stderr).toContain(answer);
      expect(code).toBe(2);
      expect(existsSync(join(cwd, 'h.sqlite'))).toBe(false);
    });
  });

  test('has no folder for its reports where a file stands', async () => {
    await inFolder(async (cwd) => {
      writePipeline(cwd);
      writeFileSync(join(cwd, 'r'), '');
      const { code, stderr } = await runWeek(cwd, '2026-W01');
      expect(stderr).toMatch(/Cannot write to "r": /u);
      expect(code).toBe(2);
    });
  });
});

test('a weekly run that is killed leaves a history that opens, and the next run puts it right', async () => {
  expect(await surviveKills(3, 1984)).toBeGreaterThan(0);
});

/** A job of a queue that audits the made batches. */
function batch(series: string): string {
  const inputs = `${join(import.meta.dirname, '../../fixtures/weeks')}/{week}.jsonl`;
  return `  - { job: weekly, series: ${series}, inputs: ["${inputs}"], history: h.sqlite, reports: ${series}, ${SMALL[0]} }\n`;
}
