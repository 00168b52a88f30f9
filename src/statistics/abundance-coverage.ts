import type { FrequencySpectrum } from './frequency-spectrum.ts';

/** Types seen this often or less are rare. */
const RARE = 10;

/**
 * ACE, the abundance-based coverage estimator of the types of the source (Chao and Lee 1992; Chao, Hwang, Chen and
 * Kuo 2000): abundant + rare / C + V_1 / C · γ², with C = 1 - V_1 / N_rare and rare types those seen 10 times or less.
 * Null without types, and where all rare types were seen once, so that C is 0.
 */
export function abundanceCoverageEstimate(spectrum: FrequencySpectrum): number | null {
  const tail = { abundant: 0, rare: 0, tokens: 0, once: 0, pairs: 0 };
  for (const { frequency, types } of spectrum) {
    if (frequency > RARE) tail.abundant += types;
    else {
      tail.rare += types;
      tail.tokens += types * frequency;
      tail.pairs += types * frequency * (frequency - 1);
    }
    if (frequency === 1) tail.once += types;
  }
  const { abundant, rare, tokens, once, pairs } = tail;
  if (!(rare > 0)) return abundant > 0 ? abundant : null;
  const covered = 1 - once / tokens;
  if (!(covered > 0)) return null;
  const spread = tokens > 1 ? Math.max((rare / covered) * (pairs / (tokens * (tokens - 1))) - 1, 0) : 0;
  return abundant + rare / covered + (once / covered) * spread;
}
