import { type FrequencySpectrum, sumOverTypes, totalTokens } from './frequency-spectrum.ts';

/**
 * Yule's characteristic K: 10,000 (Σ i² V_i - N) / N² (Yule 1944), which in expectation does not depend on size.
 * From 0, where every type was seen once, to below 10,000; null without tokens.
 */
export function yuleK(spectrum: FrequencySpectrum): number | null {
  const tokens = totalTokens(spectrum);
  if (!(tokens > 0)) return null;
  return 1e4 * sumOverTypes(spectrum, (frequency) => (frequency / tokens) * ((frequency - 1) / tokens));
}
