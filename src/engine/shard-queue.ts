import PQueue from 'p-queue';
import type { Problem } from '../problem.ts';
import type { Shard, Source } from '../sources/source.ts';

/** Shards that may be open at once: reading and decompressing one goes on while another is counted. */
const CONCURRENCY = 8;
/** Bytes that all open shards may hold; a stream holds no more than its share at a time. */
const BYTES_IN_FLIGHT = 64 * 2 ** 20;
const STREAM_BYTES = 16 * 2 ** 20;

export interface ShardWork {
  readonly signal: AbortSignal;
  /** One shard after another, in order. */
  readonly sequential: boolean;
  /** Asked before each shard: true ends the walk. */
  isDone(): boolean;
  onProblem(problem: Problem, index: number): void;
  work(shard: Shard, index: number): Promise<void>;
}

/** Walks a source and works on its shards, several at a time within a budget of bytes. The first failure ends it all. */
export async function forEachShard(source: Source, work: ShardWork): Promise<void> {
  const queue = new PQueue({ concurrency: work.sequential ? 1 : CONCURRENCY });
  const failed = new AbortController();
  let inFlight = 0;
  let index = 0;
  const roomFor = async (bytes: number): Promise<void> => {
    await queue.onSizeLessThan(CONCURRENCY);
    if (inFlight === 0 || inFlight + bytes <= BYTES_IN_FLIGHT || failed.signal.aborted) return;
    await oneDone(queue);
    await roomFor(bytes);
  };
  for await (const item of source.items(work.signal)) {
    work.signal.throwIfAborted();
    const number = index++;
    if (item.kind === 'problem') work.onProblem(item.problem, number);
    else {
      const bytes = Math.min(item.shard.byteLength ?? STREAM_BYTES, STREAM_BYTES);
      await roomFor(bytes);
      if (failed.signal.aborted || work.isDone()) break;
      inFlight += bytes;
      void queue
        .add(() =>
          failed.signal.aborted || work.isDone() ? Promise.resolve() : work.work(item.shard, number),
        )
        .catch((error: unknown) => failed.abort(error))
        .finally(() => {
          inFlight -= bytes;
        });
    }
  }
  await queue.onIdle();
  failed.signal.throwIfAborted();
  work.signal.throwIfAborted();
}

function oneDone(queue: PQueue): Promise<void> {
  return new Promise((resolve) => {
    queue.once('next', () => resolve());
  });
}
