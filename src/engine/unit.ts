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

/** What came of a unit beside its counts. */
export interface UnitReport {
  readonly ledger: ProblemLedger;
  /** Field names of the first records. */
  readonly fieldNames: readonly string[];
  readonly documents: number;
  /** Line breaks in the bytes of a range or block, by which later pieces of the file find their line numbers. */
  readonly lines: number;
  /** Bytes that were read. */
  readonly bytes: number;
}

/** Units that were counted together, and their counts. */
export interface HandOver {
  readonly profile: Profile;
  readonly units: readonly { readonly unit: Unit; readonly report: UnitReport }[];
}

/** Why a unit was not counted, and which ones were lost with it because their counts stood in the same place. */
export interface UnitLoss {
  readonly error: Error;
  readonly others: readonly Unit[];
}

/**
 * Counts units in threads. Their counts stay there and grow from unit to unit, because adding them up costs more than
 * counting on, until a thread hands them over.
 */
export interface UnitCounter {
  /** Rejects with the signal's reason when that is aborted. */
  count(unit: Unit, limits: KeyLimits): Promise<HandOver | UnitLoss | null>;
  /** Hands over what a thread still has, null when nothing is left. */
  handOver(): Promise<HandOver | UnitLoss | null>;
  /** Problems of units that were not handed over yet. */
  problems(): number;
  close(): Promise<void>;
}
