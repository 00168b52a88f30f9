import type { Document } from '../document.ts';
import { resolveInputs } from '../sources/inputs.ts';
import type { ReadPlan } from './engine.ts';
import { shardItems } from './shard-items.ts';

/** The documents of all inputs, in input order; what cannot be read is passed over. */
export async function* readDocuments(plan: ReadPlan, signal: AbortSignal): AsyncGenerator<Document> {
  const source = await resolveInputs(plan.inputs);
  let remaining = plan.limit ?? Number.POSITIVE_INFINITY;
  for await (const item of source.items(signal)) {
    if (item.kind === 'problem') continue;
    for await (const batch of shardItems(plan, { uri: item.shard.uri, bytes: item.shard.open(signal) })) {
      const documents = batch.flatMap((read) => (read.kind === 'document' ? [read.document] : []));
      yield* documents.slice(0, remaining);
      remaining -= documents.length;
      if (remaining <= 0) return;
    }
  }
}
