/** A view of the same bytes as a Buffer, without a copy. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The bytes of several pieces in a row; a single piece is not copied. */
export function join(pieces: readonly Buffer[]): Buffer {
  const [first, ...others] = pieces;
  if (first === undefined) return Buffer.alloc(0);
  return others.length === 0 ? first : Buffer.concat(pieces);
}

/** The beginning of a stream, and the whole stream with that beginning as its first chunk. */
export interface Peeked {
  readonly head: Buffer;
  readonly all: AsyncIterable<Uint8Array>;
}

/**
 * Looks at the first bytes of a stream without losing them.
 * The head has exactly `length` bytes, or all there are: how the stream is cut into chunks makes no difference.
 */
export async function peek(bytes: AsyncIterable<Uint8Array>, length: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const pieces: Buffer[] = [];
  let size = 0;
  while (size < length) {
    const next = await iterator.next();
    if (next.done === true) break;
    pieces.push(asBuffer(next.value));
    size += next.value.byteLength;
  }
  const start = join(pieces);
  return { head: start.subarray(0, length), all: resume(start, iterator) };
}

async function* resume(start: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (start.byteLength > 0) yield start;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** The last offset up to a limit at which no character is cut. */
export function characterEnd(bytes: Buffer, limit: number): number {
  let end = limit;
  while (end > limit - 3 && end > 0 && (bytes[end] ?? 0) >> 6 === 0b10) end -= 1;
  return end;
}

/** The bytes without a character of UTF-8 that their end cuts. */
export function wholeCharacters(bytes: Buffer): Buffer {
  let lead = bytes.byteLength - 1;
  while (lead > 0 && lead > bytes.byteLength - 4 && (bytes[lead] ?? 0) >> 6 === 0b10) lead -= 1;
  const first = bytes[lead] ?? 0;
  const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return lead + length > bytes.byteLength ? bytes.subarray(0, Math.max(0, lead)) : bytes;
}

/** How many times a byte occurs. */
export function countByte(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/** Bytes that come in pieces, up to a limit. */
export interface Collected {
  pieces: Buffer[];
  size: number;
  /** More came than the limit allows: only the beginning was kept. */
  over: boolean;
}

/** Nothing collected yet. */
export function nothingCollected(): Collected {
  return { pieces: [], size: 0, over: false };
}

/** Adds a piece; past the limit nothing more is kept, and the size grows. */
export function collect(collected: Collected, piece: Buffer, limit: number): void {
  const room = limit - collected.size;
  collected.size += piece.byteLength;
  if (collected.over || piece.byteLength === 0) return;
  collected.pieces.push(piece.subarray(0, room));
  collected.over = piece.byteLength > room;
}

/** The collected bytes; the collection is empty afterwards. */
export function takeCollected(collected: Collected): Buffer {
  const bytes = join(collected.pieces);
  Object.assign(collected, nothingCollected());
  return bytes;
}
