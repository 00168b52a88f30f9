import type { ReadItem } from '../formats/format.ts';
import { readShard } from '../formats/reader.ts';
import { decompress } from '../sources/compression.ts';
import { damageOf } from '../sources/damage.ts';
import type { Shard } from '../sources/source.ts';
import type { ReadPlan } from './engine.ts';

/** Bytes of the longest record that is read. */
const MAXIMUM_RECORD_BYTES = 64 * 2 ** 20;

export interface ShardReading {
  readonly signal: AbortSignal;
  readonly onFields?: (names: readonly string[]) => void;
  /** Told the length of each chunk of stored bytes. */
  readonly onBytes?: (bytes: number) => void;
}

/** Reads a shard from stored bytes to documents and problems, in batches. */
export function shardItems(
  plan: ReadPlan,
  shard: Shard,
  { signal, onFields, onBytes }: ShardReading,
): AsyncIterable<readonly ReadItem[]> {
  return readShard(decompress(metered(shard.open(signal), onBytes)), {
    uri: shard.uri,
    fields: plan.fields,
    split: plan.split,
    maximumRecordBytes: MAXIMUM_RECORD_BYTES,
    damageOf: damageOf(shard.uri),
    ...(onFields === undefined ? {} : { onFields }),
    ...(plan.format === undefined ? {} : { format: plan.format }),
  });
}

async function* metered(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes?.(chunk.byteLength);
    yield chunk;
  }
}
