import { digamma } from './digamma.ts';
import {
  type FrequencySpectrum,
  sumOverTypes,
  totalTokens,
  totalTypes,
  typesOfFrequency,
} from './frequency-spectrum.ts';

/**
 * The entropy of the observed shares, in nats: -Σ p ln p, too low for the source by about (V - 1) / (2 N).
 * From 0; null without tokens.
 */
export function plugInEntropy(spectrum: FrequencySpectrum): number | null {
  return meanOverTokens(spectrum, (frequency, tokens) => Math.max(0, Math.log(tokens / frequency)));
}

/** The plug-in entropy with the correction (V - 1) / (2 N) of Miller (1955), in nats. Null without tokens. */
export function millerMadowEntropy(spectrum: FrequencySpectrum): number | null {
  const entropy = plugInEntropy(spectrum);
  if (entropy === null) return null;
  return entropy + Math.max(0, totalTypes(spectrum) - 1) / (2 * totalTokens(spectrum));
}

/**
 * The entropy by Chao and Shen (2003), in nats: shares are lowered to the coverage C = 1 - V_1 / N, and each type
 * counts for those of its kind that were missed. Where every token is another type, C is taken as 1 / N, and the
 * estimate is far above ln N: then it is better not reported. Null without tokens.
 */
export function chaoShenEntropy(spectrum: FrequencySpectrum): number | null {
  const once = typesOfFrequency(spectrum, 1);
  return meanOverTokens(spectrum, (frequency, tokens) => {
    const covered = once < tokens ? 1 - once / tokens : 1 / Math.max(1, tokens);
    const share = Math.min(1, covered * (frequency / tokens));
    return (-covered * Math.log(share)) / -Math.expm1(tokens * Math.log1p(-share));
  });
}

/** The entropy by Grassberger (1988), in nats: Σ x/N (ln N - ψ(x) - (-1)^x / (x + 1)). Null without tokens. */
export function grassberger1988Entropy(spectrum: FrequencySpectrum): number | null {
  return meanOverTokens(
    spectrum,
    (frequency, tokens) => Math.log(tokens) - digamma(frequency) - parity(frequency) / (frequency + 1),
  );
}

/**
 * The entropy by Grassberger (2003), in nats: Σ x/N (ψ(N) - ψ(x) - (-1)^x ∫ t^(x-1) / (1 + t) dt), with the integral
 * from 0 to 1, which is (ψ((x + 1) / 2) - ψ(x / 2)) / 2. Null below 1 token.
 */
export function grassberger2003Entropy(spectrum: FrequencySpectrum): number | null {
  return meanOverTokens(spectrum, (frequency, tokens) => {
    const integral = (digamma((frequency + 1) / 2) - digamma(frequency / 2)) / 2;
    return digamma(tokens) - digamma(frequency) - parity(frequency) * integral;
  });
}

/**
 * The entropy by Zhang (2012), in nats: Σ x/N (ψ(N) - ψ(x)), what the tokens at hand tell without bias.
 * From 0; null without tokens.
 */
export function zhangEntropy(spectrum: FrequencySpectrum): number | null {
  return meanOverTokens(spectrum, (frequency, tokens) =>
    Math.max(0, digamma(Math.max(tokens, frequency)) - digamma(frequency)),
  );
}

function parity(frequency: number): number {
  return frequency % 2 === 0 ? 1 : -1;
}

/** The mean of a function of the frequency of a token's type. */
function meanOverTokens(
  spectrum: FrequencySpectrum,
  value: (frequency: number, tokens: number) => number,
): number | null {
  const tokens = totalTokens(spectrum);
  if (!(tokens > 0)) return null;
  return sumOverTypes(spectrum, (frequency) => (frequency / tokens) * value(frequency, tokens));
}
