/** Bytes that are pulled from a stream in the portions their reader wants. */
export interface ByteQueue {
  /** Exactly so many bytes, or fewer at the end of the stream. */
  take(count: number): Promise<Buffer>;
  /** Whatever comes next in one piece; null at the end of the stream. */
  takeChunk(): Promise<Buffer | null>;
  /** Puts bytes back, to come first again. */
  giveBack(bytes: Buffer): void;
}

/** A queue over a stream. */
export function byteQueue(bytes: AsyncIterable<Uint8Array>): ByteQueue {
  const iterator = bytes[Symbol.asyncIterator]();
  let waiting: Buffer[] = [];

  const takeChunk = async (): Promise<Buffer | null> => {
    const first = waiting.shift();
    if (first !== undefined) return first;
    const next = await iterator.next();
    if (next.done === true) return null;
    return Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
  };
  const giveBack = (rest: Buffer): void => {
    if (rest.byteLength > 0) waiting = [rest, ...waiting];
  };
  const take = async (count: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      const chunk = await takeChunk();
      if (chunk === null) break;
      pieces.push(chunk.subarray(0, missing));
      giveBack(chunk.subarray(missing));
      missing -= Math.min(missing, chunk.byteLength);
    }
    return Buffer.concat(pieces);
  };
  return { take, takeChunk, giveBack };
}
