import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { wordBreak, wordFlags } from './break-classes.ts';
import { isComposed, LONGEST_COMPOSED } from './normal-form.ts';
import { whiteSpaceTable, wordTable } from './unicode-tables.ts';

const SPACE = 0x20;
const { breakMask } = wordFlags;

/** The identity of a text: SHA-256 of the UTF-8 of its normalised content. */
export interface ContentHash {
  /** 64 hexadecimal digits. */
  readonly hex: string;
  /** The first 32 bits, that is the first 8 digits. */
  readonly high: number;
  /** The second 32 bits. */
  readonly low: number;
}

/**
 * What of a text tells it from others: NFC, every run of White_Space (Unicode 15.0) as one space, none at the ends.
 * A text with more than 256 combining marks in a row is not composed, since that takes quadratic time.
 */
export function normalizeContent(text: string): string {
  return collapseSpace(isComposed(text) || hasLongMarks(text) ? text : text.normalize('NFC'));
}

/**
 * Hashes the normalised content. Lone surrogates count as U+FFFD, as in any UTF-8.
 * ASCII, the usual case, is collapsed as bytes.
 */
export function contentHash(text: string): ContentHash {
  const bytes = Buffer.from(text, 'utf8');
  const content = bytes.length === text.length ? collapseAscii(bytes) : normalizeContent(text);
  const hex = hash('sha256', content, 'hex');
  return { hex, high: Number.parseInt(hex.slice(0, 8), 16), low: Number.parseInt(hex.slice(8, 16), 16) };
}

/** Collapses in place, moving whole stretches, and returns the part that is left. */
function collapseAscii(bytes: Buffer): Buffer {
  const length = bytes.length;
  let written = 0;
  let position = skipAsciiSpace(bytes, 0);
  while (position < length) {
    const start = position;
    while (position < length && isKept(bytes, position, length)) position += 1;
    if (written !== start) bytes.copyWithin(written, start, position);
    written += position - start;
    position = skipAsciiSpace(bytes, position);
    if (position < length) {
      bytes[written] = SPACE;
      written += 1;
    }
  }
  return bytes.subarray(0, written);
}

/** Whether there is no space, or one space between two words. */
function isKept(bytes: Buffer, position: number, length: number): boolean {
  const byte = bytes[position] as number;
  if (byte > SPACE) return true;
  if (byte !== SPACE) return !isAsciiSpace(byte);
  return position + 1 < length && !isAsciiSpace(bytes[position + 1] as number);
}

function isAsciiSpace(byte: number): boolean {
  return byte === SPACE || (byte >= 9 && byte <= 13);
}

function skipAsciiSpace(bytes: Buffer, from: number): number {
  let position = from;
  while (position < bytes.length && isAsciiSpace(bytes[position] as number)) position += 1;
  return position;
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
