/**
 * Sums over numbers that follow each other in documents, of which the lag-1 autocorrelation is a function.
 * Those of documents add up to those of a corpus. All are of distances from one origin, which for precision is a
 * whole number near the mean.
 */
export interface NeighbourSums {
  readonly count: number;
  readonly sum: number;
  /** Pairs of neighbours (x, y), and over them Σ (x + y), Σ (x² + y²) and Σ xy. */
  readonly pairs: number;
  readonly pairSum: number;
  readonly pairSquares: number;
  readonly products: number;
}

export const NO_NEIGHBOURS: NeighbourSums = {
  count: 0,
  sum: 0,
  pairs: 0,
  pairSum: 0,
  pairSquares: 0,
  products: 0,
};

/** The sums of one document. */
export function neighbourSums(numbers: ArrayLike<number>, origin: number): NeighbourSums {
  let [sum, pairSum, pairSquares, products] = [0, 0, 0, 0];
  for (let index = 0; index < numbers.length; index += 1) {
    const second = (numbers[index] ?? 0) - origin;
    sum += second;
    if (index === 0) continue;
    const first = (numbers[index - 1] ?? 0) - origin;
    pairSum += first + second;
    pairSquares += first * first + second * second;
    products += first * second;
  }
  return {
    count: numbers.length,
    sum,
    pairs: Math.max(0, numbers.length - 1),
    pairSum,
    pairSquares,
    products,
  };
}

/** The sums of both, or with -1 those of the first without the second, which have one origin. */
export function addNeighbourSums(a: NeighbourSums, b: NeighbourSums, sign: 1 | -1): NeighbourSums {
  return {
    count: a.count + sign * b.count,
    sum: a.sum + sign * b.sum,
    pairs: a.pairs + sign * b.pairs,
    pairSum: a.pairSum + sign * b.pairSum,
    pairSquares: a.pairSquares + sign * b.pairSquares,
    products: a.products + sign * b.products,
  };
}

/**
 * The lag-1 autocorrelation of `autocorrelation.ts`, from -1 to 1, whatever the origin.
 * Null without a pair, and where the numbers in pairs are all equal to the mean.
 */
export function autocorrelationOfSums(sums: NeighbourSums): number | null {
  const { count, sum, pairs, pairSum, pairSquares, products } = sums;
  if (pairs === 0) return null;
  const mean = sum / count;
  const shift = pairs * mean * mean - mean * pairSum;
  const squares = pairSquares / 2 + shift;
  return squares > 0 ? Math.max(-1, Math.min(1, (products + shift) / squares)) : null;
}
