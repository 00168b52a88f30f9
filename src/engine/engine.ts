import type { FieldPaths, FormatId, Split } from '../formats/format.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Capacities } from '../profile/capacities.ts';
import type { Profile } from '../profile/profile.ts';

/** How inputs are to be read. */
export interface ReadPlan {
  readonly inputs: readonly string[];
  /** Absent: found from content and name. */
  readonly format?: FormatId;
  readonly fields: FieldPaths;
  readonly split: Split;
  /** The first so many documents in input order; absent for all. */
  readonly limit?: number;
  /** Bytes of text of the longest document that is kept whole; absent: 16 MiB. */
  readonly maximumDocumentBytes?: number;
}

/** How far a run has come. */
export interface Progress {
  readonly documents: number;
  readonly problems: number;
  /** Stored bytes read so far, before decompression. */
  readonly bytes: number;
  /** Stored bytes of all inputs, null where one of them cannot tell. */
  readonly totalBytes: number | null;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Absent: what the memory allows. */
  readonly capacities?: Capacities;
  /** Bytes that all threads together may take; absent: 1 GiB. */
  readonly memory?: number;
  /** Threads that count; absent: one for each core. 0 counts in this thread. */
  readonly workers?: number;
  /** Bytes that are counted in one go, about; absent: 32 MiB. They have no bearing on the figures. */
  readonly unitBytes?: number;
  /** A folder in which an interrupted run finds what it had counted. */
  readonly checkpoint?: string;
  /** Whether hashes alone are kept in the place of text, in the profile and in the checkpoint; absent: text is kept. */
  readonly noText?: boolean;
  /** Called often: keep it cheap. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called where this thread will count alone, so that others have nothing to do. */
  readonly onCountingHere?: () => void;
  /** Told what a user should know about the run, one sentence each. */
  readonly onNote?: (note: string) => void;
}

/** What a run leaves: the profile, and what it alone knows. */
export interface RunResult {
  readonly profile: Profile;
  /** The first problems of each code in input order, at most 5 of a code. */
  readonly examples: readonly Problem[];
  /** Codes of the problems by which an input was lost or cut short: the run is incomplete. */
  readonly lost: readonly ProblemCode[];
  readonly startedAt: string;
  /** Seconds since then. */
  readonly elapsed: () => number;
}
