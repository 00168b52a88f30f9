/*
 * The hash of a word, 64 bits as two unsigned 32-bit halves; everything is arithmetic modulo 2^32 and >>> is the
 * unsigned shift. Over the code points c of the word, in order, from first = 0x9e3779b9 and second = 0x7f4a7c15:
 *
 *   crossed = first >>> 15                      (before first changes)
 *   first   = (first ^ c) * 2654435761
 *   second  = (second ^ c ^ crossed) * 1597334677
 *
 * and at the end
 *
 *   high = (first ^ first >>> 16) * 0x85ebca6b ^ (second ^ second >>> 13) * 0xc2b2ae35;  high ^= high >>> 16
 *   low  = (second ^ second >>> 16) * 0x85ebca6b ^ (high ^ high >>> 13) * 0xc2b2ae35;    low  ^= low >>> 16
 *
 * Each step maps (first, second) one to one, and so does the end: no two words are joined by the finish.
 * The multipliers are those of cyrb53 and of MurmurHash3's finish. Saved profiles hold these hashes: never change them.
 */

const FIRST_MULTIPLIER = 2654435761;
const SECOND_MULTIPLIER = 1597334677;
const FINISH_OWN = 0x85ebca6b;
const FINISH_OTHER = 0xc2b2ae35;

export const FIRST_SEED: number = 0x9e3779b9 | 0;
export const SECOND_SEED: number = 0x7f4a7c15;

/** A 64-bit hash as two unsigned 32-bit halves. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}

/** The next `first`, from the present one and a code point. */
export function mixFirst(first: number, codePoint: number): number {
  return Math.imul(first ^ codePoint, FIRST_MULTIPLIER);
}

/** The next `second`, from the present `second`, the present (not the next) `first`, and a code point. */
export function mixSecond(second: number, first: number, codePoint: number): number {
  return Math.imul(second ^ codePoint ^ (first >>> 15), SECOND_MULTIPLIER);
}

/** The high half, from the last `first` and `second`. */
export function finishHigh(first: number, second: number): number {
  const mixed =
    Math.imul(first ^ (first >>> 16), FINISH_OWN) ^ Math.imul(second ^ (second >>> 13), FINISH_OTHER);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The low half, from the last `second` and the high half. */
export function finishLow(second: number, high: number): number {
  const mixed =
    Math.imul(second ^ (second >>> 16), FINISH_OWN) ^ Math.imul(high ^ (high >>> 13), FINISH_OTHER);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The 64-bit hash of a word over its code points as they are: give it the normal form. Defined at the head of the file. */
export function hashWord(word: string): Hash {
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  for (let position = 0; position < word.length; position += 1) {
    const codePoint = word.codePointAt(position) as number;
    if (codePoint > 0xffff) position += 1;
    second = mixSecond(second, first, codePoint);
    first = mixFirst(first, codePoint);
  }
  const high = finishHigh(first, second);
  return { high, low: finishLow(second, high) };
}
