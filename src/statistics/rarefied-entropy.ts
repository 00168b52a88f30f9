import { plugInEntropy } from './entropy.ts';
import { type FrequencySpectrum, sumOverTypes, totalTokens } from './frequency-spectrum.ts';
import { expectedDeviance } from './hypergeometric.ts';

/**
 * The entropy -Σ k/m ln(k/m) that `size` tokens drawn from the corpus have in the mean (Chao et al. 2014, appendix), in
 * nats. A whole number of tokens from 1 to N; null without tokens.
 *
 * As the mean of k is m x/N, it is the entropy of the whole less 1/m times the sum over types of the expected
 * deviance of k. So no sum over m is needed, all terms have one sign, and the relative error is below 1e-9.
 */
export function rarefiedEntropy(spectrum: FrequencySpectrum, size: number): number | null {
  const entropy = plugInEntropy(spectrum);
  if (entropy === null) return null;
  const population = Math.max(size, Math.round(totalTokens(spectrum)));
  const lost = sumOverTypes(spectrum, (frequency) =>
    expectedDeviance({ population, marked: Math.min(population, frequency), drawn: size }),
  );
  return Math.max(0, entropy - lost / size);
}

/** From here on the series is used. */
const FAR = 20;

/**
 * By how much the last token raises the entropy: that of N tokens less the mean of N - 1 of them, in nats.
 * From 0; null below 2 tokens.
 *
 * With e(x) = 1 + (x - 1) ln(1 - 1/x) it is (Σ x/N e(x) - e(N)) / (N - 1), which keeps its digits for any N.
 */
export function lastTokenEntropy(spectrum: FrequencySpectrum): number | null {
  const tokens = totalTokens(spectrum);
  if (tokens < 2) return null;
  const mean = sumOverTypes(spectrum, (frequency) => (frequency / tokens) * withoutOne(frequency));
  return Math.max(0, (mean - withoutOne(tokens)) / (tokens - 1));
}

/** 1 + (x - 1) ln(1 - 1/x) = Σ_k 1 / (k (k + 1) x^k), for x from 1. */
function withoutOne(x: number): number {
  if (x === 1) return 1;
  if (x < FAR) return 1 + (x - 1) * Math.log1p(-1 / x);
  let sum = 0;
  for (let power = 12; power >= 1; power--) sum = (sum + 1 / (power * (power + 1))) / x;
  return sum;
}
