import { isUtf8 } from 'node:buffer';
import { type CsvError, type Options, parse } from 'csv-parse/sync';
import { asBuffer, countByte, join } from './bytes.ts';

const NEWLINE = 10;
const RETURN = 13;

/** How a file of rows is written. */
export interface Dialect {
  readonly delimiter: string;
  /** A row with a stray quote may be read as if quotes meant nothing, where that gives the right number of fields. */
  readonly quotesOptional: boolean;
  readonly maximumRowBytes: number;
}

/** A row, or why there is none; `data` are its bytes, or their beginning. */
export type Row =
  | {
      readonly kind: 'row';
      readonly fields: readonly string[];
      readonly line: number;
      readonly data: Buffer;
      readonly valid: boolean;
    }
  | { readonly kind: 'broken'; readonly reason: string; readonly line: number; readonly data: Buffer }
  | { readonly kind: 'too-long'; readonly line: number; readonly data: Buffer };

interface State {
  readonly dialect: Dialect;
  readonly rows: Row[];
  /** The line on which the carried bytes start. */
  line: number;
  /** The number of fields of the first row. */
  width: number;
  /** Inside a line that is dropped. */
  skipping: boolean;
}

/**
 * The rows of CSV or TSV, a batch for each chunk. Blank lines are nothing.
 * A broken row costs one line: reading goes on at the next newline after its start,
 * so that a quote that is never closed does not swallow the rows after it.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  dialect: Dialect,
): AsyncGenerator<readonly Row[]> {
  const state: State = { dialect, rows: [], line: 1, width: 0, skipping: false };
  let pieces: Buffer[] = [];
  let size = 0;
  // An open row is looked at again only when what is known of it has doubled.
  let awaited = 0;
  for await (const chunk of bytes) {
    pieces.push(asBuffer(chunk));
    size += chunk.byteLength;
    if (size < awaited) continue;
    const rest = take(state, join(pieces), false);
    pieces = rest.byteLength === 0 ? [] : [rest];
    size = rest.byteLength;
    awaited = Math.min(size * 2, dialect.maximumRowBytes + 1);
    if (state.rows.length > 0) yield state.rows.splice(0);
  }
  take(state, join(pieces), true);
  if (state.rows.length > 0) yield state.rows.splice(0);
}

/** Reads all whole rows and gives back the bytes of the last one where it is not known to be whole. */
function take(state: State, bytes: Buffer, atEnd: boolean): Buffer {
  const valid = isUtf8(bytes);
  let rest = bytes;
  for (;;) {
    rest = skipBlank(state, rest);
    const end = atEnd ? rest.byteLength : rest.lastIndexOf(NEWLINE) + 1;
    if (end === 0) return overflow(state, rest);
    const { consumed, open } = takeRows(state, rest.subarray(0, end), { atEnd, valid });
    rest = rest.subarray(consumed);
    if (open) {
      if (rest.byteLength <= state.dialect.maximumRowBytes + 1) return rest;
      rest = dropLine(state, rest);
    }
  }
}

/** A row without an end in sight: kept if it may still end within the limit, else its line is dropped. */
function overflow(state: State, rest: Buffer): Buffer {
  return rest.byteLength > state.dialect.maximumRowBytes + 1 ? dropLine(state, rest) : rest;
}

function dropLine(state: State, bytes: Buffer): Buffer {
  state.rows.push({ kind: 'too-long', line: state.line, data: quoted(bytes) });
  return skipLine(state, bytes);
}

/** Drops up to and with the next newline, now or when it comes. */
function skipLine(state: State, bytes: Buffer): Buffer {
  const newline = bytes.indexOf(NEWLINE);
  state.skipping = newline === -1;
  if (newline === -1) return bytes.subarray(bytes.byteLength);
  state.line += 1;
  return bytes.subarray(newline + 1);
}

function skipBlank(state: State, bytes: Buffer): Buffer {
  let rest = bytes;
  if (state.skipping) rest = skipLine(state, rest);
  let at = 0;
  while (rest[at] === NEWLINE || (rest[at] === RETURN && rest[at + 1] === NEWLINE)) {
    if (rest[at] === NEWLINE) state.line += 1;
    at += 1;
  }
  return rest.subarray(at);
}

interface Taken {
  readonly consumed: number;
  /** Whether what was not consumed is a row that has no end yet. */
  readonly open: boolean;
}

/** Thrown through the parser to stop at a row that is too long. */
const TOO_LONG = Symbol('too long');

/** Reads rows up to the first that is broken or open; a broken one is consumed with a problem. */
function takeRows(state: State, bytes: Buffer, { atEnd, valid }: { atEnd: boolean; valid: boolean }): Taken {
  const { dialect } = state;
  let consumed = 0;
  const onRow = (fields: string[], { bytes: end }: { readonly bytes: number }): null => {
    const start = skipBlank(state, bytes.subarray(consumed, end));
    if (start.byteLength - lineEndLength(start) > dialect.maximumRowBytes) {
      consumed = end - start.byteLength;
      throw TOO_LONG;
    }
    pushRow(state, fields, { data: start, valid: valid || isUtf8(start) });
    consumed = end;
    return null;
  };
  try {
    parse(bytes, { ...optionsOf(dialect), on_record: onRow });
    return { consumed: bytes.byteLength, open: false };
  } catch (error) {
    const rest = skipBlank(state, bytes.subarray(consumed));
    const offset = bytes.byteLength - rest.byteLength;
    if (error === TOO_LONG)
      return { consumed: bytes.byteLength - dropLine(state, rest).byteLength, open: false };
    const { code } = error as CsvError;
    if (code === 'CSV_QUOTE_NOT_CLOSED' && !atEnd) return { consumed: offset, open: true };
    return { consumed: bytes.byteLength - takeBroken(state, rest, code).byteLength, open: false };
  }
}

/** Blank lines were skipped before parsing each row, so the parser sees none but between rows. */
function optionsOf({ delimiter }: Dialect): Options {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    bom: false,
    columns: false,
    max_record_size: 0,
    relax_column_count: true,
    relax_quotes: false,
    skip_empty_lines: true,
  };
}

function pushRow(
  state: State,
  fields: readonly string[],
  { data, valid }: { data: Buffer; valid: boolean },
): void {
  if (state.width === 0) state.width = fields.length;
  state.rows.push({ kind: 'row', fields, line: state.line, data, valid });
  state.line += countByte(data, NEWLINE);
}

/** The line where a row with broken quotes starts: read without quotes where that is plain, else a problem. */
function takeBroken(state: State, bytes: Buffer, code: string): Buffer {
  const newline = bytes.indexOf(NEWLINE);
  const data = newline === -1 ? bytes : bytes.subarray(0, newline + 1);
  const fields =
    state.dialect.quotesOptional || code === 'INVALID_OPENING_QUOTE' ? plainFields(state.dialect, data) : [];
  if (fields.length > 0 && fields.length === state.width) {
    pushRow(state, fields, { data, valid: isUtf8(data) });
    return bytes.subarray(data.byteLength);
  }
  state.rows.push({ kind: 'broken', reason: reasonOf(code), line: state.line, data: quoted(data) });
  return skipLine(state, bytes);
}

/** The fields of one line where a quote inside a bare field is a character like any other. */
function plainFields(dialect: Dialect, line: Buffer): readonly string[] {
  try {
    const quote = dialect.quotesOptional ? { quote: null } : { relax_quotes: true };
    return parse(line, { ...optionsOf(dialect), ...quote })[0] ?? [];
  } catch {
    return [];
  }
}

function reasonOf(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  return code === 'INVALID_OPENING_QUOTE'
    ? 'a quote stands inside a bare field'
    : 'there is text after a closing quote';
}

function lineEndLength(bytes: Buffer): number {
  if (bytes.at(-1) !== NEWLINE) return 0;
  return bytes.at(-2) === RETURN ? 2 : 1;
}

function quoted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, 320));
}
