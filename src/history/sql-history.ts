import type { Database, SqlRow } from './database.ts';
import type { History, HistoryOptions, WeekEntry, WeekRun } from './history.ts';
import { newer, REASONS, unusable } from './refusal.ts';
import {
  CREATE_SCHEMA_TABLE,
  FIRST_VERSION,
  GET_WEEK,
  LIST_WEEKS,
  MIGRATIONS,
  PUT_WEEK,
  READ_VERSION,
  SET_VERSION,
} from './statements.ts';
import { pointText, WEEK_ROW, WHOLE_WEEK_ROW } from './week-schema.ts';

/** A history in a database, whose tables are brought to the present version. Throws a `CorpusError`. */
export async function sqlHistory(
  database: Database,
  { migrations = MIGRATIONS }: Pick<HistoryOptions, 'migrations'>,
): Promise<History> {
  try {
    await migrate(database, migrations);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    place: database.place,
    async put(runs) {
      await database.write(async (query) => {
        for await (const { series, week, profileDigest, baselineDigest, point, report } of runs)
          await query(PUT_WEEK, [series, week, profileDigest, baselineDigest, pointText(point), report]);
      });
    },
    async list(series) {
      const rows = await database.read(LIST_WEEKS);
      return rows
        .map((row) => entryOf(row, database))
        .filter((entry) => series === undefined || entry.series === series)
        .toSorted(bySeriesAndWeek);
    },
    async get(series, week) {
      const [row] = await database.read(GET_WEEK, [series, week]);
      return row === undefined ? null : runOf(row, database);
    },
    close: () => database.close(),
  };
}

/** Databases order text by rules of their own, so the order is given here. */
function bySeriesAndWeek(a: WeekEntry, b: WeekEntry): number {
  const [left, right] = a.series === b.series ? [a.week, b.week] : [a.series, b.series];
  return left < right ? -1 : 1;
}

async function migrate(database: Database, migrations: readonly string[]): Promise<void> {
  const version = await versionOf(database, database.read);
  if (version === migrations.length) return;
  refuseNewer(database, version, migrations);
  await database.write(async (query) => {
    // Another run may have done it meanwhile.
    const present = await versionOf(database, query);
    refuseNewer(database, present, migrations);
    if (present === null) {
      await query(CREATE_SCHEMA_TABLE);
      await query(FIRST_VERSION);
    }
    for (const step of migrations.slice(present ?? 0)) await query(step);
    await query(SET_VERSION, [migrations.length]);
  });
}

function refuseNewer(database: Database, version: number | null, migrations: readonly string[]): void {
  if (version !== null && version > migrations.length)
    throw unusable(database.place, newer(version, migrations.length));
}

/** How many steps the tables have gone through, null where there are no tables. */
async function versionOf(database: Database, query: Database['read']): Promise<number | null> {
  const [tables] = await query(database.schemaTables);
  if (tables?.['number'] === 0) return null;
  const [row] = await query(READ_VERSION);
  const version = row?.['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw unusable(database.place, REASONS.damaged);
  return version;
}

function entryOf(row: SqlRow, { place }: Database): WeekEntry {
  const parsed = WEEK_ROW.safeParse(row);
  if (!parsed.success) throw unusable(place, REASONS.damaged);
  return parsed.data;
}

function runOf(row: SqlRow, { place }: Database): WeekRun {
  const parsed = WHOLE_WEEK_ROW.safeParse(row);
  if (!parsed.success) throw unusable(place, REASONS.damaged);
  return parsed.data;
}
