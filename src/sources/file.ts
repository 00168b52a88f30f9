import { readFileSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import type { Shard } from './source.ts';
import { waitingStream } from './waiting-file.ts';

/** How much is read at a time. */
export const CHUNK_BYTES = 262_144;

/** A file as a shard. The path is what the user would call it and what is opened. */
export function fileShard(path: string, byteLength?: number): Shard {
  return {
    uri: path,
    ...(byteLength === undefined ? {} : { byteLength }),
    open: (signal) => readFile(path, signal),
  };
}

async function* readFile(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  const stats = await stat(path);
  const waiting = waitingStream(path, stats, signal);
  if (waiting !== null) yield* waiting;
  // For a small file the ways to other threads and back, for each call, take longer than the calls.
  else if (stats.size > 0 && stats.size <= CHUNK_BYTES) yield readFileSync(path);
  else yield* readRegularFile(path, signal);
}

async function* readRegularFile(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const handle = await open(path);
  try {
    for (;;) {
      signal.throwIfAborted();
      // A new buffer each time: readers keep views of the old one.
      const { bytesRead, buffer } = await handle.read(
        Buffer.allocUnsafeSlow(CHUNK_BYTES),
        0,
        CHUNK_BYTES,
        null,
      );
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Standard input as a shard; it can be read once. */
export function standardInputShard(): Shard {
  return { uri: '-', open: readStandardInput };
}

async function* readStandardInput(signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  yield* addAbortSignal(signal, process.stdin);
}
