import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { COMPOSES, wordBreak, wordFlags } from './break-classes.ts';
import { isComposed, LONGEST_COMPOSED } from './normal-form.ts';
import { compositionTable, whiteSpaceTable, wordTable } from './unicode-tables.ts';

const SPACE = 0x20;
/** The least byte of what takes several bytes in UTF-8. */
const LATER_BYTE = 0x80;
const MOST_BYTES_OF_A_UNIT = 3;
const FIRST_ROOM = 2 ** 16;
/** Longer texts are rare, and get memory that is given back. */
const MOST_ROOM = 2 ** 20;
const { breakMask } = wordFlags;

/** The identity of a text: SHA-256 of the UTF-8 of its normalised content. */
export interface ContentHash {
  /** 64 hexadecimal digits. */
  readonly hex: string;
  /** The first 32 bits, that is the first 8 digits. */
  readonly high: number;
  /** The second 32 bits. */
  readonly low: number;
  /** Bytes of the text itself as UTF-8. */
  readonly textBytes: number;
}

/**
 * What of a text tells it from others: NFC, every run of White_Space (Unicode 15.0) as one space, none at the ends.
 * A text with more than 256 combining marks in a row is not composed, since that takes quadratic time.
 */
export function normalizeContent(text: string): string {
  return collapseSpace(isComposed(text) || hasLongMarks(text) ? text : text.normalize('NFC'));
}

/** Hashes contents, one at a time, in memory of its own. */
export interface ContentHasher {
  hash(text: string): ContentHash;
}

export function createContentHasher(): ContentHasher {
  let room = Buffer.allocUnsafeSlow(FIRST_ROOM);
  return {
    hash(text) {
      const most = text.length * MOST_BYTES_OF_A_UNIT;
      if (most > MOST_ROOM) return contentHash(text);
      if (most > room.length) room = Buffer.allocUnsafeSlow(Math.min(MOST_ROOM, 2 * most));
      return hashBytes(text, room.subarray(0, room.write(text)));
    },
  };
}

/**
 * Hashes the normalised content. Lone surrogates count as U+FFFD, as in any UTF-8.
 * Text that is composed, the usual case, is collapsed as bytes.
 */
export function contentHash(text: string): ContentHash {
  return hashBytes(text, Buffer.from(text, 'utf8'));
}

function hashBytes(text: string, bytes: Buffer): ContentHash {
  const textBytes = bytes.length;
  const length = collapseBytes(bytes);
  const hex = hash('sha256', length < 0 ? normalizeContent(text) : bytes.subarray(0, length), 'hex');
  const high = Number.parseInt(hex.slice(0, 8), 16);
  return { hex, high, low: Number.parseInt(hex.slice(8, 16), 16), textBytes };
}

const NOT_COMPOSED = -1;

/** Collapses white space in valid UTF-8, in place, and gives the length that is left; -1 where NFC may differ. */
function collapseBytes(bytes: Buffer): number {
  let written = 0;
  let combining = 0;
  for (let position = 0; position < bytes.length; ) {
    const byte = bytes[position] as number;
    if (byte < LATER_BYTE) {
      position += 1;
      combining = 0;
      if (byte > SPACE || !isAsciiSpace(byte)) bytes[written++] = byte;
      else written = writeSpace(bytes, written);
      continue;
    }
    const size = sizeOf(byte);
    const codePoint = codePointAt(bytes, position, size);
    combining = nextCombining(combining, codePoint);
    if (combining === COMPOSES) return NOT_COMPOSED;
    written = isSpace(codePoint) ? writeSpace(bytes, written) : move(bytes, { position, size, written });
    position += size;
  }
  return written > 0 && bytes[written - 1] === SPACE ? written - 1 : written;
}

/** Writes a space unless there is one, or nothing, before it. */
function writeSpace(bytes: Buffer, written: number): number {
  if (written === 0 || bytes[written - 1] === SPACE) return written;
  bytes[written] = SPACE;
  return written + 1;
}

function move(
  bytes: Buffer,
  { position, size, written }: { readonly position: number; readonly size: number; readonly written: number },
): number {
  for (let index = 0; index < size; index++) bytes[written + index] = bytes[position + index] as number;
  return written + size;
}

function isSpace(codePoint: number): boolean {
  return codePoint <= 0xffff && whiteSpaceTable()[codePoint] === 1;
}

/** The combining class of a character, or `COMPOSES` where it may not be in NFC after one of class `previous`. */
function nextCombining(previous: number, codePoint: number): number {
  if (codePoint < 0x300) return 0;
  const combining = compositionTable()[codePoint] as number;
  return combining !== 0 && combining < previous ? COMPOSES : combining;
}

function sizeOf(firstByte: number): number {
  if (firstByte < 0xe0) return 2;
  return firstByte < 0xf0 ? 3 : 4;
}

function codePointAt(bytes: Buffer, position: number, size: number): number {
  let codePoint = (bytes[position] as number) & (0x7f >> size);
  for (let index = 1; index < size; index++)
    codePoint = (codePoint << 6) | ((bytes[position + index] as number) & 0x3f);
  return codePoint;
}

function isAsciiSpace(byte: number): boolean {
  return byte === SPACE || (byte >= 9 && byte <= 13);
}

function collapseSpace(text: string): string {
  const table = whiteSpaceTable();
  const end = contentEnd(text, table);
  let start = skipSpace(text, 0, table);
  if (start >= end) return '';
  const pieces: string[] = [];
  for (let position = start; position < end; position += 1) {
    const unit = text.charCodeAt(position);
    if (table[unit] === 0 || (unit === SPACE && table[text.charCodeAt(position + 1)] === 0)) continue;
    pieces.push(text.slice(start, position));
    start = skipSpace(text, position, table);
    position = start - 1;
  }
  pieces.push(text.slice(start, end));
  return pieces.join(' ');
}

function skipSpace(text: string, from: number, table: Uint8Array): number {
  let position = from;
  while (position < text.length && table[text.charCodeAt(position)] === 1) position += 1;
  return position;
}

function contentEnd(text: string, table: Uint8Array): number {
  let end = text.length;
  while (end > 0 && table[text.charCodeAt(end - 1)] === 1) end -= 1;
  return end;
}

function hasLongMarks(text: string): boolean {
  const table = wordTable();
  let run = 0;
  for (let position = 0; position < text.length && run <= LONGEST_COMPOSED; position += 1) {
    const codePoint = text.codePointAt(position) as number;
    if (codePoint > 0xffff) position += 1;
    run = ((table[codePoint] as number) & breakMask) === wordBreak.extend ? run + 1 : 0;
  }
  return run > LONGEST_COMPOSED;
}
