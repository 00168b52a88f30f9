import { countNgrams } from './distinct-ngrams.ts';

/**
 * Rep-n: the share of the n-grams of one text that stood in it before, 1 - distinct / total.
 * From 0 to below 1; null for a text of fewer than `n` words. A corpus has the mean over its texts.
 *
 * `types` are the words of the text in order as type numbers.
 * Throws a RangeError for `n` that is not a whole number from 1.
 *
 * Welleck, Kulikov, Roller, Dinan, Cho and Weston 2019, "Neural text generation with unlikelihood training" (seq-rep-n).
 */
export function repeatedNgrams(types: Uint32Array, n: number): number | null {
  const count = countNgrams(types, n).at(-1);
  return count === undefined || count.total === 0 ? null : (count.total - count.distinct) / count.total;
}
