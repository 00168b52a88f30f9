import { isUtf8 } from 'node:buffer';
import { peek } from './bytes.ts';
import { fieldsOfCutRow } from './csv-cut-row.ts';
import { type Dialect, type Row, readRows } from './csv-rows.ts';
import { sniffDelimiter } from './delimiter.ts';
import { problemOf } from './finding.ts';
import type { FieldPaths, Format, FormatId, ReadItem, ReadOptions } from './format.ts';
import { readRecord, TEXT_FIELDS, tooLongProblem } from './record.ts';

/** How much of a file is looked at to find its delimiter. */
const SNIFFED_BYTES = 65_536;

/** Comma-separated values in the wider sense: the delimiter is a comma, semicolon, tab or bar. */
export const csv: Format = separated('csv', ['.csv'], null);

/** Tab-separated values. Quotes are optional: a stray one is a character. */
export const tsv: Format = separated('tsv', ['.tsv', '.tab'], '\t');

function separated(id: FormatId, extensions: readonly string[], delimiter: string | null): Format {
  return {
    id,
    extensions,
    async *read(bytes, options) {
      const { head, all } = await peek(bytes, SNIFFED_BYTES);
      const dialect = {
        delimiter: delimiter ?? sniffDelimiter(head, options.fields),
        quotesOptional: delimiter === '\t',
        maximumRowBytes: options.maximumRecordBytes,
      };
      let header: Header | null = null;
      for await (const rows of readRows(all, dialect)) {
        const items: ReadItem[] = [];
        for (const row of rows) {
          if (header === null && row.kind === 'row') {
            header = headerOf(row, dialect, options);
            pushRepeated(row, options, items);
          } else readRow(row, header, options, items);
        }
        if (items.length > 0) yield items;
      }
    },
  };
}

/** The column of each field; of two columns with one name the first counts. */
interface Header {
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
  readonly dialect: Dialect;
}

function headerOf(
  { fields: names, width }: Extract<Row, { kind: 'row' }>,
  dialect: Dialect,
  { onFields }: ReadOptions,
): Header {
  const columns = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (!columns.has(name.trim())) columns.set(name.trim(), index);
  }
  onFields?.([...columns.keys()]);
  return { columns, width, dialect };
}

/** Tells of columns that are read and have one name, once a file. */
function pushRepeated(
  { fields, line, data }: Extract<Row, { kind: 'row' }>,
  options: ReadOptions,
  items: ReadItem[],
): void {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const field of fields) {
    const name = field.trim();
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  const read = namesRead(options.fields).filter((name) => repeated.has(name));
  if (read.length === 0) return;
  const message = `more than one column is called ${read.join(', ')}; the first of them is read`;
  items.push(problemOf('CSV_COLUMN_REPEATED', options.uri, message, { line, data }));
}

function namesRead({ text, id, source, date, label }: FieldPaths): readonly string[] {
  return [...(text === undefined ? TEXT_FIELDS : [text]), id, source, date, label];
}

function readRow(row: Row, header: Header | null, options: ReadOptions, items: ReadItem[]): void {
  const { line, data } = row;
  const { uri } = options;
  if (row.kind === 'broken') {
    items.push(problemOf('CSV_SYNTAX', uri, row.reason, { line, data }));
  } else if (row.kind === 'too-long') {
    readCutRow(row, header, options, items);
  } else if (header !== null && row.width !== header.width) {
    const [only = ''] = row.fields;
    if (row.width === 1 && only.trim() === '') return;
    const message = `the row has ${row.width} ${row.width === 1 ? 'field' : 'fields'}, the header ${header.width}`;
    items.push(problemOf('CSV_FIELD_COUNT', uri, message, { line, data }));
  } else {
    const get = (name: string): unknown => fieldOf(row.fields, name, header);
    readRecord({ get, data, line, valid: row.valid }, options, items);
  }
}

function fieldOf(fields: readonly string[], name: string, header: Header | null): string | undefined {
  const column = header?.columns.get(name);
  return column === undefined ? undefined : fields[column];
}

/** A row longer than the limit: of its text as much as is there, of the other fields those that are whole. */
function readCutRow(
  { line, data, onOneLine }: Extract<Row, { kind: 'too-long' }>,
  header: Header | null,
  options: ReadOptions,
  items: ReadItem[],
): void {
  const cut =
    header === null || !onOneLine
      ? null
      : fieldsOfCutRow(data, { ...header.dialect, mostFields: header.width });
  if (cut === null) {
    items.push(tooLongProblem(options, { line, data }));
    return;
  }
  const whole = cut.fields.slice(0, -1);
  const { text } = options.fields;
  const isText = (name: string): boolean =>
    text === undefined ? TEXT_FIELDS.some((known) => known === name) : name === text;
  const get = (name: string): unknown => fieldOf(isText(name) ? cut.fields : whole, name, header);
  readRecord({ get, data, line, valid: isUtf8(cut.data), tooLong: true }, options, items);
}
