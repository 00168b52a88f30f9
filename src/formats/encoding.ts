import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { asBuffer } from './bytes.ts';
import { isWellFormed, wellFormed } from './finding.ts';

/** An encoding, and how many bytes of a byte order mark come first. */
export interface Encoding {
  /** A name that the decoder knows; `utf-8` passes through as it is. */
  readonly name: string;
  readonly markBytes: number;
}

/** UTF-8 without a byte order mark. */
export const UTF_8: Encoding = { name: 'utf-8', markBytes: 0 };

/** Byte order marks, the longer before the shorter that they begin with. */
const MARKS: readonly (readonly [name: string, mark: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-32le', Buffer.from([0xff, 0xfe, 0x00, 0x00])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/** Detection is costly, and a few kilobytes around the first odd byte tell as much as all. */
const SAMPLE_BYTES = 16_384;
/** Below this the guess is worse than saying that the bytes are not UTF-8. */
const MINIMUM_CONFIDENCE = 40;
/** Characters of this many per broken byte say that the text is UTF-8 with a few flaws. */
const CHARACTERS_PER_FLAW = 2;

/** The encoding of a file from its beginning: the mark, else UTF-8 where that is nearly valid, else the likeliest. */
export function detectEncoding(head: Uint8Array): Encoding {
  const bytes = asBuffer(head);
  const marked = markOf(bytes);
  if (marked !== null) return marked;
  const { characters, flaws, firstFlaw } = utf8Census(bytes);
  if (flaws === 0 || characters >= flaws * CHARACTERS_PER_FLAW) return UTF_8;
  const from = Math.max(0, firstFlaw - SAMPLE_BYTES / 2);
  const [best] = analyse(bytes.subarray(from, from + SAMPLE_BYTES));
  if (best === undefined || best.confidence < MINIMUM_CONFIDENCE || !iconv.encodingExists(best.name))
    return UTF_8;
  // What calls itself Latin-1 is nearly always windows-1252, which has quotes where Latin-1 has control characters.
  return { name: best.name === 'ISO-8859-1' ? 'windows-1252' : best.name, markBytes: 0 };
}

/** The encoding that a byte order mark names, null where there is no mark. */
export function markOf(head: Uint8Array): Encoding | null {
  const bytes = asBuffer(head);
  const found = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark));
  return found === undefined ? null : { name: found[0], markBytes: found[1].length };
}

/** What of a file without a mark is looked at, and how little of it tells nothing. */
const UNMARKED_BYTES = 4_096;
const FEWEST_UNMARKED_BYTES = 8;
/** In UTF-16 nearly every character of a European text has a NUL byte, and always the same one of its two. */
const NUL_SHARE = 0.9;
const STRAY_NUL_SHARE = 0.01;

/** UTF-16 without a byte order mark, told by its NUL bytes; null where it is none. */
export function unmarkedUtf16(head: Uint8Array): Encoding | null {
  const bytes = head.subarray(0, UNMARKED_BYTES);
  if (bytes.byteLength < FEWEST_UNMARKED_BYTES) return null;
  const nul = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) nul[at % 2] = (nul[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = nul.map((count) => count / (bytes.byteLength / 2));
  if (second >= NUL_SHARE && first <= STRAY_NUL_SHARE) return { name: 'utf-16le', markBytes: 0 };
  return first >= NUL_SHARE && second <= STRAY_NUL_SHARE ? { name: 'utf-16be', markBytes: 0 } : null;
}

interface Census {
  /** Well-formed characters beyond ASCII. */
  readonly characters: number;
  /** Bytes that are no part of any character; a character cut by the end is none. */
  readonly flaws: number;
  readonly firstFlaw: number;
}

function utf8Census(bytes: Buffer): Census {
  if (isUtf8(bytes)) return { characters: 0, flaws: 0, firstFlaw: -1 };
  let characters = 0;
  let flaws = 0;
  let firstFlaw = -1;
  for (let at = 0; at < bytes.byteLength; ) {
    const length = characterLength(bytes, at);
    if (length > 1) characters += 1;
    if (length === 0) {
      flaws += 1;
      if (firstFlaw === -1) firstFlaw = at;
    }
    at += Math.max(1, length);
  }
  return { characters, flaws, firstFlaw };
}

/** The bytes of the character at an offset, 0 where there is none. */
function characterLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length === 0) return 0;
  const character = bytes.subarray(at, at + length);
  if (character.byteLength === length) return isUtf8(character) ? length : 0;
  return character.subarray(1).every((byte) => byte >> 6 === 0b10) ? character.byteLength : 0;
}

/** Where decoding notes what the encoding did not allow. */
export interface DecodingFlaws {
  count: number;
  /** The line of the first one. */
  line: number;
}

/** The bytes as UTF-8 without a mark. UTF-8 is passed on untouched: the readers of records see to its flaws. */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  flaws: DecodingFlaws,
): AsyncGenerator<Uint8Array> {
  const unmarked = skip(bytes, encoding.markBytes);
  if (encoding.name === 'utf-8') yield* unmarked;
  else yield* transcode(unmarked, encoding.name, flaws);
}

async function* skip(bytes: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of bytes) {
    const rest = left === 0 ? chunk : chunk.subarray(left);
    left -= chunk.byteLength - rest.byteLength;
    if (rest.byteLength > 0) yield rest;
  }
}

async function* transcode(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  flaws: DecodingFlaws,
): AsyncGenerator<Uint8Array> {
  const unit = name.startsWith('utf-16') ? 2 : name.startsWith('utf-32') ? 4 : 1;
  // The decoder would decode a half surrogate at the end of a chunk apart from its other half.
  const decoder = iconv.getDecoder(name, { stripBOM: false });
  let carry = '';
  let line = 1;
  let size = 0;
  const encode = (text: string): Uint8Array => {
    line = noteFlaws(text, { flaws, line, isUnicode: unit > 1 });
    return Buffer.from(wellFormed(text));
  };
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    const text = carry + decoder.write(asBuffer(chunk));
    carry = endsHalfway(text) ? text.slice(-1) : '';
    const whole = text.slice(0, text.length - carry.length);
    if (whole !== '') yield encode(whole);
  }
  const rest = carry + (decoder.end() ?? '') + (size % unit === 0 ? '' : '\uFFFD');
  if (size % unit !== 0) note(flaws, line);
  if (rest !== '') yield encode(rest);
}

function endsHalfway(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}

interface NoteContext {
  readonly flaws: DecodingFlaws;
  readonly line: number;
  /** In Unicode U+FFFD is a character like any other, and half a surrogate pair is the flaw. */
  readonly isUnicode: boolean;
}

/** Counts what could not be decoded; gives back the line after the text. */
function noteFlaws(text: string, { flaws, line, isUnicode }: NoteContext): number {
  const flawed = isUnicode ? !isWellFormed(text) : text.includes('\uFFFD');
  const newlines = flawed ? /\n|\uFFFD|\p{Surrogate}/gu : /\n/gu;
  let at = line;
  for (const [found] of text.matchAll(newlines)) {
    if (found === '\n') at += 1;
    else if (!isUnicode || found !== '\uFFFD') note(flaws, at);
  }
  return at;
}

function note(flaws: DecodingFlaws, line: number): void {
  if (flaws.count === 0) flaws.line = line;
  flaws.count += 1;
}
