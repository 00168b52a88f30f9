/** Share of a frame's pairs of neighbours below which a document is no candidate for it. */
export const PAIR_SHARE = 0.3;

/** Share of a frame's words that a document must have in their order, and how many more than in reversed order. */
const FEWEST_SHARE = 0.6;
const EXCESS_SHARE = 0.4;
const LEAST_EXCESS = 3;

/**
 * Whether a document has a frame of so many words: most of them in their order, and not nearly as many in reversed
 * order, which is what chance gives.
 */
export function hasFrame(
  frameWords: number,
  { common, reversed }: { readonly common: number; readonly reversed: () => number },
): boolean {
  if (common < FEWEST_SHARE * frameWords) return false;
  return common - reversed() >= Math.max(LEAST_EXCESS, EXCESS_SHARE * frameWords);
}
