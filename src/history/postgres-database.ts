import type { Sql, TransactionSql } from 'postgres';
import type { Database, Query } from './database.ts';
import { DEFAULT_PATIENCE, type HistoryOptions } from './history.ts';
import { postgresAddress } from './postgres-address.ts';
import { codeOf, locked, REASONS, type Reason, unusable } from './refusal.ts';
import { SCHEMA_TABLE } from './statements.ts';

const CONNECT_SECONDS = 10;
const CLOSE_SECONDS = 2;
/** Writers of histories in one database wait for each other at this number, which is ours alone. */
const LOCK = 0x4e_7e_40;
const SCHEMA_TABLES = `SELECT count(*)::int AS number FROM pg_class WHERE oid = to_regclass('${SCHEMA_TABLE}')`;

/** A PostgreSQL database by its address `postgres://user@host/database`. Throws a `CorpusError`. */
export async function postgresDatabase(url: string, options: HistoryOptions): Promise<Database> {
  const { place } = postgresAddress(url);
  const patience = options.patience ?? DEFAULT_PATIENCE;
  const { default: postgres } = await import('postgres');
  const sql = postgres(url, {
    max: 1,
    connect_timeout: CONNECT_SECONDS,
    // Nobody is told of tables that are there already.
    onnotice: () => undefined,
    connection: { application_name: 'heteroglossia' },
  });
  const told = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    options.signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      throw refusalOf(place, error, patience);
    }
  };
  const queryOf =
    (of: Sql | TransactionSql): Query =>
    (statement, values = []) =>
      told(() => of.unsafe(statement, [...values]));
  return {
    place,
    schemaTables: SCHEMA_TABLES,
    read: queryOf(sql),
    write: (work) =>
      told(async () => {
        await sql.begin(async (transaction) => {
          await transaction.unsafe(`SET LOCAL lock_timeout = ${Math.round(patience)}`);
          await transaction.unsafe(`SELECT pg_advisory_xact_lock(${LOCK})`);
          await work(queryOf(transaction));
        });
      }),
    close: () => sql.end({ timeout: CLOSE_SECONDS }),
  };
}

const REASONS_BY_CODE: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['53100', REASONS.full],
  ['42501', REASONS.readOnly],
  ['25006', REASONS.readOnly],
  ['28P01', REASONS.refused],
  ['28000', REASONS.refused],
  ['3D000', REASONS.noDatabase],
  ['57P01', REASONS.lost],
  ['57P02', REASONS.lost],
  ['57P03', REASONS.unreachable],
  ['ECONNREFUSED', REASONS.unreachable],
  ['ENOTFOUND', REASONS.unreachable],
  ['EAI_AGAIN', REASONS.unreachable],
  ['ENOENT', REASONS.unreachable],
  ['EHOSTUNREACH', REASONS.unreachable],
  ['ENETUNREACH', REASONS.unreachable],
  ['ETIMEDOUT', REASONS.unreachable],
  ['CONNECT_TIMEOUT', REASONS.unreachable],
  ['ECONNRESET', REASONS.lost],
  ['EPIPE', REASONS.lost],
  ['CONNECTION_CLOSED', REASONS.lost],
  ['CONNECTION_ENDED', REASONS.lost],
  ['CONNECTION_DESTROYED', REASONS.lost],
]);
const LOCK_NOT_AVAILABLE = '55P03';

/** The cause is not handed on: the errors of the package hold what they were connected with. */
function refusalOf(place: string, error: unknown, patience: number): unknown {
  const code = codeOf(error);
  if (code === LOCK_NOT_AVAILABLE) return unusable(place, locked(patience));
  const reason = REASONS_BY_CODE.get(code);
  if (reason !== undefined) return unusable(place, reason);
  if (!/^[0-9A-Z]{5}$/u.test(code)) return error;
  return unusable(place, {
    reason: `PostgreSQL says ${code}`,
    remedy: 'Nothing was kept. Its log says more.',
  });
}
