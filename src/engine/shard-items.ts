import type { ReadItem } from '../formats/format.ts';
import type { ReadShardOptions } from '../formats/reader.ts';
import { readPlain, readShard } from '../formats/reader.ts';
import { decompress } from '../sources/compression.ts';
import { damageOf } from '../sources/damage.ts';
import type { ReadPlan } from './engine.ts';

/** Bytes of text of the longest document that is kept whole, where the plan does not say. */
export const MAXIMUM_DOCUMENT_BYTES: number = 16 * 2 ** 20;
/** A record may be so many times as long as its text, because of escapes and other fields. */
const RECORD_TO_TEXT = 4;

/** Bytes and what they are called. */
export interface NamedBytes {
  readonly uri: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Bytes of the longest record that a plan reads: where little text is kept, other fields may be long all the same. */
export function maximumRecordBytes(plan: Omit<ReadPlan, 'inputs'>): number {
  return RECORD_TO_TEXT * Math.max(plan.maximumDocumentBytes ?? 0, MAXIMUM_DOCUMENT_BYTES);
}

/** Reads a shard from its stored bytes to documents and problems, in batches. */
export function shardItems(
  plan: Omit<ReadPlan, 'inputs'>,
  { uri, bytes }: NamedBytes,
  onFields?: (names: readonly string[]) => void,
): AsyncIterable<readonly ReadItem[]> {
  return readShard(decompress(bytes), readOptions(plan, uri, onFields));
}

/** Reads some lines of a shard of JSON Lines, decompressed and without a byte order mark. */
export function lineItems(
  plan: Omit<ReadPlan, 'inputs'>,
  { uri, bytes }: NamedBytes,
  onFields?: (names: readonly string[]) => void,
): AsyncIterable<readonly ReadItem[]> {
  return readPlain(bytes, 'jsonl', readOptions(plan, uri, onFields));
}

function readOptions(
  plan: Omit<ReadPlan, 'inputs'>,
  uri: string,
  onFields: ((names: readonly string[]) => void) | undefined,
): ReadShardOptions {
  return {
    uri,
    fields: plan.fields,
    split: plan.split,
    maximumTextBytes: plan.maximumDocumentBytes ?? MAXIMUM_DOCUMENT_BYTES,
    maximumRecordBytes: maximumRecordBytes(plan),
    damageOf: damageOf(uri),
    ...(onFields === undefined ? {} : { onFields }),
    ...(plan.format === undefined ? {} : { format: plan.format }),
  };
}
