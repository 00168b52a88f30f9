import { isUtf8 } from 'node:buffer';
import { asBuffer, countByte, join } from './bytes.ts';
import { fieldsOfRows } from './csv-fields.ts';
import { type QuoteFlaw, type Quoting, type RowScan, scanRow } from './csv-row.ts';

const NEWLINE = 10;
const RETURN = 13;
/** Columns that can be read: what stands behind them is counted and dropped, so that a row of commas fits in memory. */
const MOST_COLUMNS = 1_000_000;
/** Rows up to this width are cut into fields many at a time; of a wider one no more fields are made than are read. */
const WIDE = 1_000;
/** What is handed on together: so few rows that short ones do not pile up, and so few bytes that wide ones do not. */
const BATCH_ROWS = 1_000;
const BATCH_BYTES = 262_144;

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
      /** As many as the first row has at most. */
      readonly fields: readonly string[];
      /** How many fields there are. */
      readonly width: number;
      readonly line: number;
      readonly data: Buffer;
      readonly valid: boolean;
    }
  | { readonly kind: 'broken'; readonly reason: string; readonly line: number; readonly data: Buffer }
  | {
      readonly kind: 'too-long';
      readonly line: number;
      readonly data: Buffer;
      /**
       * Whether the limit lies on the line on which the row begins. Where it lies on a later one, a quote may be open
       * by mistake, and the lines after the first are read as rows of their own.
       */
      readonly onOneLine: boolean;
    };

/** Where a row without flaws stands, before it is cut into fields. */
interface SoundRow {
  readonly width: number;
  readonly line: number;
  readonly data: Buffer;
  readonly valid: boolean;
}

interface State {
  readonly dialect: Dialect;
  readonly rows: Row[];
  /** Rows that stand side by side, to be cut into fields together. */
  readonly run: SoundRow[];
  /** The line on which the bytes that are looked at start. */
  line: number;
  /** The number of fields of the first row, 0 before it. */
  width: number;
  /** Inside a line that is dropped. */
  skipping: boolean;
}

/**
 * The rows of CSV or TSV, in batches. Blank lines are nothing.
 * A broken row costs one line: reading goes on at the next newline after its start, so that a quote that is never
 * closed does not swallow the rows after it. Each byte is looked at twice at most all the same: no line inside a broken
 * row can itself begin a row that goes on beyond it, because it would have closed the broken one.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  dialect: Dialect,
): AsyncGenerator<readonly Row[]> {
  const state: State = { dialect, rows: [], run: [], line: 1, width: 0, skipping: false };
  let pieces: Buffer[] = [];
  let size = 0;
  // An open row is looked at again only when what is known of it has doubled.
  let awaited = 0;
  for await (const chunk of bytes) {
    pieces.push(asBuffer(chunk));
    size += chunk.byteLength;
    if (size < awaited) continue;
    const rest = yield* takeRows(state, join(pieces), false);
    pieces = rest.byteLength === 0 ? [] : [rest];
    size = rest.byteLength;
    awaited = Math.min(size * 2, dialect.maximumRowBytes + 1);
  }
  yield* takeRows(state, join(pieces), true);
}

/** Gives all whole rows, and returns the bytes of the last one where it is not known to be whole. */
function* takeRows(state: State, bytes: Buffer, atEnd: boolean): Generator<readonly Row[], Buffer> {
  const whole = atEnd ? bytes : bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);
  const longest = state.dialect.maximumRowBytes + 1;
  const valid = isUtf8(bytes);
  let given = 0;
  let at = skipBlank(state, bytes, 0);
  while (at < whole.byteLength) {
    const scan = scanNext(state, whole, at);
    const isOpen = !atEnd && scan.kind === 'flawed' && scan.flaw === 'unclosed';
    if (isOpen && bytes.byteLength - at <= longest) break;
    at = isOpen ? dropLine(state, bytes, at) : enter(state, { bytes: whole, from: at, valid }, scan);
    at = skipBlank(state, bytes, at);
    if (state.rows.length + state.run.length < BATCH_ROWS && at - given < BATCH_BYTES) continue;
    given = at;
    endRun(state);
    yield state.rows.splice(0);
  }
  endRun(state);
  if (bytes.byteLength - at > longest) at = dropLine(state, bytes, at);
  if (state.rows.length > 0) yield state.rows.splice(0);
  return bytes.subarray(at);
}

function scanNext({ dialect }: State, bytes: Buffer, from: number): RowScan {
  return scanRow(bytes, from, {
    delimiter: dialect.delimiter.charCodeAt(0),
    quoting: 'strict',
    mostFields: 0,
  });
}

/** Reads the fields of one row. */
function scanFields({ dialect, width }: State, bytes: Buffer, quoting: Quoting): RowScan {
  const mostFields = width === 0 ? MOST_COLUMNS : Math.min(width, MOST_COLUMNS);
  return scanRow(bytes, 0, { delimiter: dialect.delimiter.charCodeAt(0), quoting, mostFields });
}

/** The offset after blank lines, and after the rest of a line that is dropped. */
function skipBlank(state: State, bytes: Buffer, from: number): number {
  let at = state.skipping ? skipLine(state, bytes, from) : from;
  while (bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] === NEWLINE)) {
    endRun(state);
    if (bytes[at] === NEWLINE) state.line += 1;
    at += 1;
  }
  return at;
}

/** Drops up to and with the next newline, now or when it comes. */
function skipLine(state: State, bytes: Buffer, from: number): number {
  const newline = bytes.indexOf(NEWLINE, from);
  state.skipping = newline === -1;
  if (newline === -1) return bytes.byteLength;
  state.line += 1;
  return newline + 1;
}

function dropLine(state: State, bytes: Buffer, from: number): number {
  const data = bytes.subarray(from, from + state.dialect.maximumRowBytes);
  endRun(state);
  state.rows.push({ kind: 'too-long', line: state.line, data, onOneLine: !data.includes(NEWLINE) });
  return skipLine(state, bytes, from);
}

interface Place {
  readonly bytes: Buffer;
  readonly from: number;
  /** Whether all the bytes are valid UTF-8. */
  readonly valid: boolean;
}

/** Enters a row or its problem; gives the offset at which reading goes on. */
function enter(state: State, place: Place, scan: RowScan): number {
  const { bytes, from } = place;
  if (scan.kind === 'flawed') return enterFlawed(state, place, scan.flaw);
  const data = bytes.subarray(from, scan.end);
  if (data.byteLength - lineEndLength(data) > state.dialect.maximumRowBytes)
    return dropLine(state, bytes, from);
  if (state.width === 0) state.width = scan.width;
  const row = { width: scan.width, line: state.line, data, valid: place.valid || isUtf8(data) };
  state.line += countByte(data, NEWLINE);
  state.run.push(row);
  if (row.width > WIDE) endRun(state);
  return scan.end;
}

/** Cuts the rows of the run into fields. */
function endRun(state: State): void {
  const run = state.run.splice(0);
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  const bytes = run.length === 1 ? first.data : spanOf(first.data, last.data);
  const isWide = last.width > WIDE;
  const together = isWide ? null : fieldsOfRows(bytes, state.dialect.delimiter, run.length);
  for (const [index, row] of run.entries()) {
    const scan = together === null ? scanFields(state, row.data, 'strict') : null;
    const fields = scan?.kind === 'row' ? scan.fields : (together?.[index] ?? []).slice(0, state.width);
    state.rows.push({ kind: 'row', fields, ...row });
  }
}

/** The bytes from the beginning of one piece of a buffer to the end of a later one. */
function spanOf(first: Buffer, last: Buffer): Buffer {
  const end = last.byteOffset + last.byteLength;
  return Buffer.from(first.buffer, first.byteOffset, end - first.byteOffset);
}

/** The line where a row with broken quotes starts: read without quotes where that is plain, else a problem. */
function enterFlawed(state: State, { bytes, from, valid }: Place, flaw: QuoteFlaw): number {
  const newline = bytes.indexOf(NEWLINE, from);
  const data = bytes.subarray(from, newline === -1 ? bytes.byteLength : newline + 1);
  const { quotesOptional, maximumRowBytes } = state.dialect;
  endRun(state);
  if (data.byteLength - lineEndLength(data) > maximumRowBytes) return dropLine(state, bytes, from);
  if (quotesOptional || flaw === 'inside-bare') {
    const scan = scanFields(state, data, quotesOptional ? 'plain' : 'relaxed');
    if (scan.kind === 'row' && scan.width === state.width) {
      const { fields, width } = scan;
      state.rows.push({ kind: 'row', fields, width, line: state.line, data, valid: valid || isUtf8(data) });
      state.line += countByte(data, NEWLINE);
      return from + data.byteLength;
    }
  }
  state.rows.push({ kind: 'broken', reason: REASONS[flaw], line: state.line, data });
  return skipLine(state, bytes, from);
}

const REASONS: Readonly<Record<QuoteFlaw, string>> = {
  unclosed: 'a quote is opened and never closed',
  'inside-bare': 'a quote stands inside a bare field',
  'text-after': 'there is text after a closing quote',
};

function lineEndLength(bytes: Buffer): number {
  if (bytes[bytes.byteLength - 1] !== NEWLINE) return 0;
  return bytes[bytes.byteLength - 2] === RETURN ? 2 : 1;
}
