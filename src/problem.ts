/** What became of the data a problem was found in. */
export type ProblemEffect = 'kept' | 'record-lost' | 'input-lost';

/** Every kind of flaw that data can have, with what it cost and what to do about it. */
export const PROBLEM_KINDS = {
  JSON_SYNTAX: { effect: 'record-lost', title: 'not valid JSON' },
  JSON_TRUNCATED: {
    effect: 'input-lost',
    title: 'JSON that ends too early, or of which the rest cannot be read',
  },
  RECORD_NOT_OBJECT: { effect: 'record-lost', title: 'a record that is no object with fields' },
  TEXT_MISSING: { effect: 'record-lost', title: 'a record without the text field' },
  TEXT_NOT_STRING: { effect: 'record-lost', title: 'a text field that is no string' },
  TEXT_EMPTY: { effect: 'record-lost', title: 'a text with nothing but white space' },
  RECORD_TOO_LONG: { effect: 'record-lost', title: 'a record longer than the limit' },
  CSV_SYNTAX: { effect: 'record-lost', title: 'a row that is not valid CSV' },
  CSV_FIELD_COUNT: { effect: 'record-lost', title: 'a row with a wrong number of fields' },
  CSV_COLUMN_REPEATED: { effect: 'kept', title: 'columns of one name, of which the first is read' },
  DATE_UNREADABLE: {
    effect: 'kept',
    title: 'a date that is none of ISO 8601, so that the text is in no period',
  },
  DOCUMENT_CUT: {
    effect: 'kept',
    title: 'a text or record longer than the limit, of which the beginning is kept',
  },
  ENCODING_INVALID: { effect: 'kept', title: 'bytes that the encoding does not allow, replaced by U+FFFD' },
  LONE_SURROGATE: { effect: 'kept', title: 'half a surrogate pair, replaced by U+FFFD' },
  NUL_CHARACTER: { effect: 'kept', title: 'a NUL character inside a text' },
  ID_REPEATED: { effect: 'kept', title: 'an id that an earlier document has' },
  SHARD_LOST: { effect: 'input-lost', title: 'an input whose reading failed twice' },
  FORMAT_UNKNOWN: { effect: 'input-lost', title: 'a file in no format that can be read' },
  FILE_EMPTY: { effect: 'kept', title: 'a file with no bytes' },
  FOLDER_EMPTY: { effect: 'kept', title: 'a folder with no files' },
  FILE_UNREADABLE: { effect: 'input-lost', title: 'a file or folder that cannot be opened or read' },
  FILE_VANISHED: { effect: 'input-lost', title: 'a file that disappeared during the run' },
  SYMLINK_LOOP: {
    effect: 'kept',
    title: 'a symbolic link that leads to itself, or to a folder that is read elsewhere',
  },
  COMPRESSION_TRUNCATED: { effect: 'input-lost', title: 'compressed data that end too early' },
  COMPRESSION_EXTREME: {
    effect: 'kept',
    title: 'compressed data that swell as no ordinary text does',
  },
  COMPRESSION_INVALID: { effect: 'input-lost', title: 'compressed data that cannot be decompressed' },
} as const satisfies Record<string, { effect: ProblemEffect; title: string }>;

export type ProblemCode = keyof typeof PROBLEM_KINDS;

/** A flaw found in the data: a value to count and report, never a reason to stop. */
export interface Problem {
  readonly code: ProblemCode;
  /** The file, or `-` for standard input, as the user would name it. */
  readonly uri: string;
  /** The 1-based line on which the record starts, where the format has lines. */
  readonly line?: number;
  /** One sentence saying what is wrong, without a final stop. */
  readonly message: string;
  /** At most 80 characters of the offending data, untrusted. */
  readonly excerpt?: string;
}
