import { csv, tsv } from './csv.ts';
import type { Format, FormatId } from './format.ts';
import { jsonArray } from './json-array.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/**
 * Every format that can be read. A new one needs its file, its id in `FormatId` (`format.ts`), its import and its line
 * here, and its line in `EVERY_FORMAT` of `cli/option-table.ts`; what is forgotten of these does not compile.
 */
export const FORMATS = { jsonl, json: jsonArray, csv, tsv, text, markdown } satisfies Record<
  FormatId,
  Format
>;

/** The ids of the formats, in the order in which they are listed to users. */
export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];
