import type { ProblemCode } from '../problem.ts';
import { asBuffer, type Collected, collect, join, nothingCollected, takeCollected } from './bytes.ts';
import { problemOf } from './finding.ts';
import type { Format, ReadItem, ReadOptions } from './format.ts';
import { type JsonRecordReader, jsonRecordReader } from './json-record.ts';
import { type Mark, type Scan, scanElement, startScan } from './json-scan.ts';

const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT_START = 0x7b;
const OBJECT_END = 0x7d;
const COMMA = 0x2c;
const SPACE = 0x20;
const NEWLINE = 0x0a;

/** Before the value, in an array, after it, behind it, in a value that is no array, or lost until the next record. */
type Place = 'before' | 'array' | 'after' | 'behind' | 'single' | 'lost';

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
  /** While lost: the last byte and the one before it, white space left out, and whether a record began after another. */
  lastByte: number;
  byteBefore: number;
  passedRecord: boolean;
  /** Whether something in the file was found to be no valid JSON. */
  isFlawed: boolean;
}

/**
 * One JSON value a file: an array of records, or a single record. Arrays one after another are read as one.
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
    byteBefore: 0,
    passedRecord: false,
    isFlawed: false,
  };
}

function advance(state: State, chunk: Buffer): void {
  let at = 0;
  while (at < chunk.byteLength) {
    switch (state.place) {
      case 'before':
      case 'after':
        at = seekValue(state, chunk, at);
        break;
      case 'array':
        at = readElement(state, chunk, at);
        break;
      case 'lost':
        at = seekRecord(state, chunk, at);
        break;
      case 'single':
      case 'behind':
        keep(state, chunk.subarray(at));
        at = chunk.byteLength;
        break;
    }
  }
}

/** Skips white space up to a value. */
function seekValue(state: State, chunk: Buffer, from: number): number {
  let at = from;
  for (; at < chunk.byteLength; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte === NEWLINE) state.scan.line += 1;
    else if (byte !== SPACE && byte !== 0x09 && byte !== 0x0d) break;
  }
  if (at === chunk.byteLength) return at;
  return beginValue(state, chunk[at] === ARRAY_START) ? at + 1 : at;
}

/** Enters the array or other value that begins here; gives whether it is an array. */
function beginValue(state: State, isArray: boolean): boolean {
  state.scan.elementLine = 0;
  if (isArray && state.place === 'after') report(state, 'another array follows the first; both are read');
  startScan(state.scan);
  state.begun = false;
  state.scan.elementLine = isArray ? 0 : state.scan.line;
  if (isArray) state.place = 'array';
  else state.place = state.place === 'before' ? 'single' : 'behind';
  return isArray;
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
    state.byteBefore = 0;
    state.passedRecord = false;
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
      if (byte !== 0x0d) passByte(state, byte);
    }
  }
  return chunk.byteLength;
}

function passByte(state: State, byte: number): void {
  const { lastByte, byteBefore } = state;
  if (byte === OBJECT_START && lastByte === COMMA && byteBefore === OBJECT_END) state.passedRecord = true;
  state.byteBefore = lastByte;
  state.lastByte = byte;
}

function keep(state: State, piece: Buffer): void {
  collect(state.kept, piece, state.options.maximumRecordBytes);
}

function parseElement(state: State): void {
  const { over: tooLong } = state.kept;
  const bytes = takeCollected(state.kept);
  state.reader.read({ bytes, line: state.scan.elementLine, valid: false, tooLong }, state.items);
}

function report(state: State, message: string, code: ProblemCode = 'JSON_SYNTAX'): void {
  const line = state.scan.elementLine === 0 ? state.scan.line : state.scan.elementLine;
  // What is cut is no valid JSON either, whichever of the two is looked for.
  if (code === 'JSON_TRUNCATED' && !state.isFlawed) report(state, message);
  state.isFlawed = true;
  const { pieces } = state.kept;
  const data = pieces.length === 0 ? undefined : join(pieces);
  state.items.push(problemOf(code, state.options.uri, message, { line, data }));
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
      if (state.scan.elementLine !== 0) report(state, 'the last element is cut');
      report(
        state,
        'the array is not closed: the file ends early, or a bracket is missing from this line on',
        'JSON_TRUNCATED',
      );
      break;
    case 'after':
      break;
    case 'behind':
      finishBehind(state);
      break;
    case 'lost':
      if (state.lastByte !== ARRAY_END) report(state, 'the array is not closed', 'JSON_TRUNCATED');
      else if (state.passedRecord)
        report(state, 'no record after the broken one could be found', 'JSON_TRUNCATED');
      break;
  }
}

/** A stray mark after the array costs nothing; more JSON there is lost. */
function finishBehind(state: State): void {
  const bytes = join(state.kept.pieces);
  const isLoss = state.kept.over || bytes.includes(OBJECT_START) || bytes.includes(ARRAY_START);
  report(state, 'there is more after the end of the array', isLoss ? 'JSON_TRUNCATED' : 'JSON_SYNTAX');
}
