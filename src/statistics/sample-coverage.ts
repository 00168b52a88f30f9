import { type FrequencySpectrum, totalTokens, typesOfFrequency } from './frequency-spectrum.ts';
import { absenceProbability } from './hypergeometric.ts';

/**
 * What coverage is estimated from, whether tokens were sampled or documents.
 * With tokens, `units` and `incidences` are both the tokens; with documents, `units` are the documents and
 * `incidences` the sum of the document frequencies.
 */
export interface Sample {
  readonly spectrum: FrequencySpectrum;
  /** A whole number of units that were sampled. */
  readonly units: number;
  readonly incidences: number;
}

/** The sample whose units are tokens. A total that is not whole, in a scaled spectrum, is rounded. */
export function tokenSample(spectrum: FrequencySpectrum): Sample {
  const incidences = totalTokens(spectrum);
  return { spectrum, units: Math.round(incidences), incidences };
}

/**
 * The share by which each further unit lowers the unseen mass: 1 - A of Chao and Jost (2012), from 0 to 1.
 * Where no type was seen twice, A is taken of what is expected then.
 */
export function closingShare({ spectrum, units }: Sample): number {
  const once = typesOfFrequency(spectrum, 1);
  const twice = typesOfFrequency(spectrum, 2);
  if (once > 0 && twice > 0) return (2 * twice) / ((units - 1) * once + 2 * twice);
  return 2 / ((units - 1) * Math.max(0, once - 1) + 2);
}

/** The coverage of a sample enlarged by `more` units: Chao and Jost (2012), equations 4a and 12. */
export function extrapolatedCoverage(sample: Sample, more: number): number {
  const once = typesOfFrequency(sample.spectrum, 1);
  if (once === 0) return 1;
  return 1 - (once / sample.incidences) * Math.exp((more + 1) * Math.log1p(-closingShare(sample)));
}

/** The expected coverage of `size` of the units, a whole number below all of them: Chao and Jost (2012), 4b. */
function interpolatedCoverage({ spectrum, units, incidences }: Sample, size: number): number {
  let unseen = 0;
  for (const { frequency, types } of spectrum) {
    const marked = frequency - 1;
    if (marked + size >= units) break;
    unseen += types * frequency * absenceProbability({ population: units - 1, marked, drawn: size });
  }
  return Math.max(0, 1 - unseen / incidences);
}

/** The coverage at a size from 0, on a straight line between whole sizes below the reference. */
export function coverageOfSize(sample: Sample, size: number): number {
  if (size >= sample.units) return extrapolatedCoverage(sample, size - sample.units);
  const below = Math.floor(size);
  const low = interpolatedCoverage(sample, below);
  if (below === size) return low;
  return low + (size - below) * (coverageOfSize(sample, below + 1) - low);
}

/**
 * The size at which the coverage is `target`, from 0 to 1: the inverse of `coverageOfSize`.
 * Null where no finite size reaches it.
 */
export function sizeOfCoverage(sample: Sample, target: number): number | null {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`a coverage lies between 0 and 1, not ${target}`);
  const reached = extrapolatedCoverage(sample, 0);
  if (target > reached) {
    const once = typesOfFrequency(sample.spectrum, 1);
    const steps = Math.log(((1 - target) * sample.incidences) / once) / Math.log1p(-closingShare(sample));
    return Number.isFinite(steps) ? sample.units + Math.max(0, steps - 1) : null;
  }
  let low = 0;
  let high = sample.units;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (coverageOfSize(sample, middle) < target) low = middle;
    else high = middle;
  }
  const start = coverageOfSize(sample, low);
  const rise = coverageOfSize(sample, high) - start;
  return rise > 0 ? low + Math.min(1, Math.max(0, (target - start) / rise)) : low;
}
