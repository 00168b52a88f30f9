import { printableText } from './printable-text.ts';

/** A sentence that may hold words of the corpus, escaped so that it stays one run of plain text. */
export function markdownProse(text: string): string {
  return printableText(text)
    .replace(/[\\`*_[\]<>#|~&@$]/g, (mark) => `\\${mark}`)
    .replace(/:(?=\/\/)|(?<=www)\./gi, (mark) => `\\${mark}`)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Words of the corpus as a code span: no Markdown, HTML, link or mention is read inside one. */
export function markdownCode(text: string): string {
  const words = printableText(text);
  if (words === '') return '(nothing)';
  const runs = words.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const padding = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${words}${padding}${fence}`;
}

/** A code span inside a table, where a pipe would end the cell even in code. */
export function markdownCellCode(text: string): string {
  return markdownCode(text).replaceAll('|', '\\|');
}

/** A table of cells that are already escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [tableRow(header), tableRow(header.map(() => '---')), ...rows.map(tableRow)];
}

/**
 * Lines that are shown on demand where HTML is read, as on GitHub. The summary is ours and holds no mark of HTML; the
 * empty lines make Markdown of what stands between the tags.
 */
export function foldedLines(summary: string, lines: readonly string[]): string[] {
  return [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>'];
}

/** A part with its body folded below its heading, which is its first line; none where there is no part. */
export function foldedPart(summary: string, part: readonly string[]): string[] {
  const [heading, ...body] = part;
  if (heading === undefined) return [];
  const start = body.findIndex((text) => text !== '');
  return [heading, '', ...foldedLines(summary, start === -1 ? [] : body.slice(start))];
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
