import type { Document } from '../document.ts';
import type { ReadItem } from '../formats/format.ts';
import { PROBLEM_KINDS } from '../problem.ts';
import type { Shard } from '../sources/source.ts';
import type { Progress, ReadPlan } from './engine.ts';
import type { FieldCheck } from './field-check.ts';
import type { Observer } from './observation.ts';
import type { ProblemLedger } from './problem-ledger.ts';
import { enterExample, enterProblem } from './problem-ledger.ts';
import { shardItems } from './shard-items.ts';

const EXCERPT_LENGTH = 80;

/** What the shards of a run share. */
export interface ShardJob {
  readonly plan: ReadPlan;
  readonly observer: Observer;
  readonly ledger: ProblemLedger;
  readonly fieldCheck: FieldCheck;
  readonly signal: AbortSignal;
  readonly progress: { documents: number; bytes: number; totalBytes: number | null };
  readonly onProgress: ((progress: Progress) => void) | null;
}

/** Whether the documents asked for were all read. */
export function isComplete({ plan, progress }: ShardJob): boolean {
  return plan.limit !== undefined && progress.documents >= plan.limit;
}

/** Reads a shard from its bytes to counts. Whatever is wrong with it ends in the ledger. */
export async function readIntoProfile(job: ShardJob, shard: Shard, index: number): Promise<void> {
  const batches = shardItems(job.plan, shard, {
    signal: job.signal,
    onFields: (names) => job.fieldCheck.note(names),
    onBytes: (bytes) => {
      job.progress.bytes += bytes;
    },
  });
  for await (const batch of batches) {
    job.signal.throwIfAborted();
    for (const item of batch) {
      if (isComplete(job)) return;
      take(job, item, { uri: shard.uri, index });
    }
    job.onProgress?.({ ...job.progress, problems: job.ledger.total });
  }
}

/** Counts a document, or enters a problem. */
export function take(
  job: ShardJob,
  item: ReadItem,
  shard: { readonly uri: string; readonly index: number },
): void {
  if (item.kind === 'problem') {
    enterProblem(job.ledger, shard.index, item.problem);
    return;
  }
  job.progress.documents += 1;
  for (const code of job.observer.observe(item.document)) {
    const place = item.line === undefined ? {} : { line: item.line };
    const excerpt = excerptOf(item.document);
    const message = PROBLEM_KINDS[code].title;
    enterExample(job.ledger, shard.index, { code, uri: shard.uri, ...place, message, excerpt });
  }
}

function excerptOf({ id, text }: Document): string {
  return (id ?? text).slice(0, EXCERPT_LENGTH).toWellFormed();
}
