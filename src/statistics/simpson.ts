import { type FrequencySpectrum, sumOverTypes, totalTokens } from './frequency-spectrum.ts';

/**
 * The chance that two tokens of the source are of one type, without bias: Σ x (x - 1) / (N (N - 1)) (Simpson 1949).
 * From 0 to 1; null below 2 tokens.
 */
export function simpsonConcentration(spectrum: FrequencySpectrum): number | null {
  const tokens = totalTokens(spectrum);
  if (tokens < 2) return null;
  const share = sumOverTypes(
    spectrum,
    (frequency) => (frequency / tokens) * ((frequency - 1) / (tokens - 1)),
  );
  return Math.min(1, share);
}

/**
 * The chance that two tokens of the source are of different types: 1 less Simpson's concentration, the minimum
 * variance unbiased estimator. From 0 to 1; null below 2 tokens.
 */
export function giniSimpson(spectrum: FrequencySpectrum): number | null {
  const concentration = simpsonConcentration(spectrum);
  return concentration === null ? null : 1 - concentration;
}

/**
 * The number of equally frequent types that would have the same concentration: N (N - 1) / Σ x (x - 1), the Hill
 * number of order 2 of the source (Chao and Jost 2015). From 1; null where no type was seen twice.
 */
export function inverseSimpson(spectrum: FrequencySpectrum): number | null {
  const concentration = simpsonConcentration(spectrum);
  return concentration === null || concentration === 0 ? null : 1 / concentration;
}
