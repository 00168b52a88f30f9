const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const ARRAY_END = 0x5d;
const OBJECT_END = 0x7d;
/** A record nested deeper than this is longer than any limit: no more memory is given for its brackets. */
const MAXIMUM_DEPTH = 2 ** 26;
const FIRST_DEPTH = 64;
/** The closing bracket that each opening one asks for. */
const CLOSING: ReadonlyMap<number, number> = new Map([
  [0x5b, ARRAY_END],
  [0x7b, OBJECT_END],
]);

/** Why a scan stopped: the chunk ended, the element did, or it cannot be JSON. */
export type Mark = 'more' | 'comma' | 'close' | 'broken';

/** Where a scan over the elements of an array stands, between any two bytes. */
export interface Scan {
  /** The closing brackets that are awaited, innermost last: in bytes, since a hostile record has millions. */
  awaited: Uint8Array;
  depth: number;
  inString: boolean;
  escaped: boolean;
  line: number;
  /** The line on which the element starts, 0 before its first byte. */
  elementLine: number;
  /** White space at the start of the present line, and of the line on which the element starts. */
  indent: number;
  indenting: boolean;
  elementIndent: number;
}

/** A scan at the start of an element; an old one keeps its line. */
export function startScan(old?: Scan): Scan {
  const fresh: Scan = {
    awaited: new Uint8Array(FIRST_DEPTH),
    depth: 0,
    inString: false,
    escaped: false,
    line: 1,
    elementLine: 0,
    indent: 0,
    indenting: true,
    elementIndent: 0,
  };
  return old === undefined ? fresh : Object.assign(old, fresh, { line: old.line });
}

/** Runs to the end of the present element: its comma, the closing bracket of the array, or what cannot be JSON. */
export function scanElement(scan: Scan, chunk: Buffer, from: number): { at: number; mark: Mark } {
  let at = from;
  while (at < chunk.byteLength) {
    if (scan.inString) {
      at = scanString(scan, chunk, at);
      if (scan.inString && at < chunk.byteLength) return { at, mark: 'broken' };
      continue;
    }
    const byte = chunk[at] ?? 0;
    const mark = isSpace(byte) ? scanSpace(scan, byte) : scanToken(scan, byte);
    if (mark !== 'more') return { at, mark };
    at += 1;
  }
  return { at, mark: 'more' };
}

/** Runs to just after the closing quote, or stops inside the string at a newline, which no JSON string may hold. */
function scanString(scan: Scan, chunk: Buffer, from: number): number {
  const end = chunk.byteLength;
  let { escaped } = scan;
  for (let at = from; at < end; at += 1) {
    const byte = chunk[at];
    if (byte === NEWLINE) {
      scan.escaped = false;
      return at;
    }
    if (escaped) {
      escaped = false;
    } else if (byte === QUOTE) {
      scan.escaped = false;
      scan.inString = false;
      return at + 1;
    } else if (byte === BACKSLASH) {
      escaped = true;
    }
  }
  scan.escaped = escaped;
  return end;
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}

function scanSpace(scan: Scan, byte: number): Mark {
  if (byte === NEWLINE) {
    scan.line += 1;
    scan.indent = 0;
    scan.indenting = true;
  } else if (scan.indenting) {
    scan.indent += 1;
  }
  return 'more';
}

function scanToken(scan: Scan, byte: number): Mark {
  scan.indenting = false;
  if (scan.depth === 0) {
    if (byte === COMMA) return 'comma';
    if (byte === ARRAY_END) return 'close';
  }
  if (scan.elementLine === 0) {
    scan.elementLine = scan.line;
    scan.elementIndent = scan.indent;
  }
  if (byte === QUOTE) scan.inString = true;
  const closing = CLOSING.get(byte);
  if (closing !== undefined) return enter(scan, closing);
  if (byte !== ARRAY_END && byte !== OBJECT_END) return 'more';
  scan.depth -= 1;
  return scan.awaited[scan.depth] === byte ? 'more' : 'broken';
}

function enter(scan: Scan, closing: number): Mark {
  if (scan.depth === MAXIMUM_DEPTH) return 'broken';
  if (scan.depth === scan.awaited.length) {
    const larger = new Uint8Array(scan.depth * 2);
    larger.set(scan.awaited);
    scan.awaited = larger;
  }
  scan.awaited[scan.depth] = closing;
  scan.depth += 1;
  return 'more';
}
