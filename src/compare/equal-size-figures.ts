import type { Replicated } from '../measures/measure.ts';
import type { ReplicateSpectra } from '../measures/replicate-spectra.ts';
import { replicatedStatistics, replicateSpectra } from '../measures/replicate-spectra.ts';
import { typeSampleOf } from '../measures/type-sample.ts';
import { coverageAtSize } from '../statistics/coverage.ts';
import { richnessAtCoverage } from '../statistics/rarefaction.ts';
import { rarefiedTypes } from '../statistics/vocabulary-growth.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { Sides } from './paired-replicates.ts';

/** Word types of both sides where their samples are equally large, and where they are equally complete. */
export interface EqualSizeFigures {
  /** How many times as many tokens the larger side has, at least 1. */
  readonly sizeRatio: number;
  /** Types in as many words as the smaller side has without its largest group. */
  readonly types: Sides<Replicated | null>;
  /** Types at the coverage of so many words, the lesser one of both sides. Null where a side holds but a sample of its types. */
  readonly typesAtCoverage: Sides<Replicated | null>;
}

const NOTHING: Sides<null> = { baseline: null, candidate: null };

/**
 * The number of types of two corpora grows with their size, and is compared at equal size, by rarefaction (Hurlbert
 * 1971), and at equal coverage (Chao and Jost 2012). Null where a side has no words.
 */
export function equalSizeFigures(sides: Sides<ComparedCorpus>): EqualSizeFigures | null {
  const baseline = spectraOf(sides.baseline);
  const candidate = spectraOf(sides.candidate);
  if (baseline === null || candidate === null) return null;
  const words = Math.floor(Math.min(fewestTokens(baseline), fewestTokens(candidate)));
  if (words < 1) return null;
  const sizes = [baseline.all.tokens, candidate.all.tokens];
  const sizeRatio = Math.max(...sizes) / Math.min(...sizes);
  const typesOf = (spectra: ReplicateSpectra): Replicated | null =>
    replicatedStatistics(spectra, (corpus) => [rarefiedTypes(corpus, words)])[0] ?? null;
  const types = { baseline: unsized(typesOf(baseline)), candidate: unsized(typesOf(candidate)) };
  if (baseline.share < 1 || candidate.share < 1) return { sizeRatio, types, typesAtCoverage: NOTHING };
  const coverages = [baseline, candidate].map(({ all }) => coverageAtSize(all.spectrum, words));
  const [own = null, other = null] = coverages;
  const coverage = own === null || other === null ? null : Math.min(own, other);
  const atCoverage = (spectra: ReplicateSpectra): Replicated | null =>
    coverage === null
      ? null
      : unsized(
          replicatedStatistics(spectra, ({ spectrum }) => [richnessAtCoverage(spectrum, coverage)])[0] ??
            null,
        );
  return {
    sizeRatio,
    types,
    typesAtCoverage: { baseline: atCoverage(baseline), candidate: atCoverage(candidate) },
  };
}

function spectraOf({ profile }: ComparedCorpus): ReplicateSpectra | null {
  const state = profile.counts.get('word-groups');
  const words = state?.tables['words'];
  const documents = state?.totals['documents'];
  const tokens = state?.totals['tokens'];
  if (words === undefined || documents === undefined || tokens === undefined) return null;
  return replicateSpectra(typeSampleOf(words), { documents, tokens });
}

function fewestTokens({ all, withoutGroup }: ReplicateSpectra): number {
  return withoutGroup.reduce((least, rest) => Math.min(least, rest?.tokens ?? least), all.tokens);
}

/** At equal size groups are not weighted by their documents. */
function unsized(replicated: Replicated | null): Replicated | null {
  if (replicated === null) return null;
  const { sizes: _, ...rest } = replicated;
  return rest;
}
