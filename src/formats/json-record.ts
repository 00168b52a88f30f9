import { isUtf8 } from 'node:buffer';
import { wholeCharacters } from './bytes.ts';
import { problemOf } from './finding.ts';
import type { FieldPaths, ReadItem, ReadOptions } from './format.ts';
import { type Selected, selectFields, type Wanted, wantedFields } from './json-selection.ts';
import { isJson } from './json-syntax.ts';
import { RECORDS_ASKED_FOR_FIELDS, readRecord, TEXT_FIELDS, tooLongProblem } from './record.ts';

/** From this size on only the wanted fields of a record are built: small values take up to 16 times the bytes of their text. */
const LARGE_BYTES = 1_048_576;
/** What fails to parse costs as much as some hundred bytes that are checked. */
const SHORT_BYTES = 256;

/** The bytes of one JSON value and where they stand. */
interface JsonBytes {
  readonly bytes: Buffer;
  readonly line: number;
  /** True when the bytes are known to be valid UTF-8; false asks for a look. */
  readonly valid: boolean;
  /** The record is longer than the limit, and the bytes are its beginning. */
  readonly tooLong: boolean;
}

/** Reads JSON values one after the other; appends what each gives. */
export interface JsonRecordReader {
  read(json: JsonBytes, items: ReadItem[]): void;
}

/** A record and the JSON that it was made of, or why there is none. */
type Parsed =
  | { readonly kind: 'record'; readonly value: Readonly<Record<string, unknown>>; readonly json: string }
  | { readonly kind: 'broken' | 'no-object' };

interface Parser {
  readonly wanted: Wanted;
  /** Whether a record was broken, so that short ones are checked before they are parsed. */
  isWary: boolean;
}

/** A reader of JSON records that never throws because of the data. */
export function jsonRecordReader(options: ReadOptions): JsonRecordReader {
  const { uri, fields, onFields } = options;
  const parser: Parser = { wanted: wantedOf(fields), isWary: false };
  let asked = 0;
  return {
    read(source, items) {
      const { bytes, line, valid, tooLong } = source;
      const parsed = parseRecord(parser, source);
      if (parsed.kind === 'record') {
        const { value, json } = parsed;
        if (onFields !== undefined && asked < RECORDS_ASKED_FOR_FIELDS) {
          asked += 1;
          onFields(Object.keys(value));
        }
        const get = (path: string): unknown => fieldOf(value, path);
        const digits = (path: string, number: number): string => digitsOf(json, path, number);
        const isValid = valid || isUtf8(wholeCharacters(bytes));
        readRecord({ get, digits, data: bytes, line, tooLong, valid: isValid }, options, items);
      } else if (tooLong) {
        items.push(tooLongProblem(options, { line, data: bytes }));
      } else if (parsed.kind === 'broken') {
        items.push(problemOf('JSON_SYNTAX', uri, 'the record is not valid JSON', { line, data: bytes }));
      } else {
        items.push(
          problemOf('RECORD_NOT_OBJECT', uri, 'the record is no object with fields', { line, data: bytes }),
        );
      }
    },
  };
}

function wantedOf({ text, id, source, date, label }: FieldPaths): Wanted {
  return wantedFields([id, source, date, label], text === undefined ? TEXT_FIELDS : [text]);
}

function parseRecord(parser: Parser, { bytes, tooLong }: JsonBytes): Parsed {
  if (tooLong || bytes.byteLength > LARGE_BYTES) return parseSelected(selectFields(bytes, parser.wanted));
  const isBroken = parser.isWary && bytes.byteLength <= SHORT_BYTES && !isJson(bytes);
  const json = isBroken ? '' : bytes.toString();
  const value = isBroken ? undefined : parse(json);
  if (value === undefined) {
    parser.isWary = true;
    return { kind: 'broken' };
  }
  return isRecord(value) ? { kind: 'record', value, json } : { kind: 'no-object' };
}

function parseSelected(selected: Selected): Parsed {
  if (!('json' in selected)) return { kind: selected.state };
  const json = selected.json.toString();
  const value = parse(json);
  return isRecord(value) ? { kind: 'record', value, json } : { kind: 'broken' };
}

/** The value of some JSON, or undefined where it is none. */
export function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether a value has fields: an object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field by its name, else by its path; only the record's own, so that `constructor` is a word like any other. */
function fieldOf(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  if (!path.includes('.')) return undefined;
  let value: unknown = record;
  for (const name of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** The digits of an integer too large for a number, found again in the JSON: two ids must not become one. */
function digitsOf(json: string, path: string, number: number): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  for (const key of new Set([JSON.stringify(path), JSON.stringify(name)])) {
    for (let at = json.indexOf(key); at !== -1; at = json.indexOf(key, at + key.length)) {
      const written = /^\s*:\s*(-?\d+)(?![\d.eE])/u.exec(
        json.slice(at + key.length, at + key.length + 400),
      )?.[1];
      if (written !== undefined && Number(written) === number) return written;
    }
  }
  return String(number);
}
