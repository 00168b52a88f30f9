import { wordFlags } from './break-classes.ts';
import { compositionRuns } from './tables/composition.ts';
import { lowerCaseRuns } from './tables/lower-case.ts';
import { sentenceRuns } from './tables/sentence.ts';
import { whiteSpaceRuns } from './tables/white-space.ts';
import { wordRuns } from './tables/word.ts';

const CODE_POINTS = 0x110000;

/** Highest code point with a lower case mapping is U+1E921; the table ends after its block. */
const CASED_CODE_POINTS = 0x1e960;

function decodeRuns<Table extends Uint8Array | Int32Array>(runs: string, table: Table): Table {
  let position = 0;
  let cursor = 0;
  const readNumber = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = runs.charCodeAt(cursor) - 40;
      cursor += 1;
      value += (digit & 31) * 2 ** shift;
      if (digit < 32) return value;
    }
  };
  while (cursor < runs.length) {
    const end = position + readNumber();
    const folded = readNumber();
    if (folded !== 0) table.fill(folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2, position, end);
    position = end;
  }
  return table;
}

/** Decoding takes about a millisecond, so that a table costs nothing until it is used. */
function onFirstUse<Table>(decode: () => Table): () => Table {
  let table: Table | undefined;
  return () => {
    table ??= decode();
    return table;
  };
}

/**
 * Word_Break and the flags of `break-classes.ts`, by code point. Surrogate code points have a value of their own.
 * Untouched pages of these flat tables take no memory.
 */
export const wordTable: () => Uint8Array = onFirstUse(() =>
  decodeRuns(wordRuns, new Uint8Array(CODE_POINTS)),
);

/** Sentence_Break by code point. */
export const sentenceTable: () => Uint8Array = onFirstUse(() =>
  decodeRuns(sentenceRuns, new Uint8Array(CODE_POINTS)),
);

/** Combining class by code point, or `COMPOSES`. */
export const compositionTable: () => Uint8Array = onFirstUse(() =>
  decodeRuns(compositionRuns, new Uint8Array(CODE_POINTS)),
);

/** What to add to a code point to get its simple lower case; shorter than the code space. */
export const lowerCaseShifts: () => Int32Array = onFirstUse(() =>
  decodeRuns(lowerCaseRuns, new Int32Array(CASED_CODE_POINTS)),
);

/** 1 for White_Space, by UTF-16 code unit: all of it lies in the Basic Multilingual Plane. */
export const whiteSpaceTable: () => Uint8Array = onFirstUse(() =>
  decodeRuns(whiteSpaceRuns, new Uint8Array(0x10000)),
);

/** The simple lower case of a code point (UnicodeData field 13), whatever the runtime's Unicode version. */
export function lowerCaseOf(codePoint: number): number {
  return codePoint < CASED_CODE_POINTS ? codePoint + (lowerCaseShifts()[codePoint] as number) : codePoint;
}

/** Whether a code point is a letter or digit (General_Category L* or N*; marks are not). */
export function isWordlike(codePoint: number): boolean {
  return ((wordTable()[codePoint] as number) & wordFlags.wordlike) !== 0;
}
