/** The sample size of McCarthy and Jarvis: the middle of vocd-D's 35 to 50 words. */
const HD_D_DRAWS = 42;

/**
 * HD-D: the type-token ratio to be expected of `draws` words drawn from a text without putting any back, which is
 * the sum over types of the chance that the type is drawn at all, divided by `draws`. From 1 / `draws` to 1,
 * and unlike a plain ratio it does not fall as texts grow. Null for a text of fewer than `draws` words.
 *
 * `counts` says how often each type occurs in the text, in any order; zeros are types that do not occur.
 * Throws a RangeError for `draws` that is not a whole number from 1.
 *
 * McCarthy and Jarvis 2007, "vocd: a theoretical and empirical evaluation"; the chance is hypergeometric,
 * 1 - C(N - x, draws) / C(N, draws) for a type that occurs x times among N words.
 */
export function hypergeometricDiversity(
  counts: ArrayLike<number>,
  draws: number = HD_D_DRAWS,
): number | null {
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError('1 word or more is drawn');
  const typesWithCount = new Map<number, number>();
  let words = 0;
  for (let type = 0; type < counts.length; type += 1) {
    const count = counts[type] ?? 0;
    words += count;
    typesWithCount.set(count, (typesWithCount.get(count) ?? 0) + 1);
  }
  if (words < draws) return null;
  let expected = 0;
  for (const [count, types] of typesWithCount) expected += types * (1 - chanceOfAbsence(count, words, draws));
  return expected / draws;
}

/** C(words - count, draws) / C(words, draws), as a product of `draws` factors, none of which is above 1. */
function chanceOfAbsence(count: number, words: number, draws: number): number {
  if (words - count < draws) return 0;
  let chance = 1;
  for (let drawn = 0; drawn < draws; drawn += 1) chance *= (words - count - drawn) / (words - drawn);
  return chance;
}
