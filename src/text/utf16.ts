import { Buffer } from 'node:buffer';

/** Ends the units of a text, so that a scanner may look one past the end. */
const SENTINEL = 10;

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Copies the UTF-16 code units of a text, lone surrogates included, and a line feed after them. */
export function encodeUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  encodeUnitsInto(text, bytesOf(units), units);
  return units;
}

/** The memory of `units` as the buffer that `encodeUnitsInto` writes through. */
export function bytesOf(units: Uint16Array): Buffer {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength);
}

/** Like `encodeUnits`, into memory that holds at least one unit more than the text. */
export function encodeUnitsInto(text: string, bytes: Buffer, units: Uint16Array): void {
  bytes.write(text, 0, 'utf16le');
  if (!isLittleEndian) bytes.subarray(0, 2 * text.length).swap16();
  units[text.length] = SENTINEL;
}
