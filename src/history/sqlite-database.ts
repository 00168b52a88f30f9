import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Database, Query, SqlRow, SqlValue } from './database.ts';
import { DEFAULT_PATIENCE, type HistoryOptions } from './history.ts';
import { codeOf, locked, REASONS, type Reason, unusable } from './refusal.ts';
import { SCHEMA_TABLE } from './statements.ts';

/** Every SQLite database begins with these bytes. */
const MAGIC = Buffer.from('SQLite format 3\0');
const WAIT_MILLISECONDS = 50;
const SCHEMA_TABLES = `SELECT count(*) AS number FROM sqlite_master WHERE name = '${SCHEMA_TABLE}'`;
const OTHER_TABLES = `SELECT count(*) AS number FROM sqlite_master
  WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

/** What is used of the package, whose own types say nothing of rows. */
interface Connection {
  exec(statement: string): void;
  prepare(statement: string): { all(values: readonly SqlValue[]): readonly SqlRow[] };
  close(): void;
}

/**
 * A SQLite database in a file, made where there is none. It is refused, and nothing in it changed, where the file is
 * damaged, truncated, or something else. Throws a `CorpusError`.
 */
export async function sqliteDatabase(path: string, options: HistoryOptions): Promise<Database> {
  await refuseStrangeFile(path, options);
  const patience = options.patience ?? DEFAULT_PATIENCE;
  const connection = await connectionTo(path);
  // One after another: a connection has one transaction at a time.
  const queue = new PQueue({ concurrency: 1 });
  const patiently = async <Result>(work: () => Result): Promise<Result> => {
    for (let left = patience; ; left -= WAIT_MILLISECONDS) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error)) throw refusalOf(path, error);
        if (left <= 0) throw unusable(path, locked(patience), error);
      }
      await setTimeout(WAIT_MILLISECONDS, undefined, { signal: options.signal });
    }
  };
  const query: Query = (statement, values = []) => patiently(() => connection.prepare(statement).all(values));
  const database: Database = {
    place: path,
    schemaTables: SCHEMA_TABLES,
    read: (statement, values) => queue.add(() => query(statement, values)),
    write: (work) =>
      queue.add(async () => {
        await patiently(() => connection.exec('BEGIN IMMEDIATE'));
        try {
          await work(query);
          await patiently(() => connection.exec('COMMIT'));
        } catch (error) {
          rollBack(connection);
          throw error;
        }
      }),
    close: () => queue.add(() => connection.close()),
  };
  try {
    await refuseDamage(database, path);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function connectionTo(path: string): Promise<Connection> {
  const { default: Libsql } = await import('libsql');
  try {
    // Waiting is done here and not by SQLite, which would hold up the thread and with it Ctrl-C.
    return new Libsql(path, { timeout: 0 }) as Connection;
  } catch (error) {
    throw unusable(path, REASONS.unreadable, error);
  }
}

/** Looks at the file before SQLite does, which would write into some. */
async function refuseStrangeFile(path: string, { mustExist = false }: HistoryOptions): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw unusable(path, REASONS.unreadable, error);
    return null;
  });
  if (stats === null) {
    if (mustExist) throw unusable(path, REASONS.missing);
    const folder = await stat(dirname(path)).catch(() => null);
    if (folder === null) throw unusable(path, REASONS.folderMissing);
    return;
  }
  if (stats.isDirectory()) throw unusable(path, REASONS.folder);
  if (!stats.isFile()) throw unusable(path, REASONS.notDatabase);
  // A run that was killed before its first commit leaves no bytes.
  if (stats.size > 0) await refuseOtherBytes(path);
}

async function refuseOtherBytes(path: string): Promise<void> {
  const file = await open(path).catch((error: unknown) => {
    throw unusable(path, REASONS.unreadable, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    if (!buffer.subarray(0, bytesRead).equals(MAGIC)) throw unusable(path, REASONS.notDatabase);
  } finally {
    await file.close();
  }
}

async function refuseDamage({ read }: Database, path: string): Promise<void> {
  const [check] = await read('PRAGMA quick_check(1)');
  if (check?.['quick_check'] !== 'ok') throw unusable(path, REASONS.damaged);
  // SQLite reads the missing end of a last page as zeros.
  const [pages] = await read('PRAGMA page_count');
  const [size] = await read('PRAGMA page_size');
  const bytes = Number(pages?.['page_count']) * Number(size?.['page_size']);
  if ((await stat(path)).size < bytes) throw unusable(path, REASONS.truncated);
  const [own] = await read(SCHEMA_TABLES);
  const [all] = await read(OTHER_TABLES);
  if (own?.['number'] === 0 && all?.['number'] !== 0) throw unusable(path, REASONS.foreign);
}

function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // Some failures, a full disk among them, have undone the transaction already.
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/u.test(codeOf(error));
}

/** By the beginning of the code, the longest first. */
const REASONS_BY_CODE: readonly (readonly [code: string, reason: Reason])[] = [
  ['SQLITE_READONLY_DBMOVED', REASONS.gone],
  ['SQLITE_READONLY', REASONS.readOnly],
  ['SQLITE_FULL', REASONS.full],
  ['SQLITE_IOERR', REASONS.broken],
  ['SQLITE_CORRUPT', REASONS.damaged],
  ['SQLITE_NOTADB', REASONS.notDatabase],
  ['SQLITE_CANTOPEN', REASONS.unreadable],
];

function refusalOf(path: string, error: unknown): Error {
  const code = codeOf(error);
  const [, reason] = REASONS_BY_CODE.find(([start]) => code.startsWith(start)) ?? [];
  if (reason !== undefined) return unusable(path, reason, error);
  return error instanceof Error ? error : new Error(String(error));
}
