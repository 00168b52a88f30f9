import PQueue from 'p-queue';
import { limitsOf } from './key-limits.ts';
import { enterProblem } from './problem-ledger.ts';
import type { Unit, UnitCounter, UnitResult } from './unit.ts';
import type { UnitSettings, UnitWatch } from './unit-count.ts';
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
  readonly threads: number;
}

/** Counts pieces into the whole, as many at a time as there are threads, and one more waits. The first failure ends it. */
export async function countPieces(pieces: AsyncIterable<Piece>, options: QueueOptions): Promise<void> {
  const { whole, watch, settings } = options;
  const queue = new PQueue({ concurrency: Math.max(1, options.threads) });
  const failed = new AbortController();
  const isDone = (): boolean =>
    failed.signal.aborted || whole.progress.documents >= (settings.plan.limit ?? Infinity);
  for await (const piece of pieces) {
    await queue.onSizeLessThan(1);
    if (isDone()) break;
    void queue
      .add(() => (isDone() ? Promise.resolve() : countPiece(piece, options)))
      .catch((error: unknown) => failed.abort(error));
  }
  await queue.onIdle();
  failed.signal.throwIfAborted();
  watch.signal.throwIfAborted();
}

async function countPiece(piece: Piece, options: QueueOptions): Promise<void> {
  const { whole, settings, watch } = options;
  switch (piece.kind) {
    case 'problem': {
      const { problem, ...place } = piece;
      enterProblem(whole.ledger, place, problem);
      noteLines(whole, place, piece.lines);
      break;
    }
    case 'stream': {
      const input = { kind: 'files', part: 0, files: [piece] } as const;
      addResult(whole, await countUnit(input, remaining(settings, whole), limitsOf(whole.profile), watch));
      break;
    }
    case 'unit':
      if (options.counter === null) addUnit(whole, piece.unit, await countHere(piece.unit, options));
      else await countInThread(piece.unit, options.counter, options);
      break;
  }
}

function addUnit(whole: Whole, unit: Unit, result: UnitResult): void {
  addResult(whole, result);
  if (unit.kind !== 'files') noteLines(whole, { shard: unit.file.shard, part: unit.part }, result.lines);
}

function countHere(unit: Unit, { whole, settings, watch }: QueueOptions): Promise<UnitResult> {
  return countUnit(openUnit(unit, watch.signal), remaining(settings, whole), limitsOf(whole.profile), watch);
}

/** With a limit, units are counted one after another, each as far as the limit leaves room. */
function remaining(settings: UnitSettings, whole: Whole): UnitSettings {
  const { limit } = settings.plan;
  if (limit === undefined) return settings;
  return { ...settings, plan: { ...settings.plan, limit: limit - whole.progress.documents } };
}

/** A unit whose thread fails is tried once more; of several files the sound ones are then found one by one. */
async function countInThread(unit: Unit, counter: UnitCounter, options: QueueOptions): Promise<void> {
  const { whole, watch } = options;
  const attempt = (): Promise<UnitResult | Error> =>
    counter.count(unit, limitsOf(whole.profile)).catch((error: unknown) => {
      watch.signal.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    });
  const first = await attempt();
  const result = first instanceof Error ? await attempt() : first;
  if (!(result instanceof Error)) addUnit(whole, unit, result);
  else if (unit.kind === 'files' && unit.files.length > 1)
    for (const file of unit.files) await countInThread({ ...unit, files: [file] }, counter, options);
  else enterLoss(whole, unit, result);
}

function enterLoss(whole: Whole, unit: Unit, error: Error): void {
  const files = unit.kind === 'files' ? unit.files : [unit.file];
  const what = unit.kind === 'range' ? ` of bytes ${unit.start} to ${unit.end}` : '';
  for (const { shard, uri } of files)
    enterProblem(
      whole.ledger,
      { shard, part: unit.part },
      { code: 'SHARD_LOST', uri, message: `the reading${what} failed twice: ${error.message}` },
    );
}
