import { wholeCharacters } from './bytes.ts';
import {
  ARRAY_START,
  BROKEN,
  CUT,
  escapeLength,
  nameEnd,
  OBJECT_START,
  spaceEnd,
  stringEnd,
  valueEnd,
} from './json-syntax.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OBJECT_END = 0x7d;
/** No wanted name is longer, escapes and all. */
const LONGEST_NAME_BYTES = 4_096;

/** A field that is wanted. */
export interface Wanted {
  /** Whether a string that the bytes cut is wanted as far as it goes. */
  readonly cuttable: boolean;
  /** What is wanted of the object that it holds. */
  readonly below: ReadonlyMap<string, Wanted>;
}

interface Growing extends Wanted {
  cuttable: boolean;
  readonly below: Map<string, Growing>;
}

/** The fields that some paths name: each path is a name of its own, and names with dots between them. */
export function wantedFields(paths: readonly string[], cuttable: readonly string[]): Wanted {
  const root: Growing = { cuttable: false, below: new Map() };
  for (const path of [...paths, ...cuttable]) {
    for (const names of new Set([path, path.split('.')])) {
      let field = root;
      for (const name of typeof names === 'string' ? [names] : names) {
        const next = field.below.get(name) ?? { cuttable: false, below: new Map() };
        field.below.set(name, next);
        field = next;
      }
      if (cuttable.includes(path)) field.cuttable = true;
    }
  }
  return root;
}

/** What was found of an object: all of it, its beginning, or that the bytes are broken or hold something else. */
export type Selected =
  | { readonly state: 'whole' | 'cut'; readonly json: Buffer }
  | { readonly state: 'broken' | 'no-object' };

interface Selection {
  readonly bytes: Buffer;
  readonly json: Buffer;
  size: number;
}

/**
 * A JSON object with nothing but the fields that are wanted, as JSON; a list or an object that is wanted itself is
 * empty. All is checked as `JSON.parse` would, but nothing is built of what is not wanted, however much it is.
 * Of an object that is cut the fields before the cut are given, and the beginning of a string that is `cuttable`.
 */
export function selectFields(bytes: Buffer, wanted: Wanted): Selected {
  const from = spaceEnd(bytes, 0);
  if (bytes[from] !== OBJECT_START) return selectNothing(bytes, from);
  // Besides what is copied there may be a quote and the closing brackets that a cut has taken away.
  const json = Buffer.allocUnsafe(bytes.byteLength + 1 + depthOf(wanted));
  const selection: Selection = { bytes, json, size: 0 };
  const end = selectObject(selection, from, wanted);
  if (end === BROKEN || (end !== CUT && spaceEnd(bytes, end) !== bytes.byteLength))
    return { state: 'broken' };
  return { state: end === CUT ? 'cut' : 'whole', json: json.subarray(0, selection.size) };
}

function selectNothing(bytes: Buffer, from: number): Selected {
  const end = valueEnd(bytes, from);
  return { state: end >= 0 && spaceEnd(bytes, end) === bytes.byteLength ? 'no-object' : 'broken' };
}

function depthOf({ below }: Wanted): number {
  return 1 + Math.max(0, ...[...below.values()].map(depthOf));
}

/** Copies an object; gives the offset after it, `CUT` or `BROKEN`. */
function selectObject(selection: Selection, from: number, wanted: Wanted): number {
  const { bytes } = selection;
  put(selection, OBJECT_START);
  let at = spaceEnd(bytes, from + 1);
  if (bytes[at] !== OBJECT_END) {
    at = selectMember(selection, at, wanted);
    while (at >= 0 && bytes[at] === COMMA) at = selectMember(selection, spaceEnd(bytes, at + 1), wanted);
  }
  put(selection, OBJECT_END);
  if (at < 0) return at;
  if (bytes[at] === OBJECT_END) return at + 1;
  return at === bytes.byteLength ? CUT : BROKEN;
}

/** Copies a member where it is wanted; gives the offset of what follows it. */
function selectMember(selection: Selection, name: number, wanted: Wanted): number {
  const { bytes, size } = selection;
  const value = nameEnd(bytes, name);
  if (value < 0) return value;
  const length = stringEnd(bytes, name) - name;
  const field =
    length > LONGEST_NAME_BYTES ? undefined : wanted.below.get(nameAt(bytes, name, name + length));
  if (field === undefined) return nextAfter(bytes, valueEnd(bytes, value));
  if (selection.json[size - 1] !== OBJECT_START) put(selection, COMMA);
  copy(selection, name, name + length);
  put(selection, COLON);
  const end = selectValue(selection, value, field);
  if (end === CUT && !isCutKept(bytes, value, field)) selection.size = size;
  return nextAfter(bytes, end);
}

function nextAfter(bytes: Buffer, end: number): number {
  return end < 0 ? end : spaceEnd(bytes, end);
}

function nameAt(bytes: Buffer, from: number, end: number): string {
  const name = bytes.toString('utf8', from, end);
  return name.includes('\\') ? String(JSON.parse(name)) : name.slice(1, -1);
}

/** Copies a value; gives the offset after it, `CUT` or `BROKEN`. */
function selectValue(selection: Selection, from: number, field: Wanted): number {
  const { bytes } = selection;
  const first = bytes[from];
  if (first === OBJECT_START && field.below.size > 0) return selectObject(selection, from, field);
  const end = valueEnd(bytes, from);
  if (first === OBJECT_START || first === ARRAY_START) {
    put(selection, first);
    put(selection, first + 2);
    return end;
  }
  if (first === QUOTE && end === CUT) {
    copy(selection, from, cutStringEnd(bytes, from));
    put(selection, QUOTE);
    return CUT;
  }
  if (end >= 0) copy(selection, from, end);
  // More of a number may stand behind the cut.
  return first !== QUOTE && end === bytes.byteLength ? CUT : end;
}

/** Whether something is left of a value that is cut. */
function isCutKept(bytes: Buffer, value: number, { cuttable, below }: Wanted): boolean {
  return bytes[value] === QUOTE ? cuttable : bytes[value] === OBJECT_START && below.size > 0;
}

/** Where the whole characters end of a string that is cut. */
function cutStringEnd(bytes: Buffer, from: number): number {
  const end = wholeCharacters(bytes).byteLength;
  let last = from;
  for (let at = bytes.indexOf(BACKSLASH, from); at !== -1; at = bytes.indexOf(BACKSLASH, last)) {
    const length = escapeLength(bytes, at);
    if (length < 0 || (isHighSurrogate(bytes, at) && isOpenAfter(bytes, at + length))) return at;
    last = at + length;
  }
  return end;
}

function isHighSurrogate(bytes: Buffer, at: number): boolean {
  return /^\\u[dD][89abAB]/u.test(bytes.toString('latin1', at, at + 4));
}

/** Whether the escape that may stand at an offset is cut, or cut off altogether. */
function isOpenAfter(bytes: Buffer, at: number): boolean {
  return at === bytes.byteLength || (bytes[at] === BACKSLASH && escapeLength(bytes, at) === CUT);
}

function put(selection: Selection, byte: number): void {
  selection.json[selection.size] = byte;
  selection.size += 1;
}

function copy(selection: Selection, from: number, end: number): void {
  selection.size += selection.bytes.copy(selection.json, selection.size, from, end);
}
