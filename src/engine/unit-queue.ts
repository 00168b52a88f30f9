import PQueue from 'p-queue';
import type { Problem } from '../problem.ts';
import type { Checkpoint } from './checkpoint.ts';
import { limitsOf } from './key-limits.ts';
import type { Place } from './problem-ledger.ts';
import { enterProblem } from './problem-ledger.ts';
import type { FileReference, Unit, UnitCounter, UnitResult } from './unit.ts';
import type { UnitInput, UnitSettings, UnitWatch } from './unit-count.ts';
import { countUnit, openUnit } from './unit-count.ts';
import type { Piece } from './unit-plan.ts';
import type { Whole } from './whole.ts';
import { addResult, noteLines } from './whole.ts';

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
  const count = async (piece: Piece): Promise<void> => {
    if (isDone()) return;
    for (const outcome of await countPiece(piece, options)) enter(whole, outcome);
    // From here to the note nothing may wait: what is counted and what is said to be must agree.
    await checkpoint?.note(keyOf(piece), whole);
  };
  for await (const piece of pieces) {
    if (checkpoint?.done.has(keyOf(piece)) === true) continue;
    await queue.onSizeLessThan(1);
    if (isDone()) break;
    void queue.add(() => count(piece)).catch((error: unknown) => failed.abort(error));
  }
  await queue.onIdle();
  failed.signal.throwIfAborted();
  watch.signal.throwIfAborted();
}

/** What came of a piece, or of one file of it. */
type Outcome =
  | { readonly place: Place; readonly result: UnitResult }
  | { readonly place: Place; readonly problem: Problem };

function enter(whole: Whole, outcome: Outcome): void {
  if ('result' in outcome) {
    addResult(whole, outcome.result);
    noteLines(whole, outcome.place, outcome.result.lines);
  } else enterProblem(whole.ledger, outcome.place, outcome);
}

async function countPiece(piece: Piece, options: QueueOptions): Promise<readonly Outcome[]> {
  switch (piece.kind) {
    case 'problem': {
      const { shard, part, problem } = piece;
      return [{ place: { shard, part }, problem }];
    }
    case 'stream': {
      const input = { kind: 'files', part: 0, files: [piece] } as const;
      return [{ place: { shard: piece.file.shard, part: 0 }, result: await countHere(input, options) }];
    }
    case 'unit': {
      const { unit } = piece;
      if (options.counter !== null) return countInThread(unit, options.counter, options);
      return [
        { place: placeOf(unit), result: await countHere(openUnit(unit, options.watch.signal), options) },
      ];
    }
  }
}

function countHere(input: UnitInput, { whole, settings, watch }: QueueOptions): Promise<UnitResult> {
  return countUnit(input, remaining(settings, whole), limitsOf(whole.profile), watch);
}

/** With a limit, units are counted one after another, each as far as the limit leaves room. */
function remaining(settings: UnitSettings, whole: Whole): UnitSettings {
  const { limit } = settings.plan;
  if (limit === undefined) return settings;
  return { ...settings, plan: { ...settings.plan, limit: limit - whole.progress.documents } };
}

/** A unit whose thread fails is tried once more; of several files the sound ones are then found one by one. */
async function countInThread(
  unit: Unit,
  counter: UnitCounter,
  options: QueueOptions,
): Promise<readonly Outcome[]> {
  const { whole, watch } = options;
  const attempt = (): Promise<UnitResult | Error> =>
    counter.count(unit, limitsOf(whole.profile)).catch((error: unknown) => {
      watch.signal.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    });
  const first = await attempt();
  const result = first instanceof Error ? await attempt() : first;
  if (!(result instanceof Error)) return [{ place: placeOf(unit), result }];
  if (unit.kind !== 'files' || unit.files.length === 1) return [lossOf(unit, result)];
  const outcomes: Outcome[] = [];
  for (const file of unit.files)
    outcomes.push(...(await countInThread({ ...unit, files: [file] }, counter, options)));
  return outcomes;
}

function lossOf(unit: Unit, error: Error): Outcome {
  const { uri } = fileOf(unit);
  const what = unit.kind === 'range' ? ` of bytes ${unit.start} to ${unit.end}` : '';
  const message = `the reading${what} failed twice: ${error.message}`;
  return { place: placeOf(unit), problem: { code: 'SHARD_LOST', uri, message } };
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
