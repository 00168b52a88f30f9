import type { FormatId } from './format.ts';
import { isRecord, parse } from './json-record.ts';
import { scanElement, startScan } from './json-scan.ts';

/** What is known besides the text: the format its name asks for, and whether the text is the whole file. */
export interface ShapeHints {
  readonly named: FormatId | null;
  readonly whole: boolean;
}

/**
 * Which JSON a text begins like, null where it is none.
 * Prose may begin with a bracket: where the name says anything but JSON, only records that parse count.
 */
export function jsonShape(text: string, hints: ShapeHints): 'json' | 'jsonl' | null {
  const start = text.trimStart();
  if (start.startsWith('[')) return arrayShape(start, hints);
  return start.startsWith('{') ? objectShape(start, hints) : null;
}

function arrayShape(text: string, { named }: ShapeHints): 'json' | 'jsonl' | null {
  const likely = /^\[\s*\{\s*["}]/u.test(text);
  if (named === 'json') return 'json';
  if (named === null) return likely ? 'json' : null;
  if (named !== 'jsonl') return isRecord(firstElement(text)) ? 'json' : null;
  const [first, second] = firstLines(text);
  const isLine = second !== undefined && parse(first) !== undefined;
  return likely && !isLine ? 'json' : 'jsonl';
}

/** The first element of an array, undefined where it is cut or broken. */
function firstElement(text: string): unknown {
  const bytes = Buffer.from(text.slice(1));
  const { at, mark } = scanElement(startScan(), bytes, 0);
  return mark === 'comma' || mark === 'close' ? parse(bytes.toString('utf8', 0, at)) : undefined;
}

function objectShape(text: string, hints: ShapeHints): 'json' | 'jsonl' | null {
  const { named, whole } = hints;
  const [first, second] = firstLines(text);
  if (!isFilled(parse(first))) return brokenLineShape(text, hints);
  if (second === undefined) return named === 'json' && whole ? 'json' : 'jsonl';
  const saysJson = named === null || named === 'json' || named === 'jsonl';
  const secondIsCut = !whole && text.length === text.indexOf(second) + second.length;
  return saysJson || secondIsCut || isRecord(parse(second)) ? 'jsonl' : null;
}

/** The first line is no record: the object goes on, the line is broken, or it is no JSON. */
function brokenLineShape(text: string, { named, whole }: ShapeHints): 'json' | 'jsonl' | null {
  if (named === 'jsonl') return 'jsonl';
  if (whole && isFilled(parse(text))) return 'json';
  if (named !== null && named !== 'json') return null;
  const [first, second] = firstLines(text);
  if (second !== undefined && isRecord(parse(second))) return 'jsonl';
  if (!/^\{\s*"/u.test(text)) return named;
  return isOneLine(first, { named, whole: whole || second !== undefined }) ? 'jsonl' : 'json';
}

/** Whether a line that begins like an object is a record of its own: it is longer than what is seen, or closed. */
function isOneLine(line: string, { named, whole }: ShapeHints): boolean {
  return !whole || (named === null && line.endsWith('}'));
}

/** An object with at least one field: `{}` also stands at the start of prose. */
function isFilled(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length > 0;
}

/** The first two lines that are not blank. */
function firstLines(text: string): readonly [string, string | undefined] {
  const lines: string[] = [];
  for (let from = 0; from < text.length && lines.length < 2; ) {
    const newline = text.indexOf('\n', from);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(from, end).trim();
    if (line !== '') lines.push(line);
    from = end + 1;
  }
  return [lines[0] ?? '', lines[1]];
}
