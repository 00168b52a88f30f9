import PQueue from 'p-queue';
import type { Problem } from '../problem.ts';
import type { Checkpoint } from './checkpoint.ts';
import { limitsOf } from './key-limits.ts';
import type { Place } from './problem-ledger.ts';
import { enterProblem } from './problem-ledger.ts';
import type { FileReference, HandOver, Unit, UnitCounter } from './unit.ts';
import type { UnitInput, UnitSettings, UnitWatch } from './unit-count.ts';
import { countUnit, openUnit, startCounting } from './unit-count.ts';
import type { Piece } from './unit-plan.ts';
import type { Whole } from './whole.ts';
import { addProfile, addReport } from './whole.ts';

/** How often counts may be lost when they are handed over at the end, before the run is given up. */
const MOST_LOSSES = 100;

export interface QueueOptions {
  readonly whole: Whole;
  /** Counts in threads; null counts here. */
  readonly counter: UnitCounter | null;
  readonly settings: UnitSettings;
  readonly watch: UnitWatch;
  /** Pieces counted at a time. */
  readonly threads: number;
  readonly checkpoint: Checkpoint | null;
}

/**
 * Counts pieces into the whole, as many at a time as there are threads, with one more waiting so that no thread
 * is idle while results are added. The first failure ends it.
 */
export async function countPieces(pieces: AsyncIterable<Piece>, options: QueueOptions): Promise<void> {
  const { whole, watch, settings, checkpoint } = options;
  const waiting = options.counter === null ? 0 : 1;
  const queue = new PQueue({ concurrency: options.threads + waiting });
  const failed = new AbortController();
  const isDone = (): boolean =>
    failed.signal.aborted || whole.progress.documents >= (settings.plan.limit ?? Number.POSITIVE_INFINITY);
  try {
    for await (const piece of pieces) {
      const left = checkpoint === null ? piece : withoutDone(piece, checkpoint.done);
      if (left === null) continue;
      await queue.onSizeLessThan(1);
      if (isDone()) break;
      void queue
        .add(async () => {
          if (!isDone()) await countPiece(left, options);
        })
        .catch((error: unknown) => failed.abort(error));
    }
  } catch (error) {
    // What is being counted comes to its end first: a thread that was closed under it would pass for one that died.
    failed.abort(error);
  }
  await queue.onIdle();
  failed.signal.throwIfAborted();
  watch.signal.throwIfAborted();
  if (options.counter !== null) await collect(options.counter, options);
}

/** What of a piece is not counted yet. Files of a pack that was taken apart were counted one by one. */
function withoutDone(piece: Piece, done: ReadonlySet<string>): Piece | null {
  if (done.has(keyOf(piece))) return null;
  if (piece.kind !== 'unit' || piece.unit.kind !== 'files') return piece;
  const { unit } = piece;
  const [first, ...others] = unit.files.filter((file) => !done.has(keyOfFile(unit, file)));
  return first === undefined ? null : { kind: 'unit', unit: { ...unit, files: [first, ...others] } };
}

function keyOfFile({ key }: Unit, { shard }: FileReference): string {
  return `${key} file ${shard}`;
}

async function countPiece(piece: Piece, options: QueueOptions): Promise<void> {
  const { whole, counter, watch } = options;
  switch (piece.kind) {
    case 'problem': {
      const { shard, part, problem } = piece;
      enterProblem(whole.ledger, { shard, part }, { problem });
      break;
    }
    case 'stream':
      await countHere({ kind: 'files', part: 0, files: [piece] }, options);
      break;
    case 'unit':
      if (counter !== null) return countInThread(piece.unit, { ...options, counter });
      await countHere(openUnit(piece.unit, watch.signal), options);
  }
  await options.checkpoint?.note([keyOf(piece)], whole);
}

async function countHere(input: UnitInput, { whole, settings, watch }: QueueOptions): Promise<void> {
  const counting = startCounting(whole.capacities, limitsOf(whole.profile));
  const report = await countUnit(input, remaining(settings, whole), counting, watch);
  addProfile(whole, counting.profile);
  const [first] = input.files;
  if (first !== undefined) addReport(whole, { shard: first.file.shard, part: input.part }, report);
}

/** With a limit, units are counted one after another, each as far as the limit leaves room. */
function remaining({ plan }: UnitSettings, whole: Whole): UnitSettings['plan'] {
  const { limit } = plan;
  return limit === undefined ? plan : { ...plan, limit: limit - whole.progress.documents };
}

interface ThreadedOptions extends QueueOptions {
  readonly counter: UnitCounter;
}

/**
 * A unit that fails is tried once more; of several files the sound ones are then found one by one. Units whose counts
 * were lost with it are counted again, and are not to blame.
 */
async function countInThread(unit: Unit, options: ThreadedOptions, failures = 0): Promise<void> {
  const outcome = await options.counter.count(unit, limitsOf(options.whole.profile));
  if (outcome === null) return;
  if (!('error' in outcome)) return enter(outcome, options);
  for (const other of outcome.others) await countInThread(other, options);
  if (failures === 0) return countInThread(unit, options, 1);
  if (unit.kind !== 'files' || unit.files.length === 1) {
    enterProblem(options.whole.ledger, placeOf(unit), lossOf(unit, outcome.error));
    return options.checkpoint?.note([unit.key], options.whole);
  }
  for (const file of unit.files)
    await countInThread({ ...unit, key: keyOfFile(unit, file), files: [file] }, options);
  await options.checkpoint?.note([unit.key], options.whole);
}

/** Takes over what the threads still hold. */
async function collect(counter: UnitCounter, options: QueueOptions): Promise<void> {
  for (let losses = 0; ; losses++) {
    const outcome = await counter.handOver();
    if (outcome === null) return;
    if (!('error' in outcome)) await enter(outcome, options);
    else if (losses >= MOST_LOSSES) throw outcome.error;
    else for (const unit of outcome.others) await countInThread(unit, { ...options, counter });
  }
}

async function enter({ profile, units }: HandOver, { whole, checkpoint }: QueueOptions): Promise<void> {
  addProfile(whole, profile);
  for (const { unit, report } of units) addReport(whole, placeOf(unit), report);
  // Up to here nothing may wait: what is counted and what is said to be must agree.
  await checkpoint?.note(
    units.map(({ unit }) => unit.key),
    whole,
  );
}

function lossOf(unit: Unit, error: Error): { readonly problem: Problem } {
  const { uri } = fileOf(unit);
  const what = unit.kind === 'range' ? ` of bytes ${unit.start} to ${unit.end}` : '';
  const message = `the reading${what} failed twice: ${error.message}`;
  return { problem: { code: 'SHARD_LOST', uri, message } };
}

function placeOf(unit: Unit): Place {
  return { shard: fileOf(unit).shard, part: unit.part };
}

function fileOf(unit: Unit): FileReference {
  return unit.kind === 'files' ? unit.files[0] : unit.file;
}

function keyOf(piece: Piece): string {
  switch (piece.kind) {
    case 'unit':
      return piece.unit.key;
    case 'stream':
      return `stream ${piece.file.shard}`;
    case 'problem':
      return `problem ${piece.shard} ${piece.part}`;
  }
}
