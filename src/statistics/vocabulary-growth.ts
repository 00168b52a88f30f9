import type { CorpusSpectrum } from './closed-spectrum.ts';
import { absenceProbability } from './hypergeometric.ts';

const FIRST = 1000;
const STEPS_IN_A_DECADE = 2;

/** Log-spaced sizes, 1,000, 3,162, 10,000 and so on, up to so many tokens. */
export function growthSizes(tokens: number): readonly number[] {
  const sizes: number[] = [];
  for (let step = 0; ; step++) {
    const size = Math.round(FIRST * 10 ** (step / STEPS_IN_A_DECADE));
    if (!(size <= tokens)) return sizes;
    sizes.push(size);
  }
}

/**
 * The types to be expected among `size` tokens drawn from a corpus without putting back (Hurlbert 1971). Each type adds
 * its own chance to be drawn, so that a sample of types will do. Null for more tokens than there are.
 */
export function rarefiedTypes({ spectrum, tokens }: CorpusSpectrum, size: number): number | null {
  if (size > tokens) return null;
  let types = 0;
  for (const row of spectrum) {
    const marked = Math.min(tokens, row.frequency);
    types += row.types * (1 - absenceProbability({ population: tokens, marked, drawn: size }));
  }
  return types;
}
