import { type FrequencySpectrum, totalTokens, totalTypes } from './frequency-spectrum.ts';

/**
 * Maas's a², with natural logarithms: (ln N - ln V) / (ln N)² (Maas 1972). With logarithms to base 10 it is ln 10
 * times as much, so the base belongs in every report of it. From 0, where every type was seen once; a poor
 * vocabulary gives more. Null where there are not at least 2 tokens and 1 type.
 */
export function maas(spectrum: FrequencySpectrum): number | null {
  const tokens = totalTokens(spectrum);
  const types = totalTypes(spectrum);
  if (tokens < 2 || types < 1) return null;
  return Math.max(0, Math.log(tokens / types)) / Math.log(tokens) ** 2;
}
