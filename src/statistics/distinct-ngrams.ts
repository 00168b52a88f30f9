import { ngramClasses } from './ngram-classes.ts';

/** The n-grams of a text or a corpus for one n. */
export interface NgramCount {
  readonly distinct: number;
  readonly total: number;
}

/**
 * Counts the n-grams of one sequence, for n = 1 up to `longest`, in this order.
 * `types` are type numbers; texts that stand end to end in it have n-grams across their borders.
 * Throws a RangeError for `longest` that is not a whole number from 1.
 */
export function countNgrams(types: Uint32Array, longest: number): NgramCount[] {
  return Array.from(ngramClasses(types, longest), ({ distinct, classes }) => ({
    distinct,
    total: classes.length,
  }));
}

/**
 * Distinct-n: the share of distinct n-grams among all, from 1 / total to 1; null without an n-gram.
 * It falls with the size of a text, so only texts of equal size can be compared.
 *
 * Li, Galley, Brockett, Gao and Dolan 2016, "A diversity-promoting objective function for neural conversation models".
 */
export function distinctShare({ distinct, total }: NgramCount): number | null {
  return total === 0 ? null : distinct / total;
}

/**
 * Expectation-adjusted distinct-n: distinct n-grams divided by the number to be expected of as many draws from
 * `vocabulary` equally likely ones, V (1 - ((V - 1) / V)^C). From 0; 1 and more is as diverse as chance.
 * Words are far from equally likely, so it depends less on size than distinct-n but is not free of it, and the
 * vocabulary must be the same for all that is compared. Null without an n-gram.
 * Throws a RangeError for a vocabulary that is not a whole number from 1.
 *
 * Liu, Sabour, Zheng, Ke, Zhu and Huang 2022, "Rethinking and refining the distinct metric".
 */
export function expectationAdjustedDistinct(
  { distinct, total }: NgramCount,
  vocabulary: number,
): number | null {
  if (!(Number.isInteger(vocabulary) && vocabulary >= 1)) {
    throw new RangeError('a vocabulary has 1 type or more');
  }
  if (total === 0) return null;
  return distinct / (-vocabulary * Math.expm1(total * Math.log1p(-1 / vocabulary)));
}

/**
 * The n-gram diversity score: the sum of the distinct shares of n = 1 up to the number of `counts`, usually 4.
 * From 0 to that number; null if n-grams of any of these lengths are missing.
 *
 * Padmakumar and He 2024, "Does writing with language models reduce content diversity?".
 */
export function ngramDiversityScore(counts: readonly NgramCount[]): number | null {
  let score = 0;
  for (const count of counts) {
    const share = distinctShare(count);
    if (share === null) return null;
    score += share;
  }
  return counts.length === 0 ? null : score;
}
