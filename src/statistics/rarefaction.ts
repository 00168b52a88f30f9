import { type FrequencySpectrum, totalTokens, totalTypes, typesOfFrequency } from './frequency-spectrum.ts';
import { absenceProbability } from './hypergeometric.ts';
import { chao1 } from './richness.ts';
import { sizeOfCoverage, tokenSample } from './sample-coverage.ts';

/**
 * The types that `size` tokens have or would have: for sizes below that of the corpus the mean over all subsamples,
 * V - Σ C(N - x, m) / C(N, m) (Hurlbert 1971), on a straight line between whole sizes; above it extrapolated towards
 * Chao1 (Shen, Chao and Lin 2003; Colwell et al. 2012, equation 9), to be trusted to twice the size of the corpus.
 * From 0; the types of the corpus at its own size. Null without tokens.
 * Throws a RangeError for a size that is not finite or below 0.
 */
export function richnessAtSize(spectrum: FrequencySpectrum, size: number): number | null {
  if (!(size >= 0 && size < Number.POSITIVE_INFINITY))
    throw new RangeError(`a size is a finite number from 0, not ${size}`);
  const { units } = tokenSample(spectrum);
  if (!(totalTypes(spectrum) > 0)) return null;
  if (size >= units) return extrapolatedRichness(spectrum, size - units);
  const below = Math.floor(size);
  const low = rarefiedRichness(spectrum, units, below);
  if (below === size) return low;
  return low + (size - below) * (rarefiedRichness(spectrum, units, below + 1) - low);
}

/**
 * The types at the size at which the coverage is `target` (Chao and Jost 2012), so that corpora are compared where
 * their samples are equally complete. Null below 2 tokens, and where no size reaches the target.
 * Throws a RangeError for a target outside 0 to 1.
 */
export function richnessAtCoverage(spectrum: FrequencySpectrum, target: number): number | null {
  const sample = tokenSample(spectrum);
  const size = sample.units < 2 ? null : sizeOfCoverage(sample, target);
  return size === null ? null : richnessAtSize(spectrum, size);
}

function rarefiedRichness(spectrum: FrequencySpectrum, population: number, drawn: number): number {
  let types = 0;
  for (const row of spectrum) {
    const marked = Math.min(population, row.frequency);
    types += row.types * (1 - absenceProbability({ population, marked, drawn }));
  }
  return types;
}

function extrapolatedRichness(spectrum: FrequencySpectrum, more: number): number {
  const seen = totalTypes(spectrum);
  const unseen = (chao1(spectrum)?.value ?? seen) - seen;
  if (!(unseen > 0)) return seen;
  const once = typesOfFrequency(spectrum, 1);
  const found = once / (totalTokens(spectrum) * unseen + once);
  return seen - unseen * Math.expm1(more * Math.log1p(-found));
}
