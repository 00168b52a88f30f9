import { inlineProse } from './markdown-inline.ts';

/** A paragraph, heading, list or table, as words, and the line on which it starts. */
export interface Block {
  readonly text: string;
  readonly line: number;
}

interface State {
  readonly blocks: Block[];
  lines: string[];
  line: number;
  /** The fence that ends the code block, as its character and smallest length. */
  fence: { readonly mark: string; readonly length: number } | null;
  inList: boolean;
  inComment: boolean;
  inTable: boolean;
  /** Whether the line before is blank or code, so that an indented one is code. */
  afterGap: boolean;
  /** Where the last comment of the text ends: an opening after it opens nothing. */
  readonly lastCommentLine: number;
}

/** The blocks of prose in some Markdown, and the simple fields of its front matter. Linear in the text. */
export function markdownBlocks(text: string): {
  readonly blocks: readonly Block[];
  readonly matter: ReadonlyMap<string, string>;
} {
  const lines = text.split(/\r\n|\n|\r/u);
  const { matter, length } = frontMatter(lines);
  const state: State = {
    blocks: [],
    lines: [],
    line: 0,
    fence: null,
    inList: false,
    inComment: false,
    inTable: false,
    afterGap: true,
    lastCommentLine: lines.findLastIndex((line) => line.includes('-->')),
  };
  for (const [index, line] of lines.entries()) {
    if (index >= length) readLine(state, line, index);
  }
  endBlock(state);
  return { blocks: state.blocks, matter };
}

/** The fields between `---` or `+++` lines at the very start, and how many lines they take. */
function frontMatter(lines: readonly string[]): { matter: Map<string, string>; length: number } {
  const matter = new Map<string, string>();
  const fence = lines[0]?.trimEnd();
  if (fence !== '---' && fence !== '+++') return { matter, length: 0 };
  const end = lines.findIndex(
    (line, index) => index > 0 && (line.trimEnd() === fence || line.trimEnd() === '...'),
  );
  if (
    end === -1 ||
    !/^\s*(?:#|[\w-]+\s*[:=])/u.test(lines.slice(1, end).find((line) => line.trim() !== '') ?? '#')
  ) {
    return { matter, length: 0 };
  }
  for (const line of lines.slice(1, end)) {
    const separator = line.search(fence === '---' ? /:/u : /=/u);
    const name = line.slice(0, Math.max(0, separator));
    const value = unquoted(line.slice(separator + 1).trim());
    if (/^[\w.-]+\s*$/u.test(name) && value !== '' && !/^[[{|>&*!]/u.test(value))
      matter.set(name.trim(), value);
  }
  return { matter, length: end + 1 };
}

function unquoted(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}

function readLine(state: State, source: string, index: number): void {
  if (state.fence !== null) {
    if (closesFence(source, state.fence)) state.fence = null;
    return;
  }
  const line = withoutComments(state, source, index);
  if (line.trim() === '') {
    // A line of a comment, blank or not, does not end a paragraph.
    if (source.trim() === '' && !state.inComment) {
      endBlock(state);
      state.afterGap = true;
    }
    return;
  }
  const indent = indentOf(line);
  if (state.afterGap && !state.inList && indent >= 4) return;
  const words = withoutQuoteMarks(line).trimEnd();
  if (openFence(state, words)) return;
  addLine(state, { words, indent, index });
  state.afterGap = false;
}

/** Whether a line opens a block of code. */
function openFence(state: State, words: string): boolean {
  const fence = /^(`{3,})[^`]*$|^(~{3,})/u.exec(words);
  const mark = fence?.[1] ?? fence?.[2];
  if (mark === undefined) return false;
  endBlock(state);
  state.fence = { mark: mark.charAt(0), length: mark.length };
  state.afterGap = true;
  return true;
}

function closesFence(line: string, { mark, length }: { mark: string; length: number }): boolean {
  const words = withoutQuoteMarks(line).trimEnd();
  return words.length >= length && words === mark.repeat(words.length);
}

/** A line without what stands between `<!--` and `-->`, of which one that is never closed opens nothing. */
function withoutComments(state: State, source: string, index: number): string {
  let line = '';
  let at = 0;
  while (at < source.length) {
    if (state.inComment) {
      const end = source.indexOf('-->', at);
      if (end === -1) return line;
      state.inComment = false;
      at = end + 3;
    }
    const start = source.indexOf('<!--', at);
    const closes = start !== -1 && (index < state.lastCommentLine || source.includes('-->', start));
    line += source.slice(at, closes ? start : undefined);
    if (!closes) return line;
    state.inComment = true;
    at = start + 4;
  }
  return line;
}

function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

function withoutQuoteMarks(line: string): string {
  return line.replace(/^[\s>]*/u, '');
}

interface Line {
  readonly words: string;
  readonly indent: number;
  readonly index: number;
}

/** Takes the marks of headings, lists and tables off a line and adds its words to the block. */
function addLine(state: State, { words, indent, index }: Line): void {
  if (isRule(words)) {
    if (words.includes('|')) beginTable(state);
    return;
  }
  if (/^\[[^\]^][^\]]{0,200}\]:\s/u.test(words)) return;
  const heading = /^#{1,6}(?:\s+|$)/u.exec(words)?.[0];
  if (heading !== undefined) {
    endBlock(state);
    push(state, words.slice(heading.length).replace(/\s#+$/u, ''), index);
    endBlock(state);
    return;
  }
  addWords(state, { words, indent, index });
}

/** Adds a line that is no heading: of a paragraph, a list or a table. */
function addWords(state: State, { words, indent, index }: Line): void {
  const item = /^(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?(?:\s+|$)/u.exec(words)?.[0];
  if (item !== undefined) state.inList = true;
  else if (indent === 0 && state.afterGap) state.inList = false;
  const isRow = state.inTable || words.startsWith('|');
  push(state, isRow ? cellsOf(words) : words.slice(item?.length ?? 0), index);
}

/** A line of nothing but marks: a break, an underline, the line under a table's header. */
function isRule(words: string): boolean {
  return /^[-=*_|:+\s]+$/u.test(words);
}

/** The line before was the header of a table. */
function beginTable(state: State): void {
  state.inTable = true;
  const header = state.lines.pop();
  if (header !== undefined) state.lines.push(cellsOf(header));
}

function cellsOf(row: string): string {
  return row
    .replaceAll('\\|', '\u0000')
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('  ')
    .replaceAll('\u0000', '|');
}

function push(state: State, words: string, index: number): void {
  if (state.lines.length === 0) state.line = index + 1;
  state.lines.push(words);
}

function endBlock(state: State): void {
  const text = inlineProse(state.lines.join('\n')).trim();
  if (text !== '') state.blocks.push({ text, line: state.line });
  state.lines = [];
  state.inTable = false;
}
