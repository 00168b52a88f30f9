import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { History, HistoryOptions } from '../../src/history/history.ts';
import { exportedWeeks, importLines } from '../../src/history/history-lines.ts';
import { openHistory } from '../../src/history/open-history.ts';
import { MIGRATIONS } from '../../src/history/statements.ts';
import { madeRun } from './made-weeks.ts';
import { POSTGRES_NOTE, POSTGRES_PROGRAMS, type PostgresServer, startPostgres } from './postgres-server.ts';

const { signal } = new AbortController();
const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
let server: PostgresServer | null = null;
let files = 0;

beforeAll(async () => {
  if (POSTGRES_PROGRAMS !== null) server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const KINDS = [
  {
    kind: 'SQLite',
    isThere: true,
    newPlace: async () => {
      files += 1;
      return join(folder, `${files}.sqlite`);
    },
  },
  {
    kind: `PostgreSQL${POSTGRES_NOTE}`,
    isThere: POSTGRES_PROGRAMS !== null,
    newPlace: async () => (await server?.newDatabase()) ?? '',
  },
];

describe.each(KINDS)('a history in $kind', ({ isThere, newPlace }) => {
  const when = it.runIf(isThere);

  /** Opens a history, new unless a place is given, and closes it afterwards. */
  async function within<Result>(
    work: (history: History, place: string) => Promise<Result>,
    { place, ...options }: Partial<HistoryOptions> & { readonly place?: string } = {},
  ): Promise<Result> {
    const at = place ?? (await newPlace());
    const history = await openHistory(at, { signal, ...options });
    try {
      return await work(history, at);
    } finally {
      await history.close();
    }
  }

  when('is empty at first, and gives no week that it has not', () =>
    within(async (history) => {
      expect(await history.list()).toEqual([]);
      expect(await history.get('main', '2026-W12')).toBeNull();
    }),
  );

  when('gives weeks back as they were put, in order, after it was closed', async () => {
    const runs = [madeRun('2026-W10'), madeRun('2025-W52'), madeRun('2026-W02', { series: 'a.b-c_d' })];
    const place = await within(async (history, at) => {
      await history.put(runs);
      return at;
    });
    await within(
      async (history) => {
        const entries = await history.list();
        expect(entries.map(({ series, week }) => [series, week])).toEqual([
          ['a.b-c_d', '2026-W02'],
          ['main', '2025-W52'],
          ['main', '2026-W10'],
        ]);
        expect((await history.list('main')).map(({ week }) => week)).toEqual(['2025-W52', '2026-W10']);
        for (const run of runs) expect(await history.get(run.series, run.week)).toEqual(run);
        const [{ report: _, ...first } = madeRun('2000-W01')] = runs;
        expect(entries).toContainEqual(first);
      },
      { place, mustExist: true },
    );
  });

  when('replaces a week that is put again', () =>
    within(async (history) => {
      await history.put([madeRun('2026-W10', { baselineDigest: 'ab'.repeat(32) }), madeRun('2026-W11')]);
      const again = madeRun('2026-W10', { documents: 7 });
      await history.put([again]);
      expect(await history.get('main', '2026-W10')).toEqual(again);
      expect(await history.list()).toHaveLength(2);
    }),
  );

  when('keeps none of the weeks where one of them fails', () =>
    within(async (history) => {
      await history.put([madeRun('2026-W01')]);
      const broken = {
        *[Symbol.iterator]() {
          yield madeRun('2026-W01', { documents: 1 });
          yield madeRun('2026-W02');
          throw new Error('in the middle');
        },
      };
      await expect(history.put(broken)).rejects.toThrow('in the middle');
      expect(await history.list()).toHaveLength(1);
      expect(await history.get('main', '2026-W01')).toEqual(madeRun('2026-W01'));
      await history.put([madeRun('2026-W02')]);
      expect(await history.list()).toHaveLength(2);
    }),
  );

  when('keeps no figure that would not come back', () =>
    within(async (history) => {
      const run = madeRun('2026-W01');
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
        await expect(
          history.put([{ ...run, point: { ...run.point, change: { value, interval: null } } }]),
        ).rejects.toThrow();
      expect(await history.list()).toEqual([]);
    }),
  );

  when('takes the weeks of two writers at once', async () => {
    const place = await newPlace();
    const weeks = Array.from({ length: 10 }, (_, index) => `2026-W${10 + index}`);
    const write = (series: string): Promise<void> =>
      within(
        async (history) => {
          for (const week of weeks) await history.put([madeRun(week, { series })]);
        },
        { place },
      );
    await Promise.all([write('one'), write('two')]);
    await within(
      async (history) => {
        expect(await history.list('one')).toHaveLength(weeks.length);
        expect(await history.list('two')).toHaveLength(weeks.length);
      },
      { place },
    );
  });

  when('says that another run has it locked, after a while, and is read meanwhile', async () => {
    const place = await newPlace();
    await within(
      (holder) =>
        within(
          async (waiting) => {
            const held = new EventTarget();
            const locked = once(held, 'locked');
            const released = once(held, 'released');
            const holding = holder.put(
              (async function* slow() {
                yield madeRun('2026-W10');
                held.dispatchEvent(new Event('locked'));
                await released;
              })(),
            );
            await locked;
            await expect(waiting.put([madeRun('2026-W11')])).rejects.toThrow(
              /another run has kept it locked for 0\.3 seconds\. Nothing was kept\./u,
            );
            expect(await waiting.list()).toEqual([]);
            held.dispatchEvent(new Event('released'));
            await holding;
            await waiting.put([madeRun('2026-W11')]);
            expect(await waiting.list()).toHaveLength(2);
          },
          { place, patience: 300 },
        ),
      { place },
    );
  });

  when('is brought to a later version with all its weeks, and then refused by an earlier one', async () => {
    const place = await newPlace();
    const later = [...MIGRATIONS, 'ALTER TABLE heteroglossia_weeks ADD COLUMN note TEXT'];
    await within((history) => history.put([madeRun('2026-W10')]), { place });
    for (let time = 0; time < 2; time++)
      await within(
        async (history) => expect(await history.get('main', '2026-W10')).toEqual(madeRun('2026-W10')),
        { place, migrations: later },
      );
    await expect(within(async () => undefined, { place })).rejects.toThrow(
      /a newer version of heteroglossia wrote it .*Nothing was changed\. Update heteroglossia/u,
    );
  });

  when('keeps the version and the weeks where a step to a later one fails', async () => {
    const place = await newPlace();
    await within((history) => history.put([madeRun('2026-W10')]), { place });
    const broken = [...MIGRATIONS, 'ALTER TABLE heteroglossia_weeks ADD COLUMN note TEXT', 'NONSENSE'];
    await expect(within(async () => undefined, { place, migrations: broken })).rejects.toThrow();
    await within(async (history) => expect(await history.list()).toHaveLength(1), { place });
  });

  when('is exported to lines that make an equal one', async () => {
    const runs = [
      madeRun('2026-W10'),
      madeRun('2026-W11', {
        series: 'two',
        report: '{"schema":"heteroglossia-report/1","q":"\\u0000\\ud800"}',
      }),
    ];
    const lines = await within(async (history) => {
      await history.put(runs);
      return linesOf(exportedWeeks(history));
    });
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    await within(async (history) => {
      expect(await importLines(history, ['', ...lines], 'runs.jsonl')).toBe(2);
      for (const run of runs) expect(await history.get(run.series, run.week)).toEqual(run);
      expect(await linesOf(exportedWeeks(history))).toEqual(lines);
      expect(await linesOf(exportedWeeks(history, 'two'))).toEqual(lines.slice(1));
    });
  });

  when('imports nothing of an export with a broken line, and names it', () =>
    within(async (history) => {
      await history.put([madeRun('2026-W10')]);
      const [line = ''] = await linesOf(exportedWeeks(history));
      const good = line.replaceAll('2026-W10', '2026-W11').replace('2026-03-02', '2026-03-09');
      const broken: readonly (readonly [text: string, said: RegExp])[] = [
        ['{"schema":', /Line 2 of "runs\.jsonl" .*not valid JSON/u],
        [line.slice(0, -20), /not valid JSON/u],
        [line.replace('heteroglossia-history/1', 'heteroglossia-history/2'), /schema/u],
        [line.replaceAll('2026-W10', '2026-W60'), /week: no ISO 8601 week/u],
        [line.replace('"week":"2026-W10"', '"week":"2026-W11"'), /point: of another week/u],
        [line.replace('"documents":100', '"documents":null'), /point\.documents/u],
        [line.replace('"series":"main"', '"series":"../x"'), /series/u],
        [good, /Line 2 .*line 1 has 2026-W11 of main already/u],
        ['null', /Line 2/u],
      ];
      for (const [text, said] of broken)
        await expect(importLines(history, [good, text], 'runs.jsonl')).rejects.toThrow(said);
      expect((await history.list()).map(({ week }) => week)).toEqual(['2026-W10']);
    }),
  );

  when('does not begin once the run was interrupted', async () => {
    const place = await newPlace();
    const aborted = AbortSignal.abort(new Error('interrupted'));
    await expect(openHistory(place, { signal: aborted })).rejects.toThrow('interrupted');
  });
});

async function linesOf(values: AsyncIterable<unknown>): Promise<string[]> {
  const all: string[] = [];
  for await (const value of values) all.push(JSON.stringify(value));
  return all;
}
