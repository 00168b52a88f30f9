import { highestType } from './type-numbers.ts';

/** The type-token ratio at which a factor closes, by McCarthy and Jarvis. */
const FACTOR_SIZE = 0.72;

/**
 * The measure of textual lexical diversity (MTLD): the mean length, in words, of the stretches over which the
 * type-token ratio stays above a threshold, as the mean of one reading forwards and one backwards.
 * Larger is more diverse. Null for a text without words. Two passes over the text.
 *
 * Reading on from the beginning of a stretch, the ratio is taken after every word, from the first on; the stretch is
 * one factor, and ends, as soon as the ratio is at or below the threshold. What is left at the end of the text counts
 * as the share (1 - ratio) / (1 - threshold) of a factor. The value of a reading is words divided by factors.
 * This is the closing rule of LexicalRichness; lexical_diversity asks for a ratio below the threshold and stretches
 * of ten words or more, which gives other values for short texts.
 *
 * A reading in which no word recurs has no factor, and its value is the number of words. Just above that, a short text
 * with one recurring word has a far larger value: texts of fewer than some hundred words should not be compared.
 *
 * `types` are the words of one text in order as type numbers: 0, 1, 2, … without large gaps.
 * Throws a RangeError for a threshold that does not lie between 0 and 1.
 *
 * McCarthy and Jarvis 2010, "MTLD, vocd-D, and HD-D: a validation study".
 */
export function textualLexicalDiversity(types: Uint32Array, threshold: number = FACTOR_SIZE): number | null {
  if (!(threshold > 0 && threshold < 1)) throw new RangeError('a threshold lies between 0 and 1');
  if (types.length === 0) return null;
  const forwards = meanFactorLength(types, threshold);
  const backwards = meanFactorLength(types.toReversed(), threshold);
  return (forwards + backwards) / 2;
}

function meanFactorLength(types: Uint32Array, threshold: number): number {
  /** The number of the stretch in which each type was seen last, 0 before the first. */
  const lastStretch = new Uint32Array(highestType(types) + 1);
  let stretch = 1;
  let words = 0;
  let distinct = 0;
  for (let index = 0; index < types.length; index += 1) {
    const type = types[index] as number;
    words += 1;
    if (lastStretch[type] !== stretch) distinct += 1;
    lastStretch[type] = stretch;
    if (distinct / words <= threshold) {
      stretch += 1;
      words = 0;
      distinct = 0;
    }
  }
  const partial = words === 0 ? 0 : (1 - distinct / words) / (1 - threshold);
  const factors = stretch - 1 + partial;
  return factors === 0 ? types.length : types.length / factors;
}
