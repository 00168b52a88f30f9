import type { History, HistoryOptions } from './history.ts';
import { isPostgresAddress } from './postgres-address.ts';
import { sqlHistory } from './sql-history.ts';

/**
 * Opens a history by its place: `postgres://user@host/database`, or the path of a SQLite file. What is not there yet is
 * made, unless it must exist. Throws a `CorpusError` that never repeats a password.
 */
export async function openHistory(place: string, options: HistoryOptions): Promise<History> {
  options.signal.throwIfAborted();
  if (isPostgresAddress(place)) {
    const { postgresDatabase } = await import('./postgres-database.ts');
    return sqlHistory(await postgresDatabase(place, options), options);
  }
  const { sqliteDatabase } = await import('./sqlite-database.ts');
  return sqlHistory(await sqliteDatabase(place, options), options);
}
