import { wordBreak, wordFlags } from './break-classes.ts';
import { wordTable } from './unicode-tables.ts';
import { encodeUnits } from './utf16.ts';
import { FIRST_AWAITING, STOP, wordTransitions } from './word-transitions.ts';

const { breakMask, unspaced } = wordFlags;

/** Where the scanner reports; one record serves all calls. */
export interface Segment {
  /** UTF-16 offset, exclusive. */
  end: number;
  /** The flags (and break classes) of all its characters, or-ed. */
  some: number;
  /** The flags that all its characters share, marks and other ignorable ones apart. */
  every: number;
}

/**
 * Finds where the segment that begins at the boundary `start` ends, by UAX #29 word boundaries of Unicode 15.0.
 * `units` holds UTF-16 and must go on with a line feed after `length`. `start` must be less than `length`.
 * A character is read at most twice, however long the look-ahead: once as look-ahead, once as its own segment.
 */
export function scanSegment(units: Uint16Array, length: number, start: number, segment: Segment): void {
  const table = wordTable();
  const transitions = wordTransitions();
  let position = start;
  let codePoint = codePointIn(units, position);
  let info = table[codePoint] as number;
  let state = info & breakMask;
  let some = info;
  let every = info;
  let pending = -1;
  let someBefore = 0;
  let everyBefore = 0;
  for (;;) {
    position += codePoint > 0xffff ? 2 : 1;
    if (position >= length) break;
    codePoint = codePointIn(units, position);
    info = table[codePoint] as number;
    const breakClass = info & breakMask;
    let next = transitions[(state << 5) | breakClass] as number;
    if (next === STOP) {
      if (pending >= 0 || !(isPictograph(breakClass) && units[position - 1] === 0x200d)) break;
      next = breakClass;
    }
    if (next < FIRST_AWAITING) {
      pending = -1;
    } else if (pending < 0) {
      pending = position;
      someBefore = some;
      everyBefore = every;
    }
    some |= info;
    every &= isIgnorable(breakClass) ? info | unspaced : info;
    state = next;
  }
  if (pending >= 0) {
    position = pending;
    some = someBefore;
    every = everyBefore;
  }
  segment.end = position;
  segment.some = some;
  segment.every = every;
}

function isPictograph(breakClass: number): boolean {
  return breakClass === wordBreak.pictograph || breakClass === wordBreak.letterPictograph;
}

function isIgnorable(breakClass: number): boolean {
  return breakClass >= wordBreak.extend && breakClass <= wordBreak.format;
}

/** The code point at `position`; a surrogate without its partner stands for itself. */
export function codePointIn(units: Uint16Array, position: number): number {
  const unit = units[position] as number;
  if ((unit & 0xfc00) !== 0xd800) return unit;
  const low = units[position + 1] as number;
  return (low & 0xfc00) === 0xdc00 ? ((unit - 0xd800) << 10) + low - 0xdc00 + 0x10000 : unit;
}

/** Cuts a text at every UAX #29 word boundary of Unicode 15.0. The segments join to the text. */
export function segmentWords(text: string): string[] {
  const units = encodeUnits(text);
  const segment: Segment = { end: 0, some: 0, every: 0 };
  const segments: string[] = [];
  for (let start = 0; start < text.length; start = segment.end) {
    scanSegment(units, text.length, start, segment);
    segments.push(text.slice(start, segment.end));
  }
  return segments;
}
