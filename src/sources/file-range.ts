import { open } from 'node:fs/promises';
import { CHUNK_BYTES } from './file.ts';

const NEWLINE = 10;

/** Bytes `start` to `end` (exclusive) of a file. */
export interface ByteRange {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The whole lines that begin inside a byte range, so that ranges side by side give each line once.
 * Reading goes on past the range to the end of its last line, and stops at once where no line begins in it.
 */
export async function* readLinesOfRange(
  { path, start, end }: ByteRange,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  const handle = await open(path);
  try {
    let position = Math.max(0, start - 1);
    let isInside = start === 0;
    for (;;) {
      signal.throwIfAborted();
      const { buffer, bytesRead } = await handle.read(
        Buffer.allocUnsafeSlow(CHUNK_BYTES),
        0,
        CHUNK_BYTES,
        position,
      );
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      const first = isInside ? 0 : chunk.indexOf(NEWLINE) + 1;
      const found = isInside || first > 0;
      if (!isInside && position + (found ? first : bytesRead) >= end) return;
      const last = found ? endOfLine(chunk, end - 1 - position) : null;
      if (found) yield chunk.subarray(first, last ?? bytesRead);
      if (last !== null) return;
      isInside = found;
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** The offset after the first newline at `least` or later, null where the chunk has none. */
function endOfLine(chunk: Buffer, least: number): number | null {
  const newline = least < chunk.length ? chunk.indexOf(NEWLINE, Math.max(0, least)) : -1;
  return newline === -1 ? null : newline + 1;
}
