/**
 * The Jensen-Shannon divergence of two discrete distributions in bits: H((p + q) / 2) - (H(p) + H(q)) / 2, base 2.
 * From 0, equal, to 1, nothing in common. Its square root is the Jensen-Shannon distance, which this is not.
 * Null if either has no weight.
 *
 * `first` and `second` hold the weights of the same events in the same order; they need not add up to 1.
 * Throws a RangeError for arrays of different lengths and for weights that are negative or not finite.
 *
 * Lin 1991, "Divergence measures based on the Shannon entropy".
 */
export function jensenShannon(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  if (first.length !== second.length) throw new RangeError('both distributions are over the same events');
  const firstSum = totalWeight(first);
  const secondSum = totalWeight(second);
  if (firstSum === 0 || secondSum === 0) return null;
  let divergence = 0;
  for (let event = 0; event < first.length; event += 1) {
    const p = (first[event] ?? 0) / firstSum;
    const q = (second[event] ?? 0) / secondSum;
    divergence += (surprise(p, q) + surprise(q, p)) / 2;
  }
  return Math.max(0, Math.min(1, divergence));
}

/** What an event of probability `own` adds to the divergence of its distribution from the mean of both. */
function surprise(own: number, other: number): number {
  return own === 0 ? 0 : own * Math.log2((2 * own) / (own + other));
}

function totalWeight(weights: ArrayLike<number>): number {
  let sum = 0;
  for (let event = 0; event < weights.length; event += 1) {
    const weight = weights[event] ?? 0;
    if (!(Number.isFinite(weight) && weight >= 0)) throw new RangeError('weights are finite and not below 0');
    sum += weight;
  }
  return sum;
}
