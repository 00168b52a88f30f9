import { COMPOSES } from './break-classes.ts';
import { compositionTable, lowerCaseOf } from './unicode-tables.ts';

/**
 * Longer words and longer runs of marks are left uncomposed, since the runtime's `normalize` takes quadratic time
 * on disordered marks: 100,000 of them take seconds.
 */
export const LONGEST_COMPOSED = 256;

/** The normal form of a word: simple lower case by the table of Unicode 15.0, then NFC if it has at most 256 units. */
export function normalForm(word: string): string {
  const lowered = lowerCase(word);
  return lowered.length > LONGEST_COMPOSED || isComposed(lowered) ? lowered : lowered.normalize('NFC');
}

/** Simple lower case, character by character, by the table of Unicode 15.0: no special casing, no locale. */
export function lowerCase(word: string): string {
  let lowered = '';
  let copied = 0;
  for (let position = 0; position < word.length; ) {
    const codePoint = word.codePointAt(position) as number;
    const end = position + (codePoint > 0xffff ? 2 : 1);
    const lower = lowerCaseOf(codePoint);
    if (lower !== codePoint) {
      lowered += word.slice(copied, position) + String.fromCodePoint(lower);
      copied = end;
    }
    position = end;
  }
  return copied === 0 ? word : lowered + word.slice(copied);
}

/**
 * Whether a text is surely in NFC by the quick check of UAX #15, with the tables of Unicode 15.0.
 * False means that only composing it can tell.
 */
export function isComposed(text: string): boolean {
  const table = compositionTable();
  let previous = 0;
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    if (unit < 0x300) {
      previous = 0;
      continue;
    }
    const codePoint = text.codePointAt(position) as number;
    if (codePoint > 0xffff) position += 1;
    const combining = table[codePoint] as number;
    if (combining === COMPOSES || (combining !== 0 && combining < previous)) return false;
    previous = combining;
  }
  return true;
}
