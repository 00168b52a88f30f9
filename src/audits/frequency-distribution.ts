import type { SpectrumStatistics } from '../measures/spectrum-statistics.ts';
import type { GrowthValue } from '../measures/word-groups.ts';
import type { PowerLawTail } from '../statistics/power-law-tail.ts';
import type { RankFrequencyFit } from '../statistics/zipf-mandelbrot.ts';
import type { Audit, Details } from './audit.ts';
import { countedOr, estimated, estimatedDetail, isOfFewGroups } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, figure, whole } from './wording.ts';

/** How the frequencies of words fall, and how their number grows. */
export const frequencyDistribution: Audit<'vocabulary' | 'word-groups'> = {
  id: 'frequency-distribution',
  title: 'Frequencies of words',
  failureTitle: 'Frequencies of words',
  explanation: {
    measures:
      'The exponent b of Heaps’ law, V = k N^b, fitted by least squares in logarithms to the different words V to be expected among N = 1,000, 3,162, 10,000 … words drawn at random. Beside it stand the law of Zipf and Mandelbrot, frequency ~ 1 / (rank + shift)^exponent, fitted by the likelihood of Poisson counts, and a power law fitted to the tail of the frequencies (exponent, beginning, distance). The intervals are a jackknife over 32 groups of documents, on the log scale.',
    formula:
      'b in V = k N^b by least squares in logarithms; frequency ~ 1 / (rank + shift)^exponent by the likelihood of Poisson counts; the tail of a power law by likelihood, from where it fits best. The interval of b is a jackknife over 32 groups of documents.',
    matters:
      'The exponents describe the tail with one number each. A vocabulary that grows slower, and frequencies that fall faster, leave less of it.',
    reading:
      'Every one of these moves with the sizes it was fitted to, so compare them at equal `from` and `to` only. They describe, and none of them says that a law holds: real text is rejected by all of them, and the tail of a power law is often as well described by others. Names, numbers and misspellings make vocabularies grow faster. It is silent below five distinct documents and below 10,000 words; Zipf’s law and the power law are absent where there are too many different words to count them all.',
    moves: 'The sizes it is fitted to; names, numbers and misspellings.',
    silence:
      'Below five distinct documents and 10,000 words. Zipf’s law and the power law are absent where words are a sample.',
    source:
      'Heaps 1978, Information Retrieval; Mandelbrot 1953; Clauset, Shalizi & Newman 2009, SIAM Review 51; Hurlbert 1971, Ecology 52 for the words to be expected.',
  },
  needs: ['vocabulary', 'word-groups'],
  audit({ vocabulary: { statistics }, 'word-groups': { heapsExponent, growth } }) {
    const { from, to } = rangeOf(growth);
    // Of all words there may be one size more than without a group.
    const isOfSameSizes = statistics?.growth.at(-1)?.size === to;
    const exponent = countedOr(isOfSameSizes ? statistics?.heaps?.exponent : null, heapsExponent);
    if (exponent === null || isOfFewGroups(exponent))
      return {
        outcome: 'not-applicable',
        reason: `It takes 10,000 words in ${FEWEST_DOCUMENTS} distinct documents or more to say how a vocabulary grows.`,
      };
    const quantity = estimated(exponent, 'ratio', 'log');
    return {
      outcome: 'informative',
      quantity,
      reason: `From ${whole(from)} to ${whole(to)} words the different ones grow with the power ${figure(quantity.value)} of their number${between(quantity.interval)}.`,
      evidence: [],
      details: {
        heaps: { exponent: estimatedDetail(exponent, 'ratio', 'log'), from, to, ...lineOf(statistics) },
        growth: pointsOf(growth, statistics),
        zipfMandelbrot: plain(statistics?.zipfMandelbrot),
        powerLaw: plain(statistics?.powerLaw),
      },
    };
  },
};

function rangeOf(growth: readonly GrowthValue[]): { readonly from: number; readonly to: number } {
  return { from: growth[0]?.size ?? 0, to: growth.at(-1)?.size ?? 0 };
}

function lineOf(statistics: SpectrumStatistics | null): Details {
  const { coefficient = null, greatestResidual = null } = statistics?.heaps ?? {};
  return { coefficient, greatestResidual };
}

function pointsOf(growth: readonly GrowthValue[], statistics: SpectrumStatistics | null): readonly Details[] {
  const counted = new Map(statistics?.growth.map(({ size, types }) => [size, types]));
  return growth.map(({ size, types }) => ({
    size,
    types: estimatedDetail(countedOr(counted.get(size), types), 'ratio', 'log'),
  }));
}

function plain(fit: RankFrequencyFit | PowerLawTail | null | undefined): Details | null {
  return fit ? { ...fit } : null;
}
