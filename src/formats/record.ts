import { periodOfDate } from '../calendar-date.ts';
import type { Document } from '../document.ts';
import { characterEnd } from './bytes.ts';
import { isWellFormed, problemOf, wellFormed } from './finding.ts';
import type { FieldPaths, ReadItem, ReadOptions } from './format.ts';

/** Characters of an unreadable date that are quoted. */
const LONGEST_DATE = 40;
/** The fields that hold the text when the user names none, the first present one counts. */
export const TEXT_FIELDS = ['text', 'content', 'body', 'raw_content', 'document'] as const;
const TEXT_FIELD_NAMES = TEXT_FIELDS.join(', ');
/** How many records are asked for their field names. */
export const RECORDS_ASKED_FOR_FIELDS = 100;

/** A record of any format, as the fields that can be asked of it. */
export interface RecordSource {
  /** The value of a field, undefined where the record does not have it. */
  get(path: string): unknown;
  /** The digits of a number as written, where they are more than a number holds. */
  digits?(path: string, value: number): string;
  /** Bytes or text to quote when something is wrong. */
  readonly data: Uint8Array | string;
  /** The line on which the record starts. */
  readonly line: number;
  /** Whether its bytes were valid in their encoding. */
  readonly valid: boolean;
  /** The record is longer than the limit, and only its beginning is here. */
  readonly tooLong?: boolean;
}

type MutableDocument = { -readonly [Key in keyof Document]: Document[Key] };

/** Appends what a record gives: a document with its flaws before it, or the reason why there is none. */
export function readRecord(record: RecordSource, options: ReadOptions, items: ReadItem[]): void {
  const { line, data } = record;
  const { uri, fields } = options;
  const text = textOf(record, fields);
  if (typeof text === 'string' && hasWords(text)) {
    const kept = withinLimit(text, options.maximumTextBytes);
    pushCut({ record, options, isTextCut: kept.length < text.length }, items);
    const document = documentOf(kept, record, fields);
    const clean = withoutLoneSurrogates(document);
    pushDateFlaw(record, options, items);
    pushFlaws({ record, options, clean: clean === document, nul: text.includes('\0') }, items);
    items.push({ kind: 'document', document: clean, line });
  } else if (record.tooLong === true) {
    items.push(tooLongProblem(options, record));
  } else if (text === undefined) {
    const names = fields.text ?? TEXT_FIELD_NAMES;
    items.push(problemOf('TEXT_MISSING', uri, `the record has no text field (${names})`, { line, data }));
  } else if (typeof text === 'string') {
    items.push(problemOf('TEXT_EMPTY', uri, 'the text has nothing but white space', { line, data }));
  } else {
    items.push(problemOf('TEXT_NOT_STRING', uri, `the text is ${nameOfType(text)}`, { line, data }));
  }
}

/** The problem of a record of which nothing is kept, because it is longer than the limit. */
export function tooLongProblem(
  { uri, maximumRecordBytes }: ReadOptions,
  { line, data }: Pick<RecordSource, 'line' | 'data'>,
): ReadItem {
  const message = `the record is longer than ${maximumRecordBytes} bytes`;
  return problemOf('RECORD_TOO_LONG', uri, message, { line, data });
}

interface Cut {
  readonly record: RecordSource;
  readonly options: ReadOptions;
  readonly isTextCut: boolean;
}

function pushCut({ record, options, isTextCut }: Cut, items: ReadItem[]): void {
  if (!isTextCut && record.tooLong !== true) return;
  const { maximumTextBytes, maximumRecordBytes, uri } = options;
  const message = isTextCut
    ? `only the first ${maximumTextBytes} bytes of the text are kept`
    : `the record is longer than ${maximumRecordBytes} bytes, and what its beginning has of the text is kept`;
  items.push(problemOf('DOCUMENT_CUT', uri, message, { line: record.line, data: record.data }));
}

/** A character of UTF-16 has at most this many bytes of UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3;

/** The text, or as much of its beginning as fits into so many bytes of UTF-8, cut at a character. */
function withinLimit(text: string, bytes: number): string {
  if (text.length * MOST_BYTES_OF_A_UNIT <= bytes) return text;
  const whole = Buffer.from(text);
  return whole.length <= bytes ? text : whole.subarray(0, characterEnd(whole, bytes)).toString();
}

/** Whether a text has anything but white space. */
function hasWords(text: string): boolean {
  return /\S/u.test(text);
}

function textOf(record: RecordSource, fields: FieldPaths): unknown {
  if (fields.text !== undefined) return record.get(fields.text);
  for (const name of TEXT_FIELDS) {
    const value = record.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function documentOf(text: string, record: RecordSource, fields: FieldPaths): Document {
  const document: MutableDocument = { text };
  const id = scalarOf(record, fields.id);
  const source = scalarOf(record, fields.source);
  const date = scalarOf(record, fields.date);
  const label = scalarOf(record, fields.label);
  if (id !== undefined) document.id = id;
  if (source !== undefined) document.source = source;
  if (date !== undefined) document.date = date;
  if (label !== undefined) document.label = label;
  return document;
}

/** A string, number or boolean as a string; an empty one says as much as none. */
function scalarOf(record: RecordSource, path: string): string | undefined {
  const value = record.get(path);
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? String(value) : (record.digits?.(path, value) ?? String(value));
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** The same document where all its strings are well formed. */
function withoutLoneSurrogates(document: Document): Document {
  const { text, id = '', source = '', date = '', label = '' } = document;
  if ([text, id, source, date, label].every(isWellFormed)) return document;
  const clean: MutableDocument = { text: wellFormed(text) };
  for (const name of ['id', 'source', 'date', 'label'] as const) {
    const value = document[name];
    if (value !== undefined) clean[name] = wellFormed(value);
  }
  return clean;
}

interface Flaws {
  readonly record: RecordSource;
  readonly options: ReadOptions;
  readonly clean: boolean;
  readonly nul: boolean;
}

function pushFlaws({ record, options, clean, nul }: Flaws, items: ReadItem[]): void {
  const { line, data, valid } = record;
  if (!valid)
    items.push(
      problemOf('ENCODING_INVALID', options.uri, 'the record has bytes that are not UTF-8', { line, data }),
    );
  if (!clean)
    items.push(
      problemOf('LONE_SURROGATE', options.uri, 'the record has half a surrogate pair', { line, data }),
    );
  if (nul)
    items.push(problemOf('NUL_CHARACTER', options.uri, 'the text has a NUL character', { line, data }));
}

/** A date that no period can be made of would vanish from the slices without a word. */
function pushDateFlaw(record: RecordSource, { uri, fields }: ReadOptions, items: ReadItem[]): void {
  const value = record.get(fields.date);
  if (value === undefined || value === null || value === '') return;
  const date = scalarOf(record, fields.date);
  if (date !== undefined && periodOfDate(date) !== null) return;
  const shown = date === undefined ? nameOfType(value) : `"${date.slice(0, LONGEST_DATE).toWellFormed()}"`;
  const message = `the date is ${shown}, and none of ISO 8601 such as 2024-01-31`;
  items.push(problemOf('DATE_UNREADABLE', uri, message, { line: record.line, data: record.data }));
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
