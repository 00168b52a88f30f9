import { highestType } from './type-numbers.ts';

/**
 * The moving-average type-token ratio: the mean, over all windows of `window` successive words, of the number of
 * types in a window divided by its length. From 1 / `window` to 1, whatever the length of the text.
 * Null for a text shorter than the window. One pass over the text.
 *
 * `types` are the words of one text in order as type numbers: 0, 1, 2, … without large gaps.
 * Throws a RangeError for a window that is not a whole number from 1.
 *
 * Covington and McFall 2010, "Cutting the Gordian knot: the moving-average type-token ratio (MATTR)".
 */
export function movingAverageTtr(types: Uint32Array, window: number): number | null {
  if (!(Number.isInteger(window) && window >= 1)) throw new RangeError('a window has 1 word or more');
  if (types.length < window) return null;
  const counts = new Uint32Array(highestType(types) + 1);
  let distinct = 0;
  let sum = 0;
  for (let index = 0; index < types.length; index += 1) {
    const entering = types[index] as number;
    if (counts[entering] === 0) distinct += 1;
    counts[entering] = (counts[entering] as number) + 1;
    if (index >= window) {
      const leaving = types[index - window] as number;
      counts[leaving] = (counts[leaving] as number) - 1;
      if (counts[leaving] === 0) distinct -= 1;
    }
    if (index >= window - 1) sum += distinct;
  }
  return sum / (window * (types.length - window + 1));
}
