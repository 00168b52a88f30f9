/** Numbers, each with the weight it has: two arrays of the same length. */
export interface WeightedSample {
  readonly values: ArrayLike<number>;
  /** Not below 0; they need not add up to 1. */
  readonly weights: ArrayLike<number>;
}

/** Differences and sums of numbers up to here are finite. */
const LARGEST = 1e150;

interface Point {
  readonly value: number;
  /** Its share of the first sample, less its share of the second. */
  readonly difference: number;
}

/**
 * The Wasserstein-1 distance of two weighted samples, also called the earth mover's distance: how far weight must be
 * moved, on average, to make one distribution of the other. It is the area between the two distribution functions,
 * in the unit of the values, from 0. Null if a sample has no weight. The values may stand in any order.
 * Throws a RangeError for values and weights beyond 1e150, negative weights, and arrays of different lengths.
 *
 * Vallender 1974, "Calculation of the Wasserstein distance between probability distributions on the line".
 */
export function wasserstein(first: WeightedSample, second: WeightedSample): number | null {
  const firstWeight = totalWeight(first);
  const secondWeight = totalWeight(second);
  if (firstWeight === 0 || secondWeight === 0) return null;
  const points = [...pointsOf(first, 1 / firstWeight), ...pointsOf(second, -1 / secondWeight)];
  points.sort((a, b) => a.value - b.value);
  let distance = 0;
  let difference = 0;
  let previous = points[0]?.value ?? 0;
  for (const point of points) {
    distance += Math.abs(difference) * (point.value - previous);
    difference += point.difference;
    previous = point.value;
  }
  return distance;
}

function totalWeight({ values, weights }: WeightedSample): number {
  if (values.length !== weights.length) throw new RangeError('every value has one weight');
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    const weight = weights[index] ?? 0;
    if (!(Math.abs(values[index] ?? 0) <= LARGEST && weight >= 0 && weight <= LARGEST)) {
      throw new RangeError('values and weights are at most 1e150, and no weight is below 0');
    }
    sum += weight;
  }
  return sum;
}

function pointsOf({ values, weights }: WeightedSample, factor: number): Point[] {
  return Array.from(values, (value, index) => ({ value, difference: (weights[index] ?? 0) * factor }));
}
