/** A value that is put into a statement. */
export type SqlValue = string | number | null;

/** Rows are checked where they are used: a database can be changed by anyone. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** Runs a statement with its values in the places `$1`, `$2` and so on. */
export type Query = (statement: string, values?: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

/** A database that holds tables, spoken to in SQL: what SQLite and PostgreSQL have in common. */
export interface Database {
  /** Where it is, without a password. */
  readonly place: string;
  /** Counts, as `number`, the tables that say which version the others have: 0 or 1. */
  readonly schemaTables: string;
  /** Runs a statement that changes nothing. Throws a `CorpusError`. */
  readonly read: Query;
  /**
   * Runs statements in one transaction, alone: other writers wait, or give up with a `CorpusError` after a while. What
   * `work` throws undoes all of them.
   */
  write(work: (query: Query) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
