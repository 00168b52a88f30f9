/** The table that says by which steps the others were made. */
export const SCHEMA_TABLE = 'heteroglossia_schema';

/**
 * The steps that made the tables as they are now, in SQL that SQLite and PostgreSQL both read. The version of a
 * history is the number of steps that it has gone through, so a step is never changed, and a new one goes last.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE heteroglossia_weeks (
    series TEXT NOT NULL,
    week TEXT NOT NULL,
    profile_digest TEXT NOT NULL,
    baseline_digest TEXT,
    point TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (series, week)
  )`,
];

export const CREATE_SCHEMA_TABLE = `CREATE TABLE ${SCHEMA_TABLE} (version INTEGER NOT NULL)`;
export const READ_VERSION = `SELECT version FROM ${SCHEMA_TABLE}`;
export const FIRST_VERSION = `INSERT INTO ${SCHEMA_TABLE} (version) VALUES (0)`;
export const SET_VERSION = `UPDATE ${SCHEMA_TABLE} SET version = $1`;

export const PUT_WEEK = `INSERT INTO heteroglossia_weeks
    (series, week, profile_digest, baseline_digest, point, report)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (series, week) DO UPDATE SET
    profile_digest = excluded.profile_digest,
    baseline_digest = excluded.baseline_digest,
    point = excluded.point,
    report = excluded.report`;

const ENTRY_COLUMNS = 'series, week, profile_digest, baseline_digest, point';

export const LIST_WEEKS = `SELECT ${ENTRY_COLUMNS} FROM heteroglossia_weeks`;
export const GET_WEEK = `SELECT ${ENTRY_COLUMNS}, report FROM heteroglossia_weeks WHERE series = $1 AND week = $2`;
