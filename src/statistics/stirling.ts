/** Coefficients of 1/z, 1/z³, ... in Stirling's series for ln Γ. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680];

/** Below this, `stirlingError` loses digits. */
export const STIRLING_FROM = 32;

/**
 * What Stirling's formula lacks: ln z! - (z + 1/2) ln z + z - ln √(2π), for z from 32.
 * Abramowitz and Stegun 6.1.41; the error of the series is below 1e-16 there.
 */
export function stirlingError(z: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = SERIES;
  const square = z * z;
  return (first + (second + (third + fourth / square) / square) / square) / z;
}

/** Where the logarithm would cancel. */
const NEAR = 0.1;

/**
 * The deviance of a count `mean + difference` from a Poisson mean above 0: k ln(k / mean) - (k - mean), which is 0
 * for the mean itself, `mean` for the count 0 and positive elsewhere, without the loss of digits near the mean.
 * After Loader (2000), "Fast and accurate computation of binomial probabilities".
 */
export function poissonDeviance(difference: number, mean: number): number {
  const share = difference / mean;
  if (Math.abs(share) >= NEAR) return share <= -1 ? mean : mean * ((1 + share) * Math.log1p(share) - share);
  const half = share / (2 + share);
  const square = half * half;
  let series = 0;
  for (let odd = 15; odd >= 3; odd -= 2) series = 1 / odd + series * square;
  return mean * half * (share + 2 * (1 + share) * square * series);
}
