import { entityAt } from './html-entities.ts';

/** Longest target of a link or body of a tag; what is longer is taken for words. */
const MAXIMUM_TARGET = 2_000;
/** `[^1]`, `[^note]`; what has other marks in it, as `[^a-z]`, is a class of characters. */
const FOOTNOTE = /\[\^[\p{L}\p{N}_]{1,60}\]/uy;

interface Cursor {
  readonly text: string;
  at: number;
  /** What is kept, in order; an opening bracket has a place of its own so that it can be taken back. */
  readonly kept: string[];
  /** The places of the opening brackets that may begin a link. */
  readonly brackets: number[];
  /** For each length of a run of backticks, where such runs are. */
  readonly ticks: ReadonlyMap<number, TickRuns>;
}

interface TickRuns {
  readonly places: number[];
  next: number;
}

/** The words of a paragraph without the marks for links, images, code, emphasis and tags. Linear in the text. */
export function inlineProse(text: string): string {
  if (!/[`[\]<*_~\\&]/u.test(text)) return text;
  const cursor: Cursor = { text, at: 0, kept: [], brackets: [], ticks: tickRuns(text) };
  const plain = /[^`[\]<*_~\\!&]+|!/uy;
  while (cursor.at < text.length) {
    plain.lastIndex = cursor.at;
    const [run] = plain.exec(text) ?? [];
    if (run !== undefined && !(run === '!' && text[cursor.at + 1] === '[')) keep(cursor, run, run.length);
    else readMark(cursor);
  }
  return cursor.kept.join('');
}

function keep(cursor: Cursor, words: string, length: number): void {
  cursor.kept.push(words);
  cursor.at += length;
}

function readMark(cursor: Cursor): void {
  const { text, at } = cursor;
  switch (text.charAt(at)) {
    case '`':
      readCode(cursor);
      break;
    case '!':
      cursor.at += 1;
      break;
    case '[':
      openBracket(cursor);
      break;
    case '&':
      readEntity(cursor);
      break;
    case ']':
      closeBracket(cursor);
      break;
    case '<':
      readTag(cursor);
      break;
    case '\\':
      readEscape(cursor);
      break;
    default:
      readEmphasis(cursor);
  }
}

/** A footnote's mark goes, with its colon where the note itself stands; any other bracket may begin a link. */
function openBracket(cursor: Cursor): void {
  const { text, at, kept, brackets } = cursor;
  FOOTNOTE.lastIndex = at;
  const [mark] = FOOTNOTE.exec(text) ?? [];
  if (mark === undefined) {
    brackets.push(kept.length);
    keep(cursor, '[', 1);
    return;
  }
  const isNote = (at === 0 || text[at - 1] === '\n') && text[at + mark.length] === ':';
  cursor.at += mark.length + (isNote ? 1 : 0);
}

function readEntity(cursor: Cursor): void {
  const entity = entityAt(cursor.text, cursor.at);
  if (entity === null) keep(cursor, '&', 1);
  else keep(cursor, entity.character, entity.length);
}

/** The runs of backticks by their length. */
function tickRuns(text: string): Map<number, TickRuns> {
  const runs = new Map<number, TickRuns>();
  for (const { 0: run, index } of text.matchAll(/`+/gu)) {
    const known = runs.get(run.length);
    if (known === undefined) runs.set(run.length, { places: [index], next: 0 });
    else known.places.push(index);
  }
  return runs;
}

/** Code keeps its words; backticks that nothing closes are words themselves. */
function readCode(cursor: Cursor): void {
  const { text, at, ticks } = cursor;
  let length = 1;
  while (text[at + length] === '`') length += 1;
  const end = nextRun(ticks.get(length), at);
  if (end === undefined) keep(cursor, text.slice(at, at + length), length);
  else keep(cursor, text.slice(at + length, end), end + length - at);
}

/** The place of the next run of its length after an offset; offsets only grow. */
function nextRun(runs: TickRuns | undefined, after: number): number | undefined {
  if (runs === undefined) return undefined;
  while ((runs.places[runs.next] ?? Number.POSITIVE_INFINITY) <= after) runs.next += 1;
  return runs.places[runs.next];
}

/** The end of `[words]`: with a target after it the brackets and the target go, without one they stay. */
function closeBracket(cursor: Cursor): void {
  const { text, at, kept, brackets } = cursor;
  const place = brackets.pop();
  const length = place === undefined ? 0 : targetLength(text, at + 1);
  if (place === undefined || length === 0) {
    keep(cursor, ']', 1);
    return;
  }
  kept[place] = '';
  cursor.at += 1 + length;
}

/** The length of `(target)` or `[reference]`, 0 where there is none. */
function targetLength(text: string, at: number): number {
  const window = text.slice(at, at + MAXIMUM_TARGET);
  if (window.startsWith('(')) return /^\((?:[^()\n]|\n(?!\n)|\([^()\n]*\))*\)/u.exec(window)?.[0].length ?? 0;
  return window.startsWith('[') ? (/^\[[^[\]\n]*\]/u.exec(window)?.[0].length ?? 0) : 0;
}

/** Tags go; the address of an automatic link stays. */
function readTag(cursor: Cursor): void {
  const { text, at } = cursor;
  const window = text.slice(at, at + MAXIMUM_TARGET);
  const address = /^<((?:https?:\/\/|mailto:)[^<>\s]*)>/u.exec(window);
  const tag = address ?? /^<\/?[a-zA-Z][^<>]*>/u.exec(window);
  if (tag === null) keep(cursor, '<', 1);
  else keep(cursor, address?.[1] ?? '', tag[0].length);
}

function readEscape(cursor: Cursor): void {
  const next = cursor.text[cursor.at + 1] ?? '';
  if (/[!-/:-@[-`{-~]/u.test(next)) keep(cursor, next, 2);
  else keep(cursor, '\\', 1);
}

/** Marks of emphasis stand at the edge of a word; those inside one, or alone, are characters. */
function readEmphasis(cursor: Cursor): void {
  const { text, at } = cursor;
  const mark = text[at] ?? '';
  let end = at + 1;
  while (text[end] === mark) end += 1;
  const before = isWordCharacter(text, at - 1);
  const after = isWordCharacter(text, end);
  const alone = isSpaceOrEdge(text, at - 1) && isSpaceOrEdge(text, end);
  const stays =
    alone || (before && after && mark !== '~') || (mark === '~' && end - at !== 2) || end - at > 3;
  keep(cursor, stays ? text.slice(at, end) : '', end - at);
}

function isWordCharacter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function isSpaceOrEdge(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}
