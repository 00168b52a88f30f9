import { chaoJostEntropy } from './chao-jost-entropy.ts';
import { plugInEntropy } from './entropy.ts';
import type { FrequencySpectrum } from './frequency-spectrum.ts';
import { richnessAtSize } from './rarefaction.ts';
import { lastTokenEntropy, rarefiedEntropy } from './rarefied-entropy.ts';
import { sizeOfCoverage, tokenSample } from './sample-coverage.ts';
import { simpsonConcentration } from './simpson.ts';

/** Effective numbers of types: so many equally frequent types would be as diverse. In this order, none increases. */
export interface HillNumbers {
  /** The tokens at which they hold, whole or not. */
  readonly size: number;
  /** Order 0: types. */
  readonly richness: number;
  /** Order 1: the exponential of the entropy. */
  readonly shannon: number;
  /** Order 2: the inverse of the concentration. */
  readonly simpson: number;
}

/**
 * The Hill numbers of order 0, 1 and 2 that `size` tokens have or would have (Chao et al. 2014). Below the size of the
 * corpus from the expected spectrum of subsamples, on a straight line between whole sizes. Above it, richness tends
 * to Chao1 and the exponential of the entropy to that of Chao and Jost, each token closing the same share of the
 * distance (Chao and Jost 2015; iNEXT 3), while order 2 is without bias at any size; to be trusted to twice the size.
 * Where the estimates of a corpus that is almost all singletons cross, the lower orders are cut to the higher ones.
 * From 1 for sizes from 1; null below 2 tokens. Throws a RangeError for a size that is not finite or below 0.
 */
export function hillNumbersAtSize(spectrum: FrequencySpectrum, size: number): HillNumbers | null {
  if (!(size >= 0 && size < Number.POSITIVE_INFINITY))
    throw new RangeError(`a size is a finite number from 0, not ${size}`);
  const { units } = tokenSample(spectrum);
  if (units < 2) return null;
  if (size >= units || Number.isInteger(size)) return hillNumbers(spectrum, size);
  const below = Math.floor(size);
  const low = hillNumbers(spectrum, below);
  const high = hillNumbers(spectrum, below + 1);
  const between = (one: number, other: number): number => one + (size - below) * (other - one);
  return {
    size,
    richness: between(low.richness, high.richness),
    shannon: between(low.shannon, high.shannon),
    simpson: between(low.simpson, high.simpson),
  };
}

/**
 * The Hill numbers at the size at which the coverage is `target`, for the comparison of equally complete samples.
 * Null below 2 tokens, and where no size reaches the target. Throws a RangeError for a target outside 0 to 1.
 */
export function hillNumbersAtCoverage(spectrum: FrequencySpectrum, target: number): HillNumbers | null {
  const sample = tokenSample(spectrum);
  const size = sample.units < 2 ? null : sizeOfCoverage(sample, target);
  return size === null ? null : hillNumbersAtSize(spectrum, size);
}

/** At a whole size, or any beyond the reference. */
function hillNumbers(spectrum: FrequencySpectrum, size: number): HillNumbers {
  if (size === 0) return { size, richness: 0, shannon: 0, simpson: 0 };
  const richness = Math.max(1, richnessAtSize(spectrum, size) ?? 1);
  const concentration = simpsonConcentration(spectrum) ?? 1;
  const simpson = Math.min(richness, Math.max(1, size / (1 + (size - 1) * concentration)));
  const shannon = Math.min(richness, Math.max(simpson, shannonNumber(spectrum, size)));
  return { size, richness, shannon, simpson };
}

function shannonNumber(spectrum: FrequencySpectrum, size: number): number {
  const { units } = tokenSample(spectrum);
  if (size < units) return Math.exp(rarefiedEntropy(spectrum, size) ?? 0);
  const reference = Math.exp(plugInEntropy(spectrum) ?? 0);
  const rest = Math.exp(chaoJostEntropy(spectrum) ?? 0) - reference;
  const last = -reference * Math.expm1(-(lastTokenEntropy(spectrum) ?? 0));
  if (!(rest > 0)) return reference;
  return reference - rest * Math.expm1((size - units) * Math.log1p(-last / (rest + last)));
}
