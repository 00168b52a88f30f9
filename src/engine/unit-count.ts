import { asBuffer, countByte } from '../formats/bytes.ts';
import type { Capacities } from '../profile/capacities.ts';
import type { Profile } from '../profile/profile.ts';
import { createProfile } from '../profile/profile.ts';
import { CHUNK_BYTES, fileShard } from '../sources/file.ts';
import { readLinesOfRange } from '../sources/file-range.ts';
import type { ReadPlan } from './engine.ts';
import type { Tally } from './item-count.ts';
import { countItems, isFull } from './item-count.ts';
import type { KeyLimits } from './key-limits.ts';
import { applyLimits } from './key-limits.ts';
import type { Observer } from './observation.ts';
import { createObserver } from './observation.ts';
import { createLedger } from './problem-ledger.ts';
import { lineItems, shardItems } from './shard-items.ts';
import type { FileReference, Unit, UnitReport } from './unit.ts';

const NEWLINE = 10;
const MOST_FIELD_NAMES = 1_000;

/** What all units of a run have in common. */
export interface UnitSettings {
  readonly plan: Omit<ReadPlan, 'inputs'>;
  readonly capacities: Capacities;
}

/** What is told while a unit is counted. */
export interface UnitWatch {
  readonly signal: AbortSignal;
  /** Documents counted and stored bytes read since the last call. */
  onAdvance(documents: number, bytes: number): void;
}

/** What is read in one go. */
export interface UnitInput {
  readonly kind: Unit['kind'];
  readonly part: number;
  readonly files: readonly { readonly file: FileReference; readonly bytes: AsyncIterable<Uint8Array> }[];
}

/** What a unit has to read, opened. */
export function openUnit(unit: Unit, signal: AbortSignal): UnitInput {
  const { kind, part } = unit;
  switch (unit.kind) {
    case 'files':
      return {
        kind,
        part,
        files: unit.files.map((file) => ({ file, bytes: fileShard(file.uri).open(signal) })),
      };
    case 'range': {
      const { file, start, end } = unit;
      return {
        kind,
        part,
        files: [{ file, bytes: readLinesOfRange({ path: file.uri, start, end }, signal) }],
      };
    }
    case 'block':
      return { kind, part, files: [{ file: unit.file, bytes: inChunks(unit.bytes) }] };
  }
}

/** A profile that grows from unit to unit. */
export interface Counting {
  readonly profile: Profile;
  readonly observer: Observer;
}

/** Starts a profile that leaves out what is above the limits. */
export function startCounting(capacities: Capacities, limits: KeyLimits): Counting {
  const profile = createProfile(capacities);
  applyLimits(profile, limits);
  return { profile, observer: createObserver(profile) };
}

/** Counts what is read. Where it throws, the profile has counted part of it and is of no use any more. */
export async function countUnit(
  { kind, part, files }: UnitInput,
  plan: UnitSettings['plan'],
  { observer }: Counting,
  watch: UnitWatch,
): Promise<UnitReport> {
  const ledger = createLedger();
  const tally: Tally = { observer, ledger, documents: 0, limit: plan.limit ?? null };
  const fieldNames = new Set<string>();
  const noteFields = (names: readonly string[]): void => {
    for (const name of names) if (fieldNames.size < MOST_FIELD_NAMES) fieldNames.add(name);
  };
  const meter: Meter = { bytes: 0, told: 0, lines: 0 };
  const read = kind === 'files' ? shardItems : lineItems;
  for (const { file, bytes } of files) {
    for await (const batch of read(plan, { uri: file.uri, bytes: metered(bytes, kind, meter) }, noteFields)) {
      watch.signal.throwIfAborted();
      const before = tally.documents;
      countItems(tally, batch, { ...file, part });
      // The bytes of a block were told when it was made.
      watch.onAdvance(tally.documents - before, kind === 'block' ? 0 : meter.bytes - meter.told);
      meter.told = meter.bytes;
      if (isFull(tally)) break;
    }
    if (isFull(tally)) break;
  }
  const { bytes, lines } = meter;
  return { ledger, fieldNames: [...fieldNames], documents: tally.documents, lines, bytes };
}

interface Meter {
  /** Bytes read so far, and those that were told. */
  bytes: number;
  told: number;
  lines: number;
}

/** Counts bytes, and the lines of pieces of files. */
async function* metered(
  chunks: AsyncIterable<Uint8Array>,
  kind: Unit['kind'],
  meter: Meter,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    meter.bytes += chunk.byteLength;
    if (kind !== 'files') meter.lines += countByte(asBuffer(chunk), NEWLINE);
    yield chunk;
  }
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) yield bytes.subarray(from, from + CHUNK_BYTES);
}
