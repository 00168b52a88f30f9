import { closeSync, constants, openSync, type Stats } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';

/**
 * A stream over a pipe or a terminal, whose other side may never come: the wait ends when the signal is aborted.
 * Null for everything else, which never keeps its reader waiting.
 */
export function waitingStream(path: string, stats: Stats, signal: AbortSignal): Readable | null {
  if (!stats.isFIFO() && !stats.isCharacterDevice()) return null;
  // Without O_NONBLOCK a pipe is opened once it has a writer, by a thread that nothing but that can end.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  if (stats.isFIFO()) return addAbortSignal(signal, new Socket({ fd: descriptor, writable: false }));
  if (isatty(descriptor)) return addAbortSignal(signal, new ReadStream(descriptor));
  closeSync(descriptor);
  return null;
}
