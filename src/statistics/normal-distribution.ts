const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
/** Up to here the series is used, beyond it the continued fraction. */
const SERIES_UNTIL = 3;
const MOST_TERMS = 200;
const FRACTION_TERMS = 80;
const NEWTON_STEPS = 60;

/** The density of the standard normal distribution at `z`. */
export function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2) / ROOT_OF_TWO_PI;
}

/** The chance that a standard normal value lies below `z`, to about 15 digits; exact ends at ±∞. */
export function normalBelow(z: number): number {
  return z > 0 ? 1 - normalBeyond(z) : normalBeyond(-z);
}

/**
 * The chance that a standard normal value lies above `z`, with about 14 significant digits also far out: by the series
 * of Abramowitz and Stegun 26.2.11 near the middle, by the continued fraction 26.2.14 in the tail.
 */
export function normalBeyond(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z is a number');
  if (z < 0) return 1 - normalBeyond(-z);
  return z < SERIES_UNTIL ? 0.5 - normalDensity(z) * middleSeries(z) : normalDensity(z) * tailFraction(z);
}

function middleSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 1; k < MOST_TERMS && term > Number.EPSILON * sum; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return sum;
}

function tailFraction(z: number): number {
  if (z === Number.POSITIVE_INFINITY) return 0;
  let below = z;
  for (let k = FRACTION_TERMS; k >= 1; k--) below = z + k / below;
  return 1 / below;
}

/**
 * The standard normal value that is exceeded with this chance, from 0 to 1 without its ends. Newton's method on the
 * logarithm of the chance from the right, where it cannot overshoot because that logarithm is concave.
 */
export function normalExceededWith(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability lies between 0 and 1');
  if (probability > 0.5) return -normalExceededWith(1 - probability);
  let z = Math.sqrt(-2 * Math.log(2 * probability));
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const beyond = normalBeyond(z);
    const next = z + (Math.log(beyond / probability) * beyond) / normalDensity(z);
    if (Math.abs(next - z) < 1e-14 * Math.max(1, z)) return next;
    z = next;
  }
  return z;
}
