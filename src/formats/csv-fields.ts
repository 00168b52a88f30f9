import { parse } from 'csv-parse/sync';

/**
 * The fields of rows that stand one after another, without a blank line between them and with no flaw in their quotes,
 * or null where they do not come out as so many rows.
 */
export function fieldsOfRows(
  bytes: Buffer,
  delimiter: string,
  rows: number,
): readonly (readonly string[])[] | null {
  const found: readonly (readonly string[])[] = parse(bytes, {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
  });
  return found.length === rows ? found : null;
}
