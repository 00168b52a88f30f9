import { once } from 'node:events';
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { type ByteQueue, byteQueue } from './byte-queue.ts';
import { DataDamage } from './damage.ts';
import { CHUNK_BYTES } from './file.ts';

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const DEFLATE = 8;
/** Flags of the header: what stands between it and the data. */
const HAS_CRC = 0x02;
const HAS_EXTRA = 0x04;
const HAS_NAME = 0x08;
const HAS_COMMENT = 0x10;
/** Text is packed to a tenth, text in copies to a hundredth; more than this is a bomb, or hardly any text at all. */
const EXTREME_RATIO = 200;
/** What is unpacked from a small file is no matter, whatever the ratio. */
const EXTREME_BYTES = 16 * 2 ** 20;
/** No name or comment is this long. */
const MAXIMUM_NAME_BYTES = 65_536;

/**
 * All members of a gzip stream, one after the other; zeros after the last are padding.
 * The members are told apart here rather than by zlib's own reader of gzip, which loses output before an error
 * and says nothing of what follows the last member.
 * There is no limit to what comes out, since it is never held; a ratio that text does not have is told at the end,
 * and where the reader has had enough before.
 */
export async function* gunzipMembers(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const sizes = { stored: 0, unpacked: 0, taken: 0 };
  let isLeft = true;
  try {
    yield* members(byteQueue(counted(bytes, sizes)), sizes);
    isLeft = false;
  } catch (error) {
    isLeft = false;
    throw error;
  } finally {
    if (isLeft) tellExtreme({ ...sizes, stored: sizes.taken }, 'no more of it is read');
  }
  tellExtreme(sizes, 'all of it is read');
}

async function* members(queue: ByteQueue, sizes: Sizes): AsyncGenerator<Uint8Array> {
  for (let first = true; ; first = false) {
    if (!(await beginMember(queue, first))) break;
    const check = { crc: 0, size: 0 };
    for await (const output of inflate(queue, sizes)) {
      check.crc = crc32(output, check.crc);
      check.size = (check.size + output.byteLength) % 2 ** 32;
      sizes.unpacked += output.byteLength;
      yield output;
    }
    const trailer = await queue.take(TRAILER_BYTES);
    if (trailer.byteLength < TRAILER_BYTES) throw truncated();
    if (trailer.readUInt32LE(0) !== check.crc || trailer.readUInt32LE(4) !== check.size) {
      throw invalid('the checksum of the decompressed data is wrong');
    }
  }
}

interface Sizes {
  stored: number;
  unpacked: number;
  /** Bytes of the data of members that were decompressed, of what is stored. */
  taken: number;
}

async function* counted(bytes: AsyncIterable<Uint8Array>, sizes: Sizes): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    sizes.stored += chunk.byteLength;
    yield chunk;
  }
}

/** Reads the header of a member; false where the stream ends. */
async function beginMember(queue: ByteQueue, isFirst: boolean): Promise<boolean> {
  const magic = await queue.take(2);
  if (!isFirst && (magic.byteLength === 0 || magic.every((byte) => byte === 0))) {
    await expectPadding(queue);
    return false;
  }
  const isGzip = magic[0] === 0x1f && (magic[1] === 0x8b || magic.byteLength === 1);
  if (!isGzip) throw invalid('there is something else after the end of the compressed data');
  const header = Buffer.concat([magic, await queue.take(HEADER_BYTES - 2)]);
  if (header.byteLength < HEADER_BYTES) throw truncated();
  if (header[2] !== DEFLATE) throw invalid('the compression method is unknown');
  await skipExtras(queue, header[3] ?? 0);
  return true;
}

async function expectPadding(queue: ByteQueue): Promise<void> {
  for (let chunk = await queue.takeChunk(); chunk !== null; chunk = await queue.takeChunk()) {
    if (chunk.some((byte) => byte !== 0))
      throw invalid('there is something else after the end of the compressed data');
  }
}

async function skipExtras(queue: ByteQueue, flags: number): Promise<void> {
  if ((flags & HAS_EXTRA) !== 0) {
    const length = await takeAll(queue, 2);
    await takeAll(queue, length.readUInt16LE(0));
  }
  if ((flags & HAS_NAME) !== 0) await skipName(queue);
  if ((flags & HAS_COMMENT) !== 0) await skipName(queue);
  if ((flags & HAS_CRC) !== 0) await takeAll(queue, 2);
}

async function takeAll(queue: ByteQueue, count: number): Promise<Buffer> {
  const bytes = await queue.take(count);
  if (bytes.byteLength < count) throw truncated();
  return bytes;
}

async function skipName(queue: ByteQueue): Promise<void> {
  let length = 0;
  for (let chunk = await queue.takeChunk(); chunk !== null; chunk = await queue.takeChunk()) {
    const end = chunk.indexOf(0);
    if (end !== -1) {
      queue.giveBack(chunk.subarray(end + 1));
      return;
    }
    length += chunk.byteLength;
    if (length > MAXIMUM_NAME_BYTES) throw invalid('the header has no end');
  }
  throw truncated();
}

/** What became of some input: taken, the data ended in it, or it is no compressed data. */
type Fate = 'taken' | 'ended' | Error;

/** The data of one member; what follows them is left in the queue. Output waits for its reader, so a bomb cannot fill memory. */
async function* inflate(queue: ByteQueue, sizes: Sizes): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: CHUNK_BYTES });
  try {
    yield* inflateWith(inflater, queue);
  } finally {
    sizes.taken += inflater.bytesWritten;
    inflater.destroy();
  }
}

async function* inflateWith(inflater: InflateRaw, queue: ByteQueue): AsyncGenerator<Uint8Array> {
  let given = 0;
  for (;;) {
    const chunk = await queue.takeChunk();
    given += chunk?.byteLength ?? 0;
    const fate = feed(inflater, chunk);
    yield* drain(inflater, fate);
    const outcome = await fate;
    // Input that is left over stands after the end of the data.
    const unused = given - inflater.bytesWritten;
    if (outcome === 'ended' || (outcome === 'taken' && unused > 0)) {
      if (chunk !== null) queue.giveBack(chunk.subarray(chunk.byteLength - unused));
      return;
    }
    if (outcome !== 'taken') {
      throw chunk === null ? truncated() : invalid('the compressed data are broken', outcome);
    }
  }
}

/** Gives input, or the end of it, and tells what became of it. */
function feed(inflater: InflateRaw, chunk: Buffer | null): Promise<Fate> {
  return new Promise((resolve) => {
    const settle = (fate: Fate): void => {
      inflater.off('end', onEnd);
      inflater.off('error', settle);
      resolve(fate);
    };
    const onEnd = (): void => settle('ended');
    inflater.on('end', onEnd);
    inflater.on('error', settle);
    if (chunk === null) inflater.end();
    else inflater.write(chunk, (error) => (error ? undefined : settle('taken')));
  });
}

/** Hands on output until the input is used up. */
async function* drain(inflater: InflateRaw, fate: Promise<Fate>): AsyncGenerator<Uint8Array> {
  let settled = false;
  const settle = async (): Promise<void> => {
    await fate;
    settled = true;
  };
  const done = settle();
  for (;;) {
    for (let output: unknown = inflater.read(); output instanceof Uint8Array; output = inflater.read())
      yield output;
    if (settled) return;
    const waiting = new AbortController();
    const readable = once(inflater, 'readable', { signal: waiting.signal }).catch(() => undefined);
    await Promise.race([done, readable]);
    waiting.abort();
  }
}

/** Throws where the ratio is none of text. */
function tellExtreme({ stored, unpacked }: Omit<Sizes, 'taken'>, what: string): void {
  if (unpacked <= Math.max(EXTREME_BYTES, EXTREME_RATIO * stored)) return;
  const ratio = Math.round(unpacked / stored);
  throw new DataDamage(
    'COMPRESSION_EXTREME',
    `${stored} bytes were decompressed to ${unpacked}, ${ratio} times as many; ${what}`,
  );
}

function truncated(): DataDamage {
  return new DataDamage(
    'COMPRESSION_TRUNCATED',
    'the compressed data end too early; what came before is read',
  );
}

function invalid(message: string, cause?: Error): DataDamage {
  return new DataDamage('COMPRESSION_INVALID', `${message}; what came before is read`, { cause });
}
