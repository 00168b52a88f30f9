import { quotedProblem } from '../../src/formats/finding.ts';
import { DEFAULT_FIELDS, type ReadItem } from '../../src/formats/format.ts';
import { type ReadShardOptions, readShard } from '../../src/formats/reader.ts';

/** A stream over some bytes, cut at the given offsets. */
export async function* cutAt(bytes: Uint8Array, offsets: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const offset of [...offsets, bytes.byteLength]) {
    if (offset > from) yield bytes.subarray(from, offset);
    from = Math.max(from, offset);
  }
}

/** The options of a read where a test says nothing else. */
function readOptions(options: Partial<ReadShardOptions> = {}): ReadShardOptions {
  return {
    uri: 'data',
    fields: DEFAULT_FIELDS,
    split: 'document',
    maximumRecordBytes: 1_000_000,
    maximumTextBytes: 1_000_000,
    ...options,
  };
}

/** Everything that is found in a stream, problems with their excerpts. */
export async function readAll(
  bytes: AsyncIterable<Uint8Array>,
  options: Partial<ReadShardOptions> = {},
): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const batch of readShard(bytes, readOptions(options)))
    for (const item of batch)
      items.push(item.kind === 'problem' ? { kind: 'problem', problem: quotedProblem(item) } : item);
  return items;
}

/** Everything that is found in some bytes or text, given in one piece. */
export function read(
  data: Uint8Array | string,
  options: Partial<ReadShardOptions> = {},
): Promise<ReadItem[]> {
  return readAll(cutAt(Buffer.from(data), []), options);
}

/** The texts of the documents and the codes of the problems, in order. */
export function outline(items: readonly ReadItem[]): readonly string[] {
  return items.map((item) => (item.kind === 'document' ? item.document.text : item.problem.code));
}
