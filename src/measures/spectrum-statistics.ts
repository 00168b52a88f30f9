import { bandedSpectrum } from '../statistics/banded-spectrum.ts';
import { chaoJostEntropy } from '../statistics/chao-jost-entropy.ts';
import { coverage, goodTuringCoverage } from '../statistics/coverage.ts';
import type { FrequencySpectrum } from '../statistics/frequency-spectrum.ts';
import { totalTokens, totalTypes, typesOfFrequency } from '../statistics/frequency-spectrum.ts';
import type { GrowthPoint, HeapsFit } from '../statistics/heaps.ts';
import { fitHeaps } from '../statistics/heaps.ts';
import type { HillNumbers } from '../statistics/hill-numbers.ts';
import { hillNumbersAtCoverage } from '../statistics/hill-numbers.ts';
import type { PowerLawTail } from '../statistics/power-law-tail.ts';
import { fitPowerLawTail } from '../statistics/power-law-tail.ts';
import type { Richness } from '../statistics/richness.ts';
import { chao1, improvedChao1 } from '../statistics/richness.ts';
import { simpsonConcentration } from '../statistics/simpson.ts';
import { growthSizes, rarefiedTypes } from '../statistics/vocabulary-growth.ts';
import { yuleK } from '../statistics/yule.ts';
import type { RankFrequencyFit } from '../statistics/zipf-mandelbrot.ts';
import { fitZipfMandelbrot } from '../statistics/zipf-mandelbrot.ts';

/** What the frequencies of all types of a corpus say, without intervals. */
export interface SpectrumStatistics {
  readonly hapaxShare: number;
  readonly goodTuring: number | null;
  readonly coverage: number | null;
  readonly chao1: Richness | null;
  readonly improvedChao1: Richness | null;
  /** The chance that two tokens are of one type. Null below 2 tokens. */
  readonly concentration: number | null;
  /** In nats. Null below 2 tokens. */
  readonly entropy: number | null;
  readonly yuleK: number | null;
  /** Hill numbers at equal coverage, where at most twice the tokens would be needed. */
  readonly hill: readonly HillRow[];
  /** Types to be expected among so many tokens. */
  readonly growth: readonly GrowthPoint[];
  /** Null below 3 points. */
  readonly heaps: HeapsFit | null;
  readonly zipfMandelbrot: RankFrequencyFit | null;
  readonly powerLaw: PowerLawTail | null;
}

interface HillRow extends HillNumbers {
  readonly coverage: number;
}

const COVERAGES = [0.8, 0.9, 0.95];
/** Extrapolation is to be trusted to here. */
const MOST_TIMES_THE_SIZE = 2;
const FEWEST_POINTS = 3;
/** Bands of the spectrum, which change Hill numbers and fits by about a millionth. */
const WIDTH = 0.005;
/** Bands for the place where a power law begins, which is a choice among some hundred places in any case. */
const WIDTH_OF_FITS = 0.02;

/** The statistics of the spectrum of all types. Null without types. */
export function spectrumStatistics(spectrum: FrequencySpectrum): SpectrumStatistics | null {
  const types = totalTypes(spectrum);
  const tokens = totalTokens(spectrum);
  if (types === 0) return null;
  const banded = bandedSpectrum(spectrum, WIDTH);
  const wide = bandedSpectrum(spectrum, WIDTH_OF_FITS);
  const growth = growthSizes(tokens).flatMap((size) => {
    const own = rarefiedTypes({ spectrum, tokens }, size);
    return own === null ? [] : [{ size, types: own }];
  });
  return {
    hapaxShare: typesOfFrequency(spectrum, 1) / types,
    goodTuring: goodTuringCoverage(spectrum),
    coverage: coverage(spectrum),
    chao1: chao1(spectrum),
    improvedChao1: improvedChao1(spectrum),
    concentration: simpsonConcentration(spectrum),
    entropy: chaoJostEntropy(spectrum),
    yuleK: yuleK(spectrum),
    hill: COVERAGES.flatMap((target) => hillRow(banded, target, MOST_TIMES_THE_SIZE * tokens)),
    growth,
    heaps: growth.length < FEWEST_POINTS ? null : fitHeaps(growth),
    zipfMandelbrot: fitZipfMandelbrot(banded),
    powerLaw: fitPowerLawTail(wide),
  };
}

function hillRow(spectrum: FrequencySpectrum, target: number, mostTokens: number): readonly HillRow[] {
  const numbers = hillNumbersAtCoverage(spectrum, target);
  return numbers === null || !(numbers.size <= mostTokens) ? [] : [{ coverage: target, ...numbers }];
}
