import type { FieldPaths } from './format.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;
const ROWS_COMPARED = 20;
/** Names that a column of a corpus is likely to have. */
const USUAL_NAMES = [
  'text',
  'content',
  'body',
  'raw_content',
  'document',
  'id',
  'title',
  'source',
  'date',
  'label',
];

/** The delimiter of a file with a header row: the one that cuts out known names, else the most regular one. */
export function sniffDelimiter(head: Buffer, fields?: FieldPaths): string {
  const rows = logicalRows(head.toString());
  const [header = ''] = rows;
  const names = fields?.text === undefined ? USUAL_NAMES : [fields.text, ...USUAL_NAMES];
  let best: string = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(rows, delimiter) + 100 * namesFound(header, delimiter, names);
    if (header.includes(delimiter) && score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Whether the beginning of a file looks like rows: a usual name in the header, and as many fields in each row. */
export function looksSeparated(head: Buffer): string | null {
  const rows = logicalRows(head.toString());
  const [header = ''] = rows;
  const delimiter = sniffDelimiter(head);
  const width = fieldCount(header, delimiter);
  const regular = rows.length > 1 && rows.every((row) => fieldCount(row, delimiter) === width);
  const named = namesFound(header, delimiter, USUAL_NAMES.slice(0, 6)) > 0;
  return width > 1 && regular && named ? delimiter : null;
}

/** How many of the rows have as many fields as the header. */
function scoreOf(rows: readonly string[], delimiter: string): number {
  const width = fieldCount(rows[0] ?? '', delimiter);
  return width < 2 ? 0 : rows.filter((row) => fieldCount(row, delimiter) === width).length;
}

function namesFound(header: string, delimiter: string, names: readonly string[]): number {
  const columns = header.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/u, '$1'));
  return columns.length < 2 ? 0 : columns.filter((column) => names.includes(column)).length;
}

/** Fields outside quotes. */
function fieldCount(row: string, delimiter: string): number {
  let count = 1;
  let quoted = false;
  for (const character of row) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) count += 1;
  }
  return count;
}

/** The first rows, a quoted newline being part of its row; the last one may be cut and is left out. */
function logicalRows(text: string): readonly string[] {
  const rows: string[] = [];
  let lines: string[] = [];
  let quoted = false;
  for (const line of text.split(/\r?\n/u)) {
    lines.push(line);
    if ((line.split('"').length - 1) % 2 === 1) quoted = !quoted;
    if (quoted) continue;
    const row = lines.join('\n');
    if (row.trim() !== '') rows.push(row);
    lines = [];
    if (rows.length > ROWS_COMPARED) break;
  }
  return rows.length > 2 ? rows.slice(0, -1) : rows;
}
