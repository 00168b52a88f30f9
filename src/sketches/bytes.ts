/** A growing buffer that numbers and strings are written to in a fixed byte order. */
export interface ByteWriter {
  bytes: Buffer;
  length: number;
}

/** A position in bytes that were written so. Reading past the end throws a RangeError. */
export interface ByteReader {
  readonly bytes: Uint8Array;
  offset: number;
}

const MAXIMUM_VARINT_BYTES = 8;

export function createWriter(): ByteWriter {
  return { bytes: Buffer.alloc(1024), length: 0 };
}

export function writtenBytes(writer: ByteWriter): Uint8Array {
  return writer.bytes.subarray(0, writer.length);
}

/** Writes an integer from 0 to 2^53 - 1, seven bits a byte, least significant first (LEB128). */
export function writeInteger(writer: ByteWriter, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is no count`);
  reserve(writer, MAXIMUM_VARINT_BYTES);
  let rest = value;
  while (rest >= 128) {
    writer.bytes[writer.length++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  writer.bytes[writer.length++] = rest;
}

/** Writes 32 bits, most significant byte first. */
export function writeWord(writer: ByteWriter, value: number): void {
  reserve(writer, 4);
  writer.bytes[writer.length++] = value >>> 24;
  writer.bytes[writer.length++] = value >>> 16;
  writer.bytes[writer.length++] = value >>> 8;
  writer.bytes[writer.length++] = value;
}

/** Writes the length in bytes, then the UTF-8 of a string. */
export function writeString(writer: ByteWriter, text: string): void {
  const size = Buffer.byteLength(text, 'utf8');
  writeInteger(writer, size);
  reserve(writer, size);
  writer.length += writer.bytes.write(text, writer.length, 'utf8');
}

export function writeBytes(writer: ByteWriter, bytes: Uint8Array): void {
  reserve(writer, bytes.length);
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

export function createReader(bytes: Uint8Array): ByteReader {
  return { bytes, offset: 0 };
}

export function readInteger(reader: ByteReader): number {
  let value = 0;
  let factor = 1;
  for (let index = 0; index < MAXIMUM_VARINT_BYTES; index++) {
    const byte = readByte(reader);
    value += (byte & 127) * factor;
    if (byte < 128) {
      if (!Number.isSafeInteger(value)) throw new RangeError('a number is out of range');
      return value;
    }
    factor *= 128;
  }
  throw new RangeError('a number is too long');
}

export function readWord(reader: ByteReader): number {
  const high = readByte(reader) * 256 + readByte(reader);
  const low = readByte(reader) * 256 + readByte(reader);
  return high * 65536 + low;
}

export function readString(reader: ByteReader): string {
  return Buffer.from(readBytes(reader, readInteger(reader))).toString('utf8');
}

export function readBytes(reader: ByteReader, length: number): Uint8Array {
  if (length > reader.bytes.length - reader.offset) throw new RangeError('the bytes end too early');
  reader.offset += length;
  return reader.bytes.subarray(reader.offset - length, reader.offset);
}

function readByte(reader: ByteReader): number {
  const byte = reader.bytes[reader.offset];
  if (byte === undefined) throw new RangeError('the bytes end too early');
  reader.offset += 1;
  return byte;
}

function reserve(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return;
  const grown = Buffer.alloc(Math.max(writer.bytes.length * 2, writer.length + more));
  grown.set(writer.bytes.subarray(0, writer.length));
  writer.bytes = grown;
}
