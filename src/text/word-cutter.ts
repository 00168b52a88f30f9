import { wordBreak, wordFlags } from './break-classes.ts';
import { FIRST_SEED, finishHigh, finishLow, hashWord, mixFirst, mixSecond, SECOND_SEED } from './hash.ts';
import { isComposed, normalForm } from './normal-form.ts';
import type { TokenBuffers } from './token-buffers.ts';
import { lowerCaseOf, lowerCaseShifts, wordTable } from './unicode-tables.ts';
import type { Segment } from './word-boundaries.ts';
import { codePointIn, scanSegment } from './word-boundaries.ts';

const { breakMask, wordlike, unspaced, unsettled } = wordFlags;

/** The characters of plain words, by their whole entry in the word table: settled, and neither Hebrew nor a pictograph. */
const LETTER = wordBreak.letter | wordlike;
const DIGIT = wordBreak.numeric | wordlike;
const CONNECTOR = wordBreak.connector;

/** One text while it is being cut. Fields are mutable because this is the inner loop of everything. */
export interface Cut {
  readonly text: string;
  readonly units: Uint16Array;
  readonly table: Uint8Array;
  readonly shifts: Int32Array;
  readonly segment: Segment;
  high: Uint32Array;
  low: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  position: number;
  count: number;
  unspaced: number;
  /** The last segment of a script without spaces, while a neighbour may follow; -1 when there is none. */
  runStart: number;
  runEnd: number;
  runSome: number;
  /** Whether that segment is in a pair already. */
  runPaired: boolean;
}

export function createCut(text: string, buffers: TokenBuffers): Cut {
  const { units, high, low, starts, ends } = buffers;
  return {
    text,
    units,
    table: wordTable(),
    shifts: lowerCaseShifts(),
    segment: { end: 0, some: 0, every: 0 },
    high,
    low,
    starts,
    ends,
    position: 0,
    count: 0,
    unspaced: 0,
    runStart: -1,
    runEnd: -1,
    runSome: 0,
    runPaired: false,
  };
}

/** Cuts on until the text ends or there are `bound` words, or one more. */
export function cutWords(cut: Cut, bound: number): void {
  const { units, table } = cut;
  const length = cut.text.length;
  let position = cut.position;
  while (position < length && cut.count < bound) {
    const info = table[units[position] as number] as number;
    if (info === LETTER || info === DIGIT) {
      const end = cutPlainWord(cut, position);
      position = end < 0 ? cutSegment(cut, position) : end;
    } else if (info < wordBreak.letter && !isAttaching(table[units[position + 1] as number] as number)) {
      position += 1;
    } else {
      position = cutSegment(cut, position);
    }
  }
  cut.position = position;
}

/** Whether a character may belong to the segment of whatever stands before it. Half of a pair may be such a character. */
function isAttaching(info: number): boolean {
  return (info & breakMask) >= wordBreak.extend;
}

/** Cuts and hashes a word of plain letters and digits in one pass; -1 when only the automaton can tell its end. */
function cutPlainWord(cut: Cut, start: number): number {
  const { units, table, shifts } = cut;
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  let position = start;
  let unit = units[start] as number;
  let info = table[unit] as number;
  for (;;) {
    let previous = info;
    while (info === LETTER || info === DIGIT || info === CONNECTOR) {
      const lower = unit + (shifts[unit] as number);
      second = mixSecond(second, first, lower);
      first = mixFirst(first, lower);
      previous = info;
      position += 1;
      unit = units[position] as number;
      info = table[unit] as number;
    }
    const breakClass = info & breakMask;
    if (breakClass <= wordBreak.pictograph) break;
    if (breakClass > wordBreak.doubleQuote) return -1;
    const after = units[position + 1] as number;
    const afterInfo = table[after] as number;
    if (afterInfo !== previous || !isLink(previous, breakClass)) {
      if (needsAutomaton(afterInfo)) return -1;
      break;
    }
    second = mixSecond(second, first, unit);
    first = mixFirst(first, unit);
    position += 1;
    unit = after;
    info = afterInfo;
  }
  endRun(cut);
  storeHash(cut, first, second);
  storePlace(cut, start, position);
  return position;
}

/** Whether this character, after a link such as an apostrophe, could go on the word in a way the fast path ignores. */
function needsAutomaton(info: number): boolean {
  return (info & breakMask) >= wordBreak.letter && info !== LETTER && info !== DIGIT && info !== CONNECTOR;
}

/** WB6, WB7, WB11, WB12: what may stand between two letters, or between two digits. */
function isLink(info: number, breakClass: number): boolean {
  if (breakClass === wordBreak.midNumberLetter || breakClass === wordBreak.singleQuote)
    return info !== CONNECTOR;
  if (info === LETTER) return breakClass === wordBreak.midLetter;
  return info === DIGIT && breakClass === wordBreak.midNumber;
}

function cutSegment(cut: Cut, start: number): number {
  const { units, table, segment } = cut;
  const info = table[units[start] as number] as number;
  if ((info & breakMask) === wordBreak.other && !isAttaching(table[units[start + 1] as number] as number)) {
    segment.end = start + 1;
    segment.some = info;
    segment.every = info;
  } else {
    scanSegment(units, cut.text.length, start, segment);
  }
  const { end, some, every } = segment;
  if ((some & wordlike) === 0) return end;
  if ((every & unspaced) !== 0) {
    extendRun(cut, start, end, some);
  } else {
    endRun(cut);
    storeWord(cut, start, end, some);
  }
  return end;
}

/** Adds a segment of a script without spaces: with a neighbour before it, the two are a word. */
function extendRun(cut: Cut, start: number, end: number, some: number): void {
  if (cut.runStart >= 0 && cut.runEnd === start) {
    storeWord(cut, cut.runStart, end, cut.runSome | some);
    cut.unspaced += 1;
    cut.runPaired = true;
  } else {
    endRun(cut);
    cut.runPaired = false;
  }
  cut.runStart = start;
  cut.runEnd = end;
  cut.runSome = some;
}

/** Ends a run of such segments: one that found no neighbour is a word by itself. */
export function endRun(cut: Cut): void {
  if (cut.runStart < 0) return;
  if (!cut.runPaired) {
    storeWord(cut, cut.runStart, cut.runEnd, cut.runSome);
    cut.unspaced += 1;
  }
  cut.runStart = -1;
}

function storeWord(cut: Cut, start: number, end: number, some: number): void {
  if ((some & unsettled) !== 0 && !isComposed(cut.text.slice(start, end))) {
    const { high, low } = hashWord(normalForm(cut.text.slice(start, end)));
    cut.high[cut.count] = high;
    cut.low[cut.count] = low;
  } else {
    hashUnits(cut, start, end);
  }
  storePlace(cut, start, end);
}

/** Hashes a word that lower case alone brings to its normal form. */
function hashUnits(cut: Cut, start: number, end: number): void {
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  for (let position = start; position < end; position += 1) {
    const codePoint = codePointIn(cut.units, position);
    if (codePoint > 0xffff) position += 1;
    const lower = lowerCaseOf(codePoint);
    second = mixSecond(second, first, lower);
    first = mixFirst(first, lower);
  }
  storeHash(cut, first, second);
}

function storeHash(cut: Cut, first: number, second: number): void {
  const high = finishHigh(first, second);
  cut.high[cut.count] = high;
  cut.low[cut.count] = finishLow(second, high);
}

function storePlace(cut: Cut, start: number, end: number): void {
  cut.starts[cut.count] = start;
  cut.ends[cut.count] = end;
  cut.count += 1;
}
