import type { Document } from '../document.ts';
import type { Problem } from '../problem.ts';

/** Which fields of a record hold what. A path such as `meta.date` reaches into nested objects. */
export interface FieldPaths {
  /** Absent: `text`, else the first of `content`, `body`, `raw_content`, `document` that a record has. */
  readonly text?: string;
  readonly id: string;
  readonly source: string;
  readonly date: string;
  readonly label: string;
}

/** The fields read when the user names none. */
export const DEFAULT_FIELDS: FieldPaths = { id: 'id', source: 'source', date: 'date', label: 'label' };

/** How a file of prose is cut into documents. */
export type Split = 'document' | 'line' | 'paragraph';

/** What a format needs to know to read one shard. */
export interface ReadOptions {
  readonly uri: string;
  readonly fields: FieldPaths;
  readonly split: Split;
  /** Bytes of the longest record that is read; a longer one is a problem. */
  readonly maximumRecordBytes: number;
  /** Bytes of the longest text that is kept whole; of a longer one the beginning is, and a problem counted. */
  readonly maximumTextBytes: number;
  /** Called with the top-level field names of the first records, so that a misspelt field can be answered. */
  readonly onFields?: (names: readonly string[]) => void;
}

/** One thing found in a shard, with the 1-based line on which its record starts where there are lines. */
export type ReadItem =
  | { readonly kind: 'document'; readonly document: Document; readonly line?: number }
  | ({ readonly kind: 'problem' } & Finding);

/** A problem without its excerpt, and the data to quote: of millions of problems few are ever shown. */
export interface Finding {
  readonly problem: Problem;
  readonly data?: Uint8Array | string;
}

export type FormatId = 'jsonl' | 'json' | 'csv' | 'tsv' | 'text' | 'markdown';

/** How bytes become documents. A format does no input or output: bytes come in, batches go out, in order. */
export interface Format {
  readonly id: FormatId;
  /** File name endings, with the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Reads decoded UTF-8 bytes. Never throws because of the data. */
  read(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncIterable<readonly ReadItem[]>;
}
