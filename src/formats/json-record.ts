import { isUtf8 } from 'node:buffer';
import { problemOf } from './finding.ts';
import type { ReadItem, ReadOptions } from './format.ts';
import { RECORDS_ASKED_FOR_FIELDS, readRecord } from './record.ts';

/** The bytes of one JSON value and where they stand. */
interface JsonBytes {
  readonly bytes: Buffer;
  readonly line: number;
  /** True when the bytes are known to be valid UTF-8; false asks for a look. */
  readonly valid: boolean;
}

/** Reads JSON values one after the other; appends what each gives. */
export interface JsonRecordReader {
  read(json: JsonBytes, items: ReadItem[]): void;
}

/** A reader of JSON records that never throws because of the data. */
export function jsonRecordReader(options: ReadOptions): JsonRecordReader {
  const { uri, onFields } = options;
  let asked = 0;
  return {
    read({ bytes, line, valid }, items) {
      const json = bytes.toString();
      const value = parse(json);
      if (value === undefined) {
        items.push(problemOf('JSON_SYNTAX', uri, 'the record is not valid JSON', { line, data: bytes }));
      } else if (!isRecord(value)) {
        items.push(
          problemOf('RECORD_NOT_OBJECT', uri, 'the record is no object with fields', { line, data: bytes }),
        );
      } else {
        if (onFields !== undefined && asked < RECORDS_ASKED_FOR_FIELDS) {
          asked += 1;
          onFields(Object.keys(value));
        }
        const get = (path: string): unknown => fieldOf(value, path);
        const digits = (path: string, number: number): string => digitsOf(json, path, number);
        readRecord({ get, digits, data: bytes, line, valid: valid || isUtf8(bytes) }, options, items);
      }
    },
  };
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
