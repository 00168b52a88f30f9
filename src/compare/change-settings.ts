/**
 * The constants of the comparison of two versions; `docs/comparison.md` says what they were set on. They were chosen on
 * pairs, mixtures and chains of generated text and on random halves of human corpora.
 */
export const CHANGE = {
  /** Points of `narrowing` below which a change is no change, however sure it is. */
  smallestPoints: 2,
  /** Points of the homogeneity scale that a tail e times smaller than expected is worth: half of it is worth 35. */
  tailPoints: 50,
  /** The greatest adjusted chance at which the difference of one figure counts. */
  level: 0.05,
  /**
   * What replaced documents add: points × share ^ `exponent`, the middle of five pairs of human and generated texts of
   * which 30 %, 50 % and all were replaced, with the least and the most of them.
   */
  replaced: { points: 24, least: 14, most: 55, exponent: 1.4 },
  /** The chance with which the smallest share is to be found. */
  power: 0.8,
} as const;
