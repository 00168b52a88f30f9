import { chao1 } from '../statistics/richness.ts';
import { extrapolatedCoverage } from '../statistics/sample-coverage.ts';
import type { CountedTypes } from './counted-types.ts';
import type { HalfTail, HalfTails } from './half-tail.ts';
import { halfSpectrum, halfTails } from './half-tail.ts';
import type { Replicated } from './measure.ts';
import type { GroupSizes } from './replicate-spectra.ts';
import { ofFinitePopulation, withoutManyCopies } from './replicate-spectra.ts';
import type { TypeSample } from './type-sample.ts';
import { BLOCKS } from './type-sample.ts';

/**
 * What the tail of a random half of the documents says. Of the whole corpus these figures have no interval that is
 * worth its name, as no part of it says how much they would vary; of half of it they have.
 */
export interface HalfCorpus {
  /** Types to be expected. */
  readonly richness: Replicated | null;
  /** The share of them that occur once. */
  readonly hapaxShare: Replicated | null;
  /** Coverage by Good and Turing, and by Chao and Jost. */
  readonly goodTuring: Replicated | null;
  readonly coverage: Replicated | null;
  /** The least number of types of the source. */
  readonly chao1: Replicated | null;
}

export const NO_HALF: HalfCorpus = {
  richness: null,
  hapaxShare: null,
  goodTuring: null,
  coverage: null,
  chao1: null,
};

/** Takes the figures from counts by replicate group. Each is null where it cannot be had. */
export function halfCorpus(sample: TypeSample, { documents, tokens }: GroupSizes): HalfCorpus {
  const { share } = sample;
  if (sample.all.length === 0) return NO_HALF;
  const tails = halfTails(sample, share === 1 ? undefined : { blocks: sample.blocks, count: BLOCKS });
  const byGroup = Array.from(documents);
  const words = Array.from(tokens).reduce((sum, own) => sum + own, 0);
  const sizes = { byGroup, share, whole: words, ofGroup: (group: number) => tokens[group] ?? 0 };
  return {
    richness: replicatedHalf(tails, sizes, ({ types }) => types),
    hapaxShare: replicatedHalf(tails, sizes, ({ types, once }) => (types > 0 ? once / types : null)),
    goodTuring: replicatedHalf(tails, sizes, ({ once }, half) =>
      half > 0 ? Math.max(0, 1 - once / half) : null,
    ),
    coverage: replicatedHalf(tails, sizes, (tail, half) => coverageOf(tail, half, half)),
    chao1: replicatedHalf(tails, sizes, (tail, half) => chao1(halfSpectrum(tail, half))?.value ?? null),
  };
}

/** Coverage with documents as units, of a random half of the documents. Null where that has fewer than two. */
export function halfIncidenceCoverage({ documents }: Pick<CountedTypes, 'documents'>): Replicated | null {
  const { byGroup, groups } = documents;
  const tails = halfTails(documents);
  const all = byGroup.reduce((sum, own) => sum + own, 0);
  const incidences = groups.map(({ counts }) => counts.reduce((sum, own) => sum + own, 0));
  const whole = incidences.reduce((sum, own) => sum + own, 0);
  const sizes = { byGroup, share: 1, whole, ofGroup: (group: number) => incidences[group] ?? 0 };
  return replicatedHalf(tails, sizes, (tail, half, group) => {
    const number = (all - (group === null ? 0 : (byGroup[group] ?? 0))) / 2;
    return number < 2 ? null : coverageOf(tail, number, half);
  });
}

/** By Chao and Jost (2012), equation 4a, of units that are tokens or documents. */
function coverageOf({ once, twice }: HalfTail, units: number, incidences: number): number | null {
  if (units < 2 || !(incidences > 0)) return null;
  const spectrum = [
    { frequency: 1, types: once },
    { frequency: 2, types: twice },
  ];
  return Math.max(0, extrapolatedCoverage({ spectrum, units, incidences }, 0));
}

interface Sizes {
  readonly byGroup: readonly number[];
  /** The share of all types that was counted. */
  readonly share: number;
  /** Tokens, or incidences, of all and of a group. */
  readonly whole: number;
  readonly ofGroup: (group: number) => number;
}

function replicatedHalf(
  tails: HalfTails,
  { byGroup, share, whole, ofGroup }: Sizes,
  statistic: (tail: HalfTail, half: number, group: number | null) => number | null,
): Replicated | null {
  const value = statistic(scaled(tails.all, share), whole / 2, null);
  if (value === null) return null;
  const replicated = {
    value,
    leaveOneOut: tails.withoutGroup.map((tail, group) =>
      byGroup[group] === 0 ? null : statistic(scaled(tail, share), (whole - ofGroup(group)) / 2, group),
    ),
    sizes: withoutManyCopies(byGroup),
    documents: byGroup.reduce((sum, own) => sum + own, 0),
  };
  if (share === 1) return replicated;
  const rest = share * (1 - 1 / BLOCKS);
  const others = tails.withoutBlock.map((tail) => statistic(scaled(tail, rest), whole / 2, null));
  return { ...replicated, leaveTypesOut: ofFinitePopulation(others, share) };
}

function scaled({ types, once, twice }: HalfTail, share: number): HalfTail {
  return { types: types / share, once: once / share, twice: twice / share };
}
