import { asBuffer } from '../formats/bytes.ts';

const NEWLINE = 10;

export interface BlockOptions {
  /** Bytes at the beginning that are left out. */
  readonly skip: number;
  /** Bytes of a block, about. */
  readonly blockBytes: number;
  /** Of a longer line the beginning is kept, which is longer than this too. */
  readonly maximumLineBytes: number;
}

/** Lines that wait until there are enough of them. */
interface Waiting {
  pieces: Buffer[];
  bytes: number;
  /** Bytes after the last newline among them. */
  open: number;
  /** Whether the rest of a line is being passed over. */
  isSkipping: boolean;
}

/** Cuts a stream into blocks of whole lines, each in memory of its own. Memory is bounded by the block and the longest line. */
export async function* cutIntoBlocks(
  bytes: AsyncIterable<Uint8Array>,
  { skip, blockBytes, maximumLineBytes }: BlockOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const waiting: Waiting = { pieces: [], bytes: 0, open: 0, isSkipping: false };
  let left = skip;
  for await (const piece of bytes) {
    const chunk = afterSkipped(waiting, asBuffer(piece).subarray(left));
    left = Math.max(0, left - piece.byteLength);
    add(waiting, chunk);
    if (waiting.bytes - waiting.open >= blockBytes) yield take(waiting, waiting.bytes - waiting.open);
    // The last byte may belong to a line end.
    if (waiting.open <= maximumLineBytes + 1) continue;
    if (waiting.bytes > waiting.open) yield take(waiting, waiting.bytes - waiting.open);
    yield takeBeginning(waiting);
  }
  if (waiting.bytes > 0) yield take(waiting, waiting.bytes);
}

/** What follows the rest of a line that is being passed over. */
function afterSkipped(waiting: Waiting, chunk: Buffer): Buffer {
  if (!waiting.isSkipping) return chunk;
  const newline = chunk.indexOf(NEWLINE);
  waiting.isSkipping = newline === -1;
  return newline === -1 ? chunk.subarray(chunk.length) : chunk.subarray(newline + 1);
}

function add(waiting: Waiting, chunk: Buffer): void {
  if (chunk.length === 0) return;
  waiting.pieces.push(chunk);
  waiting.bytes += chunk.length;
  const newline = chunk.lastIndexOf(NEWLINE);
  waiting.open = newline === -1 ? waiting.open + chunk.length : chunk.length - newline - 1;
}

/** The first `length` of the waiting bytes, in memory of their own. */
function take(waiting: Waiting, length: number): Uint8Array<ArrayBuffer> {
  const all = Buffer.concat(waiting.pieces);
  const rest = all.subarray(length);
  waiting.pieces = rest.length === 0 ? [] : [Buffer.from(rest)];
  waiting.bytes = rest.length;
  return new Uint8Array(all.subarray(0, length));
}

/** The open line as far as it is here, ended; the rest of it is passed over. */
function takeBeginning(waiting: Waiting): Uint8Array<ArrayBuffer> {
  const beginning = new Uint8Array(Buffer.concat([...waiting.pieces, Buffer.from([NEWLINE])]));
  Object.assign(waiting, { pieces: [], bytes: 0, open: 0, isSkipping: true });
  return beginning;
}
