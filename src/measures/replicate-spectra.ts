import type { CorpusSpectrum } from '../statistics/closed-spectrum.ts';
import type { FrequencySpectrum } from '../statistics/frequency-spectrum.ts';
import { spectraWithoutBlocks, spectraWithoutGroups, spectrumOfCounts } from './grouped-counts.ts';
import type { Replicated } from './measure.ts';
import type { TypeSample } from './type-sample.ts';
import { BLOCKS } from './type-sample.ts';

/** The spectrum of a corpus, and what it is without each replicate group and each block of sampled types. */
export interface ReplicateSpectra {
  readonly all: CorpusSpectrum;
  /** Null for a group without documents. */
  readonly withoutGroup: readonly (CorpusSpectrum | null)[];
  /** Absent where all types were counted. */
  readonly withoutBlock?: readonly CorpusSpectrum[];
  /** The share of all types that were counted. */
  readonly share: number;
  readonly documents: number;
  /** Documents of each group as far as they are not copies. */
  readonly sizes: readonly number[];
}

/** Documents and words of each replicate group. */
export interface GroupSizes {
  readonly documents: ArrayLike<number>;
  readonly tokens: ArrayLike<number>;
}

/** Each spectrum scaled up to all types, with the tokens that were counted. Null without types. */
export function replicateSpectra(sample: TypeSample, sizes: GroupSizes): ReplicateSpectra | null {
  const { all, blocks, share } = sample;
  if (all.length === 0) return null;
  const tokens = sumOf(sizes.tokens);
  const spectra = {
    all: { spectrum: scaled(spectrumOfCounts(all), share), tokens },
    withoutGroup: spectraWithoutGroups(sample).map((spectrum, group) =>
      sizes.documents[group] === 0
        ? null
        : { spectrum: scaled(spectrum, share), tokens: tokens - (sizes.tokens[group] ?? 0) },
    ),
    share,
    documents: sumOf(sizes.documents),
    sizes: withoutManyCopies(sizes.documents),
  };
  if (share === 1) return spectra;
  const rest = share * (1 - 1 / BLOCKS);
  const withoutBlock = spectraWithoutBlocks(all, blocks, BLOCKS).map((spectrum) => ({
    spectrum: scaled(spectrum, rest),
    tokens,
  }));
  return { ...spectra, withoutBlock };
}

/** Some statistics of a spectrum with their values on its replicates, each null where it cannot be had of the whole. */
export function replicatedStatistics(
  { all, withoutGroup, withoutBlock, share, documents, sizes }: ReplicateSpectra,
  statistics: (corpus: CorpusSpectrum) => readonly (number | null)[],
): readonly (Replicated | null)[] {
  const groups = withoutGroup.map((corpus) => (corpus === null ? [] : statistics(corpus)));
  const blocks = withoutBlock?.map(statistics);
  return statistics(all).map((value, place) => {
    if (value === null) return null;
    const leaveOneOut = groups.map((values) => values[place] ?? null);
    if (blocks === undefined) return { value, leaveOneOut, sizes, documents };
    const leaveTypesOut = ofFinitePopulation(
      blocks.map((values) => values[place] ?? null),
      share,
    );
    return { value, leaveOneOut, leaveTypesOut, sizes, documents };
  });
}

/**
 * Replicates drawn towards their mean by √(1 - share), so that their variance is that of a sample of such a share:
 * where nearly all types were counted, nearly nothing is left to chance.
 */
export function ofFinitePopulation(
  values: readonly (number | null)[],
  share: number,
): readonly (number | null)[] {
  const known = values.filter((value) => value !== null);
  const mean = sumOf(known) / known.length;
  const factor = Math.sqrt(1 - share);
  return values.map((value) => (value === null ? null : mean + factor * (value - mean)));
}

/** By so many times its root a number of documents may exceed the median group before it must be due to copies. */
const MOST_DEVIATIONS = 5;

/**
 * The documents of each group, cut to the median of the groups that have any where they are far more. Copies of a text
 * share a group, and while they add to its documents they add nothing to the words of the corpus.
 */
export function withoutManyCopies(documents: ArrayLike<number>): readonly number[] {
  const occupied = Array.from(documents)
    .filter((own) => own > 0)
    .toSorted((a, b) => a - b);
  const median = occupied[Math.floor(occupied.length / 2)] ?? 0;
  const most = median + MOST_DEVIATIONS * Math.sqrt(median);
  return Array.from(documents, (own) => (own > most ? median : own));
}

function scaled(spectrum: FrequencySpectrum, share: number): FrequencySpectrum {
  if (share === 1) return spectrum;
  return spectrum.map(({ frequency, types }) => ({ frequency, types: types / share }));
}

function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index] ?? 0;
  return sum;
}
