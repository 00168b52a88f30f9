import { bandedSpectrum } from '../statistics/banded-spectrum.ts';
import { chaoJostEntropy } from '../statistics/chao-jost-entropy.ts';
import type { FrequencySpectrum } from '../statistics/frequency-spectrum.ts';
import { totalTokens } from '../statistics/frequency-spectrum.ts';
import { hillNumbersAtCoverage } from '../statistics/hill-numbers.ts';
import { incidenceCoverage } from '../statistics/incidence-coverage.ts';
import { simpsonConcentration } from '../statistics/simpson.ts';
import { yuleK } from '../statistics/yule.ts';
import type { CountedTypes } from './counted-types.ts';
import { countedTypes } from './counted-types.ts';
import type { GroupedCounts } from './grouped-counts.ts';
import { spectraWithoutGroups, spectrumOfCounts } from './grouped-counts.ts';
import { halfIncidenceCoverage } from './half-corpus.ts';
import type { Replicated } from './measure.ts';
import { sampleMeasure } from './measure.ts';

/**
 * How evenly the tokens of the sampled texts are spread over the types. These figures depend on the few most frequent
 * types, so they come from a sample of documents and never from one of types.
 */
export interface WordEvennessValue {
  /** Words of the documents, or of their beginnings, that were counted. */
  readonly tokens: number;
  /** The chance that two tokens are of one type. Null below 2 tokens. */
  readonly concentration: Replicated | null;
  /** In nats. Null below 2 tokens. */
  readonly entropy: Replicated | null;
  readonly yuleK: Replicated | null;
  /** Coverage with documents as units. Null below 2 documents. */
  readonly incidenceCoverage: Replicated | null;
  /** The same of a random half of the documents. */
  readonly halfIncidenceCoverage: Replicated | null;
  /** Hill numbers where 90 % of the tokens of the source are covered; null where that takes more than twice the tokens. */
  readonly richness: Replicated | null;
  readonly shannon: Replicated | null;
  readonly simpson: Replicated | null;
}

const COVERAGE = 0.9;
const MOST_TIMES_THE_SIZE = 2;
/** Bands of the spectrum, which change Hill numbers by about a millionth. */
const WIDTH = 0.005;
/** Wider ones for replicates and what they are compared with, whose differences alone matter. */
const WIDTH_OF_REPLICATES = 0.1;

export const wordEvenness = sampleMeasure({
  kind: 'sample',
  id: 'word-evenness',
  version: 1,
  explanation: {
    measures:
      'How evenly words are spread over types in the sampled documents: chance that two words agree, entropy, Yule’s K, Hill numbers at 90 % coverage, and coverage with documents as units.',
    formula:
      'Simpson Σ x(x − 1) / N(N − 1); entropy of Chao and Jost, in nats; K = 10⁴ (Σ x² − N) / N²; Hill numbers (Σ p^q)^(1/(1 − q)) for q = 0, 1, 2 where 90 % of the source is covered; coverage from words in one document and in two. Intervals: a jackknife over 32 groups of documents.',
    reading: 'A greater chance, a greater K, less entropy and smaller Hill numbers are less diverse.',
    moves:
      'Frequent words of the grammar decide Simpson and K, so genre and language move them most; the size of the corpus hardly does. It looks at half a million words at most.',
    silence:
      'Below two words; the coverage by documents below two documents; Hill numbers where 90 % would take more than twice the words there are.',
    source:
      'Simpson 1949, Nature 163; Yule 1944; Chao, Wang & Jost 2013, Methods in Ecology and Evolution 4; Chao et al. 2014, Ecological Monographs 84.',
  },
  snapshot: (corpus): WordEvennessValue => evennessOf(countedTypes(corpus)),
});

/** Takes the figures from counts by replicate group. */
export function evennessOf({ types, documents }: CountedTypes): WordEvennessValue {
  const all = spectrumOfCounts(types.all);
  const most = MOST_TIMES_THE_SIZE * totalTokens(all);
  const replicates = replicatesOf(types, documents.byGroup, (spectrum, _, width) =>
    frequencyStatistics(spectrum, bandedSpectrum(spectrum, width), most),
  );
  const [concentration = null, entropy = null, yule = null, ...hill] = replicates;
  const [richness = null, shannon = null, simpson = null] = hill;
  const [incidence = null] = replicatesOf(documents, documents.byGroup, (spectrum, own) => [
    incidenceCoverage({ spectrum, documents: own }),
  ]);
  return {
    tokens: totalTokens(all),
    concentration,
    entropy,
    yuleK: yule,
    incidenceCoverage: incidence,
    halfIncidenceCoverage: halfIncidenceCoverage({ documents }),
    richness,
    shannon,
    simpson,
  };
}

function frequencyStatistics(
  spectrum: FrequencySpectrum,
  banded: FrequencySpectrum,
  mostTokens: number,
): readonly (number | null)[] {
  const numbers = hillNumbersAtCoverage(banded, COVERAGE);
  const known = numbers !== null && numbers.size <= mostTokens ? numbers : null;
  return [
    simpsonConcentration(spectrum),
    chaoJostEntropy(spectrum),
    yuleK(spectrum),
    known?.richness ?? null,
    known?.shannon ?? null,
    known?.simpson ?? null,
  ];
}

function replicatesOf(
  counts: GroupedCounts,
  byGroup: readonly number[],
  statistics: (spectrum: FrequencySpectrum, documents: number, width: number) => readonly (number | null)[],
): readonly (Replicated | null)[] {
  const documents = byGroup.reduce((sum, own) => sum + own, 0);
  const without = spectraWithoutGroups(counts).map((spectrum, group) => {
    const own = byGroup[group] ?? 0;
    return own === 0 ? [] : statistics(spectrum, documents - own, WIDTH_OF_REPLICATES);
  });
  const all = spectrumOfCounts(counts.all);
  const estimates = statistics(all, documents, WIDTH_OF_REPLICATES);
  return statistics(all, documents, WIDTH).map((value, place) => {
    if (value === null) return null;
    const leaveOneOut = without.map((own) => own[place] ?? null);
    return { value, estimate: estimates[place] ?? value, leaveOneOut, sizes: byGroup, documents };
  });
}
