import { wholeCharacters } from './bytes.ts';
import { type Quoting, scanCutRow } from './csv-row.ts';

/** What is there of a row that is longer than the limit. */
export interface CutRow {
  /** Its fields as far as they go; the last one is cut. */
  readonly fields: readonly string[];
  /** Bytes up to the last whole character. */
  readonly data: Buffer;
}

/** How many fields of a row are of use: what is cut behind them is not looked at. */
export interface CutRules {
  readonly delimiter: string;
  readonly quotesOptional: boolean;
  readonly mostFields: number;
}

/**
 * The fields of the beginning of a row, or null where its quotes are flawed.
 * With optional quotes a stray one is a character, as in a row that is not cut.
 */
export function fieldsOfCutRow(beginning: Buffer, rules: CutRules): CutRow | null {
  const data = wholeCharacters(beginning);
  const delimiter = rules.delimiter.charCodeAt(0);
  const readings: readonly Quoting[] = rules.quotesOptional ? ['strict', 'plain'] : ['strict'];
  for (const quoting of readings) {
    const fields = scanCutRow(data, { delimiter, quoting, mostFields: rules.mostFields });
    if (fields !== null) return { fields, data };
  }
  return null;
}
