import { type FrequencySpectrum, totalTokens, typesOfFrequency } from './frequency-spectrum.ts';
import { coverageOfSize, extrapolatedCoverage, sizeOfCoverage, tokenSample } from './sample-coverage.ts';

/** The estimators of Chao and Jost need this many tokens. */
const FEWEST_TOKENS = 2;

/**
 * The share of all tokens of the source whose types were seen, by Good and Turing: 1 - V_1 / N (Good 1953).
 * From 0 to 1; null without tokens.
 */
export function goodTuringCoverage(spectrum: FrequencySpectrum): number | null {
  const tokens = totalTokens(spectrum);
  return tokens > 0 ? Math.max(0, 1 - typesOfFrequency(spectrum, 1) / tokens) : null;
}

/**
 * The share of all tokens of the source whose types were seen (Chao and Jost 2012, equation 4a), less biased than
 * that of Good and Turing. From 0 to 1; null below 2 tokens.
 */
export function coverage(spectrum: FrequencySpectrum): number | null {
  const sample = tokenSample(spectrum);
  return sample.units < FEWEST_TOKENS ? null : extrapolatedCoverage(sample, 0);
}

/**
 * The coverage that `size` tokens have or would have: for sizes below that of the corpus the mean over all
 * subsamples (Chao and Jost 2012, equation 4b), on a straight line between whole sizes; above it extrapolated
 * (equation 12), which is to be trusted to twice the size of the corpus.
 * From 0 to 1; null below 2 tokens. Throws a RangeError for a size that is not finite or below 0.
 */
export function coverageAtSize(spectrum: FrequencySpectrum, size: number): number | null {
  if (!(size >= 0 && size < Number.POSITIVE_INFINITY))
    throw new RangeError(`a size is a finite number from 0, not ${size}`);
  const sample = tokenSample(spectrum);
  return sample.units < FEWEST_TOKENS ? null : coverageOfSize(sample, size);
}

/**
 * The tokens, whole or not, at which the coverage is `target`: the inverse of `coverageAtSize`.
 * Null below 2 tokens, and where no size reaches the target (1, if some type was seen once only).
 * Throws a RangeError for a target outside 0 to 1.
 */
export function sizeAtCoverage(spectrum: FrequencySpectrum, target: number): number | null {
  const sample = tokenSample(spectrum);
  return sample.units < FEWEST_TOKENS ? null : sizeOfCoverage(sample, target);
}
