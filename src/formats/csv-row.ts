const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * What a quote means. Strict: it opens a field at its start, and is a flaw elsewhere. Relaxed: elsewhere it is a
 * character. Plain: it is a character everywhere.
 */
export type Quoting = 'strict' | 'relaxed' | 'plain';

/** What is wrong with the quotes of a row. */
export type QuoteFlaw = 'unclosed' | 'inside-bare' | 'text-after';

/** How one row is to be read. */
export interface RowRules {
  /** The byte between two fields. */
  readonly delimiter: number;
  readonly quoting: Quoting;
  /** How many fields are kept; those after them are counted. */
  readonly mostFields: number;
}

/** One row, or the first flaw of its quotes. */
export type RowScan =
  | {
      readonly kind: 'row';
      readonly fields: readonly string[];
      /** How many fields there are, whether they were kept or not. */
      readonly width: number;
      /** The offset after its line end. */
      readonly end: number;
    }
  | { readonly kind: 'flawed'; readonly flaw: QuoteFlaw };

/** One field: where its value begins and ends, and where its delimiter or line end stands. */
interface FieldSpan {
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly escaped: boolean;
}

/**
 * Reads the row that begins at an offset (RFC 4180, with `\n` as good as `\r\n`); each byte is looked at once.
 * The bytes must end where a row may end: after a newline, or at the end of the data.
 */
export function scanRow(bytes: Buffer, from: number, rules: RowRules): RowScan {
  const fields: string[] = [];
  let width = 0;
  for (let at = from; ; ) {
    const field = scanField(bytes, at, rules);
    if (typeof field === 'string') return { kind: 'flawed', flaw: field };
    width += 1;
    if (width <= rules.mostFields) fields.push(textOf(bytes, field));
    const { after } = field;
    if (bytes[after] !== rules.delimiter)
      return { kind: 'row', fields, width, end: afterLineEnd(bytes, after) };
    at = after + 1;
  }
}

/**
 * The fields of the beginning of a row, of which the last is cut wherever the bytes end, or null where a quote is
 * flawed. What stands behind `mostFields` is left out.
 */
export function scanCutRow(bytes: Buffer, rules: RowRules): readonly string[] | null {
  const fields: string[] = [];
  for (let at = 0; fields.length < rules.mostFields; ) {
    const field = scanField(bytes, at, rules);
    if (field === 'unclosed') return [...fields, openText(bytes, at + 1)];
    if (typeof field === 'string') return null;
    fields.push(textOf(bytes, field));
    if (field.after >= bytes.byteLength) return fields;
    at = field.after + 1;
  }
  return fields;
}

/** The text of a quoted field that is cut; a quote at its very end may be half of an escaped one. */
function openText(bytes: Buffer, start: number): string {
  return bytes.toString('utf8', start).replaceAll('""', '"');
}

function scanField(bytes: Buffer, from: number, rules: RowRules): FieldSpan | QuoteFlaw {
  if (rules.quoting === 'plain' || bytes[from] !== QUOTE) return scanBare(bytes, from, from, rules);
  let escaped = false;
  for (let at = from + 1; at < bytes.byteLength; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return closeQuoted(bytes, { start: from + 1, end: at, escaped }, rules);
    escaped = true;
    at += 1;
  }
  return 'unclosed';
}

function closeQuoted(
  bytes: Buffer,
  { start, end, escaped }: Omit<FieldSpan, 'after'>,
  rules: RowRules,
): FieldSpan | QuoteFlaw {
  const after = end + 1;
  const next = bytes[after];
  const closes =
    next === undefined ||
    next === rules.delimiter ||
    next === NEWLINE ||
    (next === RETURN && bytes[after + 1] === NEWLINE);
  if (closes) return { start, end, after, escaped };
  return rules.quoting === 'strict' ? 'text-after' : scanBare(bytes, start - 1, after, rules);
}

/** A field without quotes around it, of which the bytes before `from` are known already. */
function scanBare(
  bytes: Buffer,
  start: number,
  from: number,
  { delimiter, quoting }: RowRules,
): FieldSpan | QuoteFlaw {
  let at = from;
  for (; at < bytes.byteLength; at += 1) {
    const byte = bytes[at];
    if (byte === delimiter || byte === NEWLINE) break;
    if (byte === QUOTE && quoting === 'strict') return 'inside-bare';
  }
  const end = bytes[at] === NEWLINE && at > start && bytes[at - 1] === RETURN ? at - 1 : at;
  return { start, end, after: end, escaped: false };
}

function textOf(bytes: Buffer, { start, end, escaped }: FieldSpan): string {
  if (start === end) return '';
  const value = bytes.toString('utf8', start, end);
  return escaped ? value.replaceAll('""', '"') : value;
}

function afterLineEnd(bytes: Buffer, at: number): number {
  const newline = bytes[at] === RETURN ? at + 1 : at;
  return Math.min(newline + 1, bytes.byteLength);
}
