import { gunzipMembers } from './gzip.ts';

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/**
 * The decompressed bytes of a stream, which is told by its first bytes and not by a name; others pass as they are.
 * Where compressed data are flawed, all that could be decompressed comes first, then a `DataDamage` is thrown.
 */
export async function* decompress(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    const start = await firstBytes(iterator, GZIP_MAGIC.length);
    const all = chain(start, iterator);
    yield* isCompressed(start) ? gunzipMembers(all) : all;
  } finally {
    await iterator.return?.();
  }
}

/** Whether some bytes begin as compressed data do. */
export function isCompressed(head: Uint8Array): boolean {
  return GZIP_MAGIC.every((byte, index) => head[index] === byte);
}

async function firstBytes(iterator: AsyncIterator<Uint8Array>, count: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let size = 0; size < count; ) {
    const next = await iterator.next();
    if (next.done === true) break;
    pieces.push(next.value);
    size += next.value.byteLength;
  }
  return Buffer.concat(pieces);
}

async function* chain(start: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.byteLength > 0) yield start;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}
