import { CorpusError } from '../errors.ts';

/** Why a history cannot be used, and what to do about it. */
export interface Reason {
  readonly reason: string;
  readonly remedy: string;
}

const RESTORE =
  'Nothing was changed. Put a copy of it back, or import an export into a new one: heteroglossia history import <history> <file>.';

export const REASONS = {
  damaged: { reason: 'it is damaged', remedy: RESTORE },
  truncated: { reason: 'it is truncated', remedy: RESTORE },
  notDatabase: {
    reason: 'it is no SQLite database',
    remedy: 'Nothing was changed. Choose another file.',
  },
  foreign: {
    reason: 'it is a database of another program',
    remedy: 'Nothing was changed. Choose another file.',
  },
  full: {
    reason: 'the disk is full',
    remedy: 'Nothing was kept. Make room, and run this again.',
  },
  readOnly: {
    reason: 'it may not be written',
    remedy: 'Give this user the right to write, or choose another place.',
  },
  missing: {
    reason: 'it does not exist',
    remedy: 'Check the path; a history is made by the first run that keeps a week in it.',
  },
  folderMissing: { reason: 'its folder does not exist', remedy: 'Make the folder, or choose another place.' },
  folder: { reason: 'it is a folder', remedy: 'Name a file in it, such as history.sqlite.' },
  unreadable: {
    reason: 'it cannot be opened',
    remedy: 'Check the permissions of the file and its folder.',
  },
  gone: {
    reason: 'it was moved or deleted during the run',
    remedy: 'Nothing was kept. Put it back, and run this again.',
  },
  broken: {
    reason: 'the disk failed in the middle',
    remedy: 'Nothing was kept. Look at the disk and its quota, and run this again.',
  },
  lost: {
    reason: 'the connection was lost',
    remedy: 'Nothing is half-written. Run this again when the server answers.',
  },
  unreachable: {
    reason: 'the server does not answer',
    remedy: 'Check host and port, and that the server runs.',
  },
  refused: {
    reason: 'the server refuses the user or the password',
    remedy: 'Check both; the password may also come from the variable PGPASSWORD.',
  },
  noDatabase: {
    reason: 'the server has no such database',
    remedy: 'Make it with createdb, or name another one.',
  },
} as const satisfies Readonly<Record<string, Reason>>;

/** The error of a history that cannot be used. The place is shown, so it must hold no password. */
export function unusable(place: string, { reason, remedy }: Reason, cause?: unknown): CorpusError {
  return new CorpusError({ code: 'HISTORY_UNUSABLE', history: place, reason, remedy }, { cause });
}

/** Another run held the database longer than this one would wait. */
export function locked(patience: number): Reason {
  return {
    reason: `another run has kept it locked for ${Math.round(patience / 100) / 10} seconds`,
    remedy: 'Nothing was kept. Let the other run end, and run this again.',
  };
}

/** The tables are of a later version of the program. */
export function newer(version: number, known: number): Reason {
  return {
    reason: `a newer version of heteroglossia wrote it (tables of version ${version}; this one knows ${known})`,
    remedy: 'Nothing was changed. Update heteroglossia, or choose another place.',
  };
}

/** The code of an error of the system or of a database, empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
