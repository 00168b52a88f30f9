import type { Source } from '../sources/source.ts';

/** Stored bytes of all shards, for showing how far a run is; null where one of them cannot tell. */
export async function storedBytes(source: Source, signal: AbortSignal): Promise<number | null> {
  let total = 0;
  for await (const item of source.items(signal)) {
    if (item.kind === 'problem') continue;
    if (item.shard.byteLength === undefined) return null;
    total += item.shard.byteLength;
  }
  return total;
}
