import { isUtf8 } from 'node:buffer';
import {
  asBuffer,
  type Collected,
  characterEnd,
  collect,
  join,
  nothingCollected,
  takeCollected,
  wholeCharacters,
} from './bytes.ts';
import { problemOf } from './finding.ts';
import type { FieldPaths, Format, ReadItem, ReadOptions } from './format.ts';
import { type LineSpan, splitLines } from './lines.ts';
import { readRecord } from './record.ts';

/** Plain text: a document a file, a line, or a paragraph, which ends at a blank line. */
export const text: Format = {
  id: 'text',
  extensions: ['.txt', '.text'],
  async *read(bytes, options) {
    switch (options.split) {
      case 'document': {
        const items: ReadItem[] = [];
        const whole = await wholeText(bytes, options, items);
        readProse(whole, options, items);
        yield items;
        break;
      }
      case 'line':
        yield* readByLine(bytes, options);
        break;
      case 'paragraph':
        yield* readByParagraph(bytes, options);
        break;
    }
  },
};

/** A piece of prose; a whole file has no line. */
export interface Prose {
  readonly bytes: Buffer;
  readonly line?: number;
  /** It is longer than the limit of a record, and the bytes are its beginning. */
  readonly tooLong?: boolean;
  /** What is known besides the text: source, date, label. */
  readonly fields?: ReadonlyMap<string, string>;
}

/** All of a file up to the limit, cut at a character, with a problem where there is more. */
export async function wholeText(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  items: ReadItem[],
): Promise<Prose> {
  const limit = options.maximumTextBytes;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    pieces.push(asBuffer(chunk));
    size += chunk.byteLength;
    if (size > limit) break;
  }
  const all = join(pieces);
  if (size <= limit) return { bytes: all };
  items.push(problemOf('DOCUMENT_CUT', options.uri, `only the first ${limit} bytes of the text are kept`));
  return { bytes: all.subarray(0, characterEnd(all, limit)) };
}

/** The fields that prose may have, by the names of a document's. */
const PROSE_FIELDS: FieldPaths = { text: 'text', id: '', source: 'source', date: 'date', label: 'label' };

/** Appends the document that a piece of prose is, or what is wrong with it. */
export function readProse(source: Prose, options: ReadOptions, items: ReadItem[]): void {
  const { line, fields, tooLong = false } = source;
  const bytes = tooLong ? wholeCharacters(source.bytes) : source.bytes;
  const prose = bytes.toString();
  const get = (path: string): unknown => (path === 'text' ? prose : fields?.get(path));
  const found: ReadItem[] = [];
  const record = { get, data: bytes, line: line ?? 1, valid: isUtf8(bytes), tooLong };
  readRecord(record, { ...options, fields: PROSE_FIELDS }, found);
  items.push(...(line === undefined ? found.map(withoutLine) : found));
}

function withoutLine(item: ReadItem): ReadItem {
  if (item.kind === 'document') return { kind: item.kind, document: item.document };
  const { line: _line, ...problem } = item.problem;
  return { ...item, problem };
}

async function* readByLine(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadItem[]> {
  for await (const batch of splitLines(bytes, options.maximumRecordBytes)) {
    const items: ReadItem[] = [];
    for (const span of batch.lines) {
      const line = batch.bytes.subarray(span.start, span.end);
      if (span.tooLong || !isBlank(line))
        readProse({ bytes: line, line: span.line, tooLong: span.tooLong }, options, items);
    }
    if (items.length > 0) yield items;
  }
}

interface Paragraph {
  readonly bytes: Collected;
  line: number;
}

async function* readByParagraph(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadItem[]> {
  const open: Paragraph = { bytes: nothingCollected(), line: 0 };
  for await (const batch of splitLines(bytes, options.maximumRecordBytes)) {
    const items: ReadItem[] = [];
    for (const span of batch.lines) addLine(open, batch.bytes, { span, options, items });
    if (items.length > 0) yield items;
  }
  const items: ReadItem[] = [];
  endParagraph(open, options, items);
  if (items.length > 0) yield items;
}

interface AddContext {
  readonly span: LineSpan;
  readonly options: ReadOptions;
  readonly items: ReadItem[];
}

function addLine(open: Paragraph, bytes: Buffer, { span, options, items }: AddContext): void {
  const line = bytes.subarray(span.start, span.end);
  if (!span.tooLong && isBlank(line)) {
    endParagraph(open, options, items);
    return;
  }
  const limit = options.maximumRecordBytes;
  if (open.bytes.size === 0) open.line = span.line;
  else collect(open.bytes, NEWLINE, limit);
  collect(open.bytes, line, limit);
  if (span.tooLong) open.bytes.over = true;
}

function endParagraph(open: Paragraph, options: ReadOptions, items: ReadItem[]): void {
  const { size, over } = open.bytes;
  const bytes = takeCollected(open.bytes);
  if (size > 0) readProse({ bytes, line: open.line, tooLong: over }, options, items);
}

const NEWLINE = Buffer.from('\n');

/** Whether a line has nothing but ASCII white space. */
function isBlank(line: Buffer): boolean {
  for (const byte of line) {
    if (byte !== 0x20 && (byte < 0x09 || byte > 0x0d)) return false;
  }
  return true;
}
