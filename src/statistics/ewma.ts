/** The average after a value, and where it lies but for chance while nothing changed. */
export interface EwmaState {
  readonly average: number;
  readonly low: number;
  readonly high: number;
}

export interface EwmaDesign {
  /** The weight λ of the newest value, above 0 and at most 1. */
  readonly weight: number;
  /** Standard deviations of the average at which the limits lie, often written L. */
  readonly width: number;
}

/**
 * The exponentially weighted moving average of independent values with a known mean and standard deviation, from the
 * mean on, with limits that are exact at each place t: width · σ · √(λ / (2 - λ) · (1 - (1 - λ)^2t)) around the mean.
 *
 * Roberts 1959, "Control chart tests based on geometric moving averages"; Lucas and Saccucci 1990, eq. 3.
 */
export function ewma(
  values: readonly number[],
  { weight, width }: EwmaDesign,
  { mean, deviation }: { readonly mean: number; readonly deviation: number },
): readonly EwmaState[] {
  if (!(weight > 0 && weight <= 1))
    throw new RangeError('the weight of the newest value is above 0 and at most 1');
  let average = mean;
  return values.map((value, index) => {
    average += weight * (value - average);
    const reach = width * deviation * ewmaSpread(weight, index + 1);
    return { average, low: mean - reach, high: mean + reach };
  });
}

/** The standard deviation of the average of `count` values of standard deviation 1. */
function ewmaSpread(weight: number, count: number): number {
  return Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * count)));
}
