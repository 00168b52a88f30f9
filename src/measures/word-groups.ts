import { addKeys, addLeftOut } from '../sketches/key-block.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { isExact } from '../sketches/key-table.ts';
import { GROUPS, replicateGroup } from '../sketches/replicate-group.ts';
import { addToTotal } from '../sketches/totals.ts';
import type { CorpusSpectrum } from '../statistics/closed-spectrum.ts';
import { closedSpectrum } from '../statistics/closed-spectrum.ts';
import { coverage, goodTuringCoverage } from '../statistics/coverage.ts';
import { totalTypes, typesOfFrequency } from '../statistics/frequency-spectrum.ts';
import { fitHeaps } from '../statistics/heaps.ts';
import type { Richness } from '../statistics/richness.ts';
import { chao1, improvedChao1 } from '../statistics/richness.ts';
import { growthSizes, rarefiedTypes } from '../statistics/vocabulary-growth.ts';
import type { HalfCorpus } from './half-corpus.ts';
import { halfCorpus, NO_HALF } from './half-corpus.ts';
import type { DocumentView, Replicated } from './measure.ts';
import { countMeasure } from './measure.ts';
import type { GroupSizes } from './replicate-spectra.ts';
import { replicatedStatistics, replicateSpectra } from './replicate-spectra.ts';
import type { TypeSample } from './type-sample.ts';
import { keyInGroup, typeSampleOf } from './type-sample.ts';

/**
 * Counts by replicate group, from which intervals come: of a sample of word types, and of the corpus as a whole.
 * Every figure is an estimate for all types, and carries the error of their sampling where they were sampled.
 */
export interface WordGroupsValue extends TailValue {
  /** Types in the sample, and whether they are all there are. */
  readonly types: number;
  readonly exact: boolean;
  /** Documents and words of each group. */
  readonly documents: readonly number[];
  readonly tokens: readonly number[];
}

/** What the rare types of a corpus say. */
export interface TailValue {
  /** Share of the word types that occur once. Null without words. */
  readonly hapaxShare: Replicated | null;
  /** Share of the tokens of the source whose types were seen, by Good and Turing. Null without words. */
  readonly goodTuring: Replicated | null;
  /** The same by Chao and Jost. Null below two words. */
  readonly coverage: Replicated | null;
  /** What a random half of the documents says. */
  readonly half: HalfCorpus;
  /** Types to be expected among so many tokens drawn at random, from 1,000 on up to what is left without any group. */
  readonly growth: readonly GrowthValue[];
  /** The exponent of Heaps' law on these points. Null below 3 of them. */
  readonly heapsExponent: Replicated | null;
  /**
   * The least number of types of the source, with the interval of its authors, for which tokens are independent.
   * Words come in bursts, so the interval is too narrow.
   */
  readonly chao1: Richness | null;
  readonly improvedChao1: Richness | null;
}

export interface GrowthValue {
  readonly size: number;
  readonly types: Replicated;
}

const NOTHING_KNOWN: TailValue = {
  hapaxShare: null,
  goodTuring: null,
  coverage: null,
  half: NO_HALF,
  growth: [],
  heapsExponent: null,
  chao1: null,
  improvedChao1: null,
};
const FEWEST_POINTS = 3;
/** Words that are looked at together: a long document needs no more memory than a short one. */
const PIECE = 4096;

export const wordGroups = countMeasure({
  kind: 'count',
  id: 'word-groups',
  version: 1,
  explanation: {
    measures:
      'What the rare words say: share of words that occur once, coverage, richness at half the documents, growth of the vocabulary. Words are counted in 32 groups of documents, from which the intervals come.',
    formula:
      'Hapax share V(1)/V; Good–Turing coverage 1 − V(1)/N; coverage of Chao and Jost 1 − V(1)/N · (N − 1)V(1) / ((N − 1)V(1) + 2V(2)); types to be expected in a random half of the documents; Heaps’ exponent on types to be expected among 1,000, 3,162, 10,000 … words; Chao1 = V + (N − 1)/N · V(1)² / 2V(2). Intervals: a jackknife over the groups, with the error of sampling types added where types are a sample.',
    reading: 'Less of a tail: fewer hapaxes, more coverage, slower growth.',
    moves:
      'The size of the corpus moves hapax share and coverage; bursts of a word in one document make Chao1 and its interval too sure of themselves; misspellings and numbers raise the tail.',
    silence:
      'Without words; coverage below two words; growth below 1,000 words and Heaps’ exponent below 10,000; no interval below five groups of documents.',
    source:
      'Good 1953, Biometrika 40; Chao & Jost 2012, Ecology 93; Chao 1984; Chiu et al. 2014 (iChao1); Baayen 2001 for the expected vocabulary; Efron 1982 for the jackknife.',
  },
  tables: { words: { capacity: 'groups', documentFrequency: false, texts: false } },
  totals: { documents: GROUPS, tokens: GROUPS },
  fill(document, { tables, totals }) {
    const group = replicateGroup(document.contentLow);
    addToTotal(totals.documents, group, 1);
    addToTotal(totals.tokens, group, document.tokens.count);
    addInGroup(tables.words, document);
  },
  snapshot({ tables: { words }, totals }): WordGroupsValue {
    const sample = typeSampleOf(words);
    return {
      ...tailValue(sample, totals),
      types: sample.all.length,
      exact: isExact(words),
      documents: [...totals.documents],
      tokens: [...totals.tokens],
    };
  },
});

/** Counts the words of a document in its group, a piece at a time: those that may have a place in the table. */
function addInGroup(words: KeyTable, { tokens, contentLow, ordinal }: DocumentView): void {
  const group = replicateGroup(contentLow);
  const room = Math.min(PIECE, tokens.count);
  const keys = { high: new Uint32Array(room), low: new Uint32Array(room) };
  for (let from = 0; from < tokens.count; from += PIECE) {
    const to = Math.min(tokens.count, from + PIECE);
    const { limitHigh } = words;
    let kept = 0;
    for (let index = from; index < to; index++) {
      const high = tokens.high[index] as number;
      keys.high[kept] = high;
      keys.low[kept] = keyInGroup(tokens.low[index] as number, group);
      // What does not count is written over: no branch for the processor to guess.
      kept += Number(high <= limitHigh);
    }
    addKeys(words, { count: kept, ...keys }, ordinal);
    addLeftOut(words, to - from - kept);
  }
}

/** Takes the figures of the tail from counted types, or a sample of them, and the documents and words of each group. */
export function tailValue(sample: TypeSample, totals: GroupSizes): TailValue {
  const spectra = replicateSpectra(sample, totals);
  if (spectra === null) return NOTHING_KNOWN;
  const sizes = growthSizes(
    spectra.withoutGroup.reduce((least, rest) => Math.min(least, rest?.tokens ?? least), spectra.all.tokens),
  );
  const [hapaxes, goodTuring, covered, heapsExponent, ...types] = replicatedStatistics(spectra, (corpus) =>
    tailStatistics(corpus, sizes),
  );
  const closed = closedSpectrum(spectra.all);
  return {
    hapaxShare: hapaxes ?? null,
    goodTuring: goodTuring ?? null,
    coverage: covered ?? null,
    half: halfCorpus(sample, totals),
    growth: sizes.flatMap((size, place) => {
      const own = types[place] ?? null;
      return own === null ? [] : [{ size, types: own }];
    }),
    heapsExponent: heapsExponent ?? null,
    chao1: chao1(closed),
    improvedChao1: improvedChao1(closed),
  };
}

function tailStatistics(corpus: CorpusSpectrum, sizes: readonly number[]): readonly (number | null)[] {
  const { spectrum } = corpus;
  const closed = closedSpectrum(corpus);
  const types = totalTypes(spectrum);
  const growth = sizes.map((size) => rarefiedTypes(corpus, size));
  const points = growth.flatMap((own, place) =>
    own === null ? [] : [{ size: sizes[place] ?? 0, types: own }],
  );
  const heaps = points.length < FEWEST_POINTS ? null : fitHeaps(points);
  return [
    types > 0 ? typesOfFrequency(spectrum, 1) / types : null,
    goodTuringCoverage(closed),
    coverage(closed),
    heaps?.exponent ?? null,
    ...growth,
  ];
}
