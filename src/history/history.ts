import type { SeriesPoint } from '../trend/series.ts';

/** What is kept of one week of a series: figures and the report, and no text but what the report quotes. */
export interface WeekRun extends WeekEntry {
  /** The report of the week as JSON text. */
  readonly report: string;
}

/** A week without its report, which is long. */
export interface WeekEntry {
  /** One history may hold several series. */
  readonly series: string;
  /** ISO 8601 week, such as `2026-W12`. */
  readonly week: string;
  /** SHA-256 of the bytes of the week’s profile, in hexadecimal digits. */
  readonly profileDigest: string;
  /** The same of the baseline that the week was compared with; null where it was compared with none. */
  readonly baselineDigest: string | null;
  /** The figures, named by the week and dated by its Monday. */
  readonly point: SeriesPoint;
}

/**
 * The weeks that were run, kept in a database. Every method throws a `CorpusError` where the database cannot be used,
 * and none of them leaves anything half-written.
 */
export interface History {
  /** Where it is, without a password: safe to show. */
  readonly place: string;
  /** Keeps weeks as they come, all or none: what they throw undoes it. A week that is there is replaced. */
  put(runs: AsyncIterable<WeekRun> | Iterable<WeekRun>): Promise<void>;
  /** The weeks of a series, or of all, by series and week. */
  list(series?: string): Promise<readonly WeekEntry[]>;
  /** Null where there is no such week. */
  get(series: string, week: string): Promise<WeekRun | null>;
  close(): Promise<void>;
}

/** How a history is opened. */
export interface HistoryOptions {
  readonly signal: AbortSignal;
  /** Milliseconds to wait for another run that writes; absent: 10 seconds. */
  readonly patience?: number;
  /** True where there is nothing to read in a history that does not exist yet; absent: it is made. */
  readonly mustExist?: boolean;
  /** The steps by which the tables are made, the first for the first version; absent: all that there are. */
  readonly migrations?: readonly string[];
}

export const DEFAULT_PATIENCE = 10_000;
/** The series where none is named. */
export const DEFAULT_SERIES = 'main';

const SERIES_NAME = /^[A-Za-z0-9][\w.-]{0,99}$/u;
/** What the name of a series may be, in words that complete “It takes …”. */
export const SERIES_NAME_RULE =
  'a name of at most 100 letters, digits, dots, hyphens and underscores that begins with a letter or a digit';

/** Whether a series may be called so. */
export function isSeriesName(name: string): boolean {
  return SERIES_NAME.test(name);
}
