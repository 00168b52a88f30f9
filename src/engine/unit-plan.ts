import { peek } from '../formats/bytes.ts';
import { DETECTION_BYTES } from '../formats/detection.ts';
import { identify } from '../formats/reader.ts';
import type { Problem } from '../problem.ts';
import { decompress, isCompressed } from '../sources/compression.ts';
import { damageOf } from '../sources/damage.ts';
import type { Shard, Source } from '../sources/source.ts';
import type { ReadPlan } from './engine.ts';
import type { BlockOptions } from './line-blocks.ts';
import { cutIntoBlocks } from './line-blocks.ts';
import { maximumRecordBytes } from './shard-items.ts';
import type { FileReference, Unit } from './unit.ts';
import type { UnitPace } from './unit-pace.ts';
import { createPace } from './unit-pace.ts';

/** Bytes of a unit, about: enough that starting one costs little, so few that all threads end together. */
export const UNIT_BYTES: number = 96 * 2 ** 20;
/** Files up to this share of a unit go together into one; blocks have this size. */
const SMALL_SHARE = 1 / 12;
const MOST_FILES = 1_000;

/** What the inputs are cut into, in input order. */
export type Piece =
  | { readonly kind: 'unit'; readonly unit: Unit }
  | {
      readonly kind: 'problem';
      readonly shard: number;
      readonly part: number;
      readonly problem: Problem;
    }
  /** A stream that cannot be cut and is here alone: standard input in another format than JSON Lines. */
  | { readonly kind: 'stream'; readonly file: FileReference; readonly bytes: AsyncIterable<Uint8Array> };

export interface PlanOptions {
  readonly plan: ReadPlan;
  readonly signal: AbortSignal;
  readonly unitBytes: number;
  /** Stored bytes of all inputs, null where one of them cannot tell. */
  readonly totalBytes: number | null;
  /** Told the stored bytes that were read to find out, or to make blocks. */
  readonly onBytes: (bytes: number) => void;
}

/** Cuts everything a source has. Small files are packed together, large ones cut where they can be. */
export async function* planUnits(source: Source, options: PlanOptions): AsyncGenerator<Piece> {
  const isOrdered = options.plan.limit !== undefined;
  let pack: FileReference[] = [];
  let packed = 0;
  let index = 0;
  const pace = createPace(options);
  for await (const item of source.items(options.signal)) {
    const shard = index++;
    if (item.kind === 'problem') {
      yield { kind: 'problem', shard, part: 0, problem: item.problem };
      continue;
    }
    const { uri, byteLength } = item.shard;
    if (byteLength !== undefined && byteLength <= options.unitBytes * SMALL_SHARE) {
      pack.push({ shard, uri });
      packed += byteLength;
    } else {
      if (isOrdered) yield* packUnit(pack);
      if (isOrdered) pack = [];
      yield* cutShard(item.shard, shard, { ...options, pace });
    }
    if (packed < pace.next() && pack.length < MOST_FILES) continue;
    yield* packUnit(pack);
    pace.planned += packed;
    pack = [];
    packed = 0;
  }
  yield* packUnit(pack);
}

function* packUnit(files: readonly FileReference[]): Generator<Piece> {
  const [first, ...others] = files;
  if (first === undefined) return;
  const key = `files ${first.shard} to ${(others.at(-1) ?? first).shard}`;
  yield { kind: 'unit', unit: { kind: 'files', key, part: 0, files: [first, ...others] } };
}

interface PacedOptions extends PlanOptions {
  readonly pace: UnitPace;
}

/** Lines are what a file can be cut at; a file in another format is one piece. */
async function* cutShard(shard: Shard, index: number, options: PacedOptions): AsyncGenerator<Piece> {
  const file: FileReference = { shard: index, uri: shard.uri };
  try {
    const opened = await openShard(shard, options);
    if (opened.isLines && (opened.isPacked || shard.byteLength === undefined))
      yield* blocks(file, opened, {
        blockBytes: options.unitBytes * SMALL_SHARE,
        maximumLineBytes: maximumRecordBytes(options.plan),
        skip: opened.markBytes,
      });
    else if (shard.byteLength === undefined) yield { kind: 'stream', file, bytes: opened.bytes };
    else {
      await close(opened.bytes);
      yield* opened.isLines
        ? ranges(file, { first: opened.markBytes, length: shard.byteLength }, options.pace)
        : wholeFile(file);
    }
  } catch (error) {
    const problem = damageOf(shard.uri)(error);
    if (problem === null) throw error;
    yield { kind: 'problem', shard: index, part: Number.MAX_SAFE_INTEGER, problem };
  }
}

interface OpenedShard {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly isPacked: boolean;
  /** Whether it is JSON Lines in UTF-8. */
  readonly isLines: boolean;
  readonly markBytes: number;
}

async function openShard(shard: Shard, { plan, signal, onBytes }: PlanOptions): Promise<OpenedShard> {
  const stored = await peek(metered(shard.open(signal), onBytes), DETECTION_BYTES);
  const isPacked = isCompressed(stored.head);
  const plain = isPacked ? await peek(decompress(stored.all), DETECTION_BYTES) : stored;
  const format = plan.format === undefined ? {} : { format: plan.format };
  const found = identify(plain.head, { uri: shard.uri, ...format });
  const isKnown = typeof found === 'object';
  return {
    bytes: plain.all,
    isPacked,
    isLines: isKnown && found.format.id === 'jsonl' && found.encoding.name === 'utf-8',
    markBytes: isKnown ? found.encoding.markBytes : 0,
  };
}

function* wholeFile(file: FileReference): Generator<Piece> {
  yield { kind: 'unit', unit: { kind: 'files', key: `file ${file.shard}`, part: 0, files: [file] } };
}

function* ranges(
  file: FileReference,
  { first, length }: { readonly first: number; readonly length: number },
  pace: UnitPace,
): Generator<Piece> {
  let part = 0;
  for (let start = first; start < length; part++) {
    const end = Math.min(length, start + pace.next());
    pace.planned += end - start;
    yield {
      kind: 'unit',
      unit: { kind: 'range', key: `range ${file.shard} ${part}`, part, file, start, end },
    };
    start = end;
  }
}

async function* blocks(
  file: FileReference,
  { bytes }: OpenedShard,
  options: BlockOptions,
): AsyncGenerator<Piece> {
  let part = 0;
  for await (const lines of cutIntoBlocks(bytes, options)) {
    const key = `block ${file.shard} ${part}`;
    yield { kind: 'unit', unit: { kind: 'block', key, part, file, bytes: lines } };
    part += 1;
  }
}

async function* metered(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.byteLength);
    yield chunk;
  }
}

/** Lets go of a stream that is not read to its end. */
async function close(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of bytes) break;
}
