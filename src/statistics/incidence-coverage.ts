import { type FrequencySpectrum, totalTokens } from './frequency-spectrum.ts';
import { coverageOfSize, extrapolatedCoverage, type Sample, sizeOfCoverage } from './sample-coverage.ts';

/** The types of a corpus by document frequency: rows tell how many types stand in so many documents. */
export interface DocumentFrequencies {
  readonly spectrum: FrequencySpectrum;
  /** All documents, also those without types: a whole number, at least the greatest document frequency. */
  readonly documents: number;
}

/**
 * The coverage with documents as sampling units, which holds where words cluster in documents: the share of all
 * incidences of types in documents of the source that belong to types seen (Chao et al. 2014, appendix; Chao and
 * Jost 2012), 1 - Q_1 / U · (T - 1) Q_1 / ((T - 1) Q_1 + 2 Q_2), with T documents, U incidences and Q_i types in i
 * documents. From 0 to 1; null below 2 documents or without types.
 * Throws a RangeError where a type stands in more documents than there are.
 */
export function incidenceCoverage(frequencies: DocumentFrequencies): number | null {
  const sample = documentSample(frequencies);
  return sample === null ? null : extrapolatedCoverage(sample, 0);
}

/**
 * The coverage that `size` documents have or would have: below those of the corpus the mean over all subsamples,
 * beyond extrapolated, to be trusted to twice as many. From 0 to 1; null below 2 documents or without types.
 * Throws a RangeError as `incidenceCoverage` and for a size that is not finite or below 0.
 */
export function incidenceCoverageAtSize(frequencies: DocumentFrequencies, size: number): number | null {
  if (!(size >= 0 && size < Number.POSITIVE_INFINITY))
    throw new RangeError(`a size is a finite number from 0, not ${size}`);
  const sample = documentSample(frequencies);
  return sample === null ? null : coverageOfSize(sample, size);
}

/**
 * The documents, whole or not, at which the coverage is `target`.
 * Null below 2 documents, without types and where no number of documents reaches the target.
 * Throws a RangeError as `incidenceCoverage` and for a target outside 0 to 1.
 */
export function documentsAtCoverage(frequencies: DocumentFrequencies, target: number): number | null {
  const sample = documentSample(frequencies);
  return sample === null ? null : sizeOfCoverage(sample, target);
}

function documentSample({ spectrum, documents }: DocumentFrequencies): Sample | null {
  const most = spectrum.at(-1)?.frequency ?? 0;
  if (most > documents) throw new RangeError(`a type stands in ${most} of ${documents} documents`);
  const incidences = totalTokens(spectrum);
  return documents < 2 || !(incidences > 0) ? null : { spectrum, units: documents, incidences };
}
