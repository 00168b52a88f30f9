import { digamma } from './digamma.ts';
import { zhangEntropy } from './entropy.ts';
import { type FrequencySpectrum, totalTokens, typesOfFrequency } from './frequency-spectrum.ts';
import { closingShare, tokenSample } from './sample-coverage.ts';

const EULER = 0.5772156649015329;

/** Below this N · A the series is used, above it the continued fraction, where each is quick. */
const SERIES_TO = 1.5;

const MOST_STEPS = 10_000;
const PRECISION = 1e-15;

/**
 * The entropy of the source by Chao, Wang and Jost (2013), in nats: the estimator of Zhang for what the tokens tell,
 * and an estimate of the rest from the types seen once and twice,
 * V_1 / N · (1 - A)^(1 - N) (-ln A - Σ_{r<N} (1 - A)^r / r). Of the estimators here the least biased where many types
 * are unseen. From 0; null below 2 tokens.
 */
export function chaoJostEntropy(spectrum: FrequencySpectrum): number | null {
  const tokens = totalTokens(spectrum);
  const seen = zhangEntropy(spectrum);
  if (seen === null || tokens < 2) return null;
  const once = typesOfFrequency(spectrum, 1);
  return once === 0
    ? seen
    : seen + (once / tokens) * logarithmTail(closingShare(tokenSample(spectrum)), tokens);
}

/**
 * (1 - A)^(1 - N) (-ln A - Σ_{r=1}^{N-1} (1 - A)^r / r) = Σ_{j≥1} (1 - A)^j / (N - 1 + j), for A = `closing` above 0
 * to 1 and N = `tokens` from 2, with a relative error below 1e-11 and no loop over N.
 *
 * The difference as it is written keeps no digits for large N. With y = 1 - A the sum is y / N · F(1, N; N + 1; y),
 * where F is Gauss's hypergeometric function; Pfaff's transformation makes it y / (N A) · F(1, 1; N + 1; -y / A), whose
 * continued fraction has positive terms only. It is slow for small N A, where the truncated logarithm is expanded in
 * powers of A instead: Σ_{r≤M} (1 - y^r) / r = Σ_k (-1)^(k+1) C(M, k) A^k / k.
 */
export function logarithmTail(closing: number, tokens: number): number {
  const kept = 1 - closing;
  if (kept <= 0) return 0;
  if (closing * tokens > SERIES_TO) {
    return (kept / (tokens * closing)) * continuedFraction(kept / closing, tokens);
  }
  const most = tokens - 1;
  let binomial = 1;
  let expanded = 0;
  for (let power = 1; power <= MOST_STEPS; power++) {
    binomial *= (-closing * (most - power + 1)) / power;
    expanded -= binomial / power;
    if (Math.abs(binomial) < PRECISION) break;
  }
  const difference = expanded - Math.log(closing) - digamma(tokens) - EULER;
  return difference * Math.exp(-most * Math.log1p(-closing));
}

/** F(1, 1; N + 1; -w) for w above 0, by Gauss's continued fraction and Lentz's method. */
function continuedFraction(w: number, tokens: number): number {
  let fraction = 1;
  let upper = 1;
  let lower = 0;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const pair = Math.floor(step / 2);
    const divisor = (tokens + step - 1) * (tokens + step);
    const odd = step % 2 === 1;
    const term = ((odd ? (pair + 1) * (tokens + pair) : pair * (tokens + pair - 1)) / divisor) * w;
    upper = 1 + term / upper;
    lower = 1 / (1 + term * lower);
    const change = upper * lower;
    fraction *= change;
    if (Math.abs(change - 1) < PRECISION) break;
  }
  return 1 / fraction;
}
