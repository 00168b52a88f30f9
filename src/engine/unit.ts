import type { Profile } from '../profile/profile.ts';
import type { KeyLimits } from './key-limits.ts';
import type { ProblemLedger } from './problem-ledger.ts';

/** A file by its place among the inputs. */
export interface FileReference {
  readonly shard: number;
  readonly uri: string;
}

/**
 * A piece of the inputs that is counted in one go, by any thread, as often as need be:
 * whole files, the lines that begin in a range of a file, or a block of lines that was already decompressed.
 * `part` is its place among the pieces of one shard.
 */
export type Unit =
  | {
      readonly kind: 'files';
      readonly key: string;
      readonly part: 0;
      readonly files: readonly [FileReference, ...FileReference[]];
    }
  | {
      readonly kind: 'range';
      readonly key: string;
      readonly part: number;
      readonly file: FileReference;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'block';
      readonly key: string;
      readonly part: number;
      readonly file: FileReference;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

/** What came of a unit. */
export interface UnitResult {
  readonly profile: Profile;
  readonly ledger: ProblemLedger;
  /** Field names of the first records. */
  readonly fieldNames: readonly string[];
  readonly documents: number;
  /** Line breaks in the bytes of a range or block, by which later pieces of the file find their line numbers. */
  readonly lines: number;
}

/** Counts units, here or in threads. */
export interface UnitCounter {
  /** Rejects where the unit could not be counted, and with the signal's reason when that is aborted. */
  count(unit: Unit, limits: KeyLimits): Promise<UnitResult>;
  close(): Promise<void>;
}
