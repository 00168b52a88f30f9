import { asBuffer, type Collected, collect, join, nothingCollected, takeCollected } from './bytes.ts';
import { problemOf } from './finding.ts';
import type { Format, ReadItem, ReadOptions } from './format.ts';
import { type JsonRecordReader, jsonRecordReader } from './json-record.ts';
import { type Mark, type Scan, scanElement, startScan } from './json-scan.ts';

const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT_START = 0x7b;
const SPACE = 0x20;
const NEWLINE = 0x0a;

/** Before the value, in an array, after it, in a value that is no array, or lost until the next record. */
type Place = 'before' | 'array' | 'after' | 'single' | 'lost';

interface State {
  readonly options: ReadOptions;
  readonly reader: JsonRecordReader;
  readonly items: ReadItem[];
  readonly scan: Scan;
  place: Place;
  readonly kept: Collected;
  /** Whether an element of the array has ended. */
  begun: boolean;
  /** While lost: the white space before the record that could not be read, and what the present line begins with. */
  wantedIndent: number;
  indent: number;
  indenting: boolean;
  lastByte: number;
}

/**
 * One JSON value a file: an array of records, or a single record.
 * The array is never held: each element is cut out and parsed on its own.
 * After a broken element reading goes on at the next line that begins with `{` and the same indent.
 */
export const jsonArray: Format = {
  id: 'json',
  extensions: ['.json'],
  async *read(bytes, options) {
    const state = begin(options);
    for await (const chunk of bytes) {
      advance(state, asBuffer(chunk));
      if (state.items.length > 0) yield state.items.splice(0);
    }
    finish(state);
    if (state.items.length > 0) yield state.items.splice(0);
  },
};

function begin(options: ReadOptions): State {
  return {
    options,
    reader: jsonRecordReader(options),
    items: [],
    scan: startScan(),
    place: 'before',
    kept: nothingCollected(),
    begun: false,
    wantedIndent: 0,
    indent: 0,
    indenting: true,
    lastByte: 0,
  };
}

function advance(state: State, chunk: Buffer): void {
  let at = 0;
  while (at < chunk.byteLength) {
    switch (state.place) {
      case 'before':
        at = seekValue(state, chunk, at);
        break;
      case 'array':
        at = readElement(state, chunk, at);
        break;
      case 'lost':
        at = seekRecord(state, chunk, at);
        break;
      case 'single':
      case 'after':
        keep(state, chunk.subarray(at));
        at = chunk.byteLength;
        break;
    }
  }
}

/** Skips white space up to the value. */
function seekValue(state: State, chunk: Buffer, from: number): number {
  let at = from;
  for (; at < chunk.byteLength; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte === NEWLINE) state.scan.line += 1;
    else if (byte !== SPACE && byte !== 0x09 && byte !== 0x0d) break;
  }
  if (at === chunk.byteLength) return at;
  state.scan.elementLine = state.scan.line;
  state.place = chunk[at] === ARRAY_START ? 'array' : 'single';
  if (state.place === 'single') return at;
  state.scan.elementLine = 0;
  return at + 1;
}

function readElement(state: State, chunk: Buffer, from: number): number {
  const { scan } = state;
  const { at, mark } = scanElement(scan, chunk, from);
  keep(state, chunk.subarray(from, at));
  if (mark === 'more') return at;
  endElement(state, mark);
  scan.elementLine = 0;
  return mark === 'broken' ? at : at + 1;
}

function endElement(state: State, mark: Mark): void {
  if (mark === 'broken') {
    report(state, 'the element is not valid JSON; reading goes on at the next line that looks like a record');
    state.wantedIndent = state.scan.elementIndent;
    startScan(state.scan);
    state.place = 'lost';
    state.indenting = false;
    state.lastByte = 0;
  } else {
    if (state.scan.elementLine !== 0) parseElement(state);
    else if (mark === 'comma' || state.begun)
      report(state, 'the array has a comma with no element before or after it');
    state.begun = true;
    if (mark === 'close') state.place = 'after';
  }
  takeCollected(state.kept);
}

/** Seeks the next line that begins like the record that was lost. */
function seekRecord(state: State, chunk: Buffer, from: number): number {
  for (let at = from; at < chunk.byteLength; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte === NEWLINE) {
      state.scan.line += 1;
      state.indent = 0;
      state.indenting = true;
    } else if (byte === SPACE || byte === 0x09) {
      if (state.indenting) state.indent += 1;
    } else {
      if (state.indenting && byte === OBJECT_START && state.indent === state.wantedIndent) {
        state.place = 'array';
        state.scan.indent = state.indent;
        return at;
      }
      state.indenting = false;
      if (byte !== 0x0d) state.lastByte = byte;
    }
  }
  return chunk.byteLength;
}

function keep(state: State, piece: Buffer): void {
  collect(state.kept, piece, state.options.maximumRecordBytes);
}

function parseElement(state: State): void {
  const { over } = state.kept;
  const bytes = takeCollected(state.kept);
  const line = state.scan.elementLine;
  if (over) {
    const message = `the element is longer than ${state.options.maximumRecordBytes} bytes`;
    state.items.push(problemOf('RECORD_TOO_LONG', state.options.uri, message, { line, data: bytes }));
  } else {
    state.reader.read({ bytes, line, valid: false }, state.items);
  }
}

function report(state: State, message: string): void {
  const line = state.scan.elementLine === 0 ? state.scan.line : state.scan.elementLine;
  state.items.push(
    problemOf('JSON_SYNTAX', state.options.uri, message, { line, data: join(state.kept.pieces) }),
  );
}

function finish(state: State): void {
  switch (state.place) {
    case 'before':
      report(state, 'the file has no JSON value');
      break;
    case 'single':
      parseElement(state);
      break;
    case 'array':
      report(
        state,
        'the array is not closed: the file ends early, or a bracket is missing from this line on',
      );
      break;
    case 'after':
      if (!join(state.kept.pieces).every(isSpace)) report(state, 'there is more after the end of the array');
      break;
    case 'lost':
      if (state.lastByte !== ARRAY_END) report(state, 'the array is not closed');
      break;
  }
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === NEWLINE || byte === 0x09 || byte === 0x0d;
}
