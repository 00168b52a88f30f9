import type { MeasureValues } from '../measures/registry.ts';
import type { Audit, Details } from './audit.ts';
import { countedOr, estimated, estimatedDetail } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, percent, whole } from './wording.ts';

type Needs = 'vocabulary' | 'word-evenness' | 'exact-duplicates';

const COVERAGE = 0.9;

/** How many words there are in effect, compared where samples are equally complete. */
export const hillNumbers: Audit<Needs> = {
  id: 'hill-numbers',
  title: 'Effective number of words',
  failureTitle: 'Effective number of words',
  explanation: {
    measures:
      'Hill numbers, (Σ p^q)^(1 / (1 - q)) of the shares p of the words: for q = 0 the words themselves, for q = 1 the exponential of the entropy, for q = 2 the inverse of the chance that two words are the same. Each is taken at the size at which 90 % of the source is covered (also at 80 % and 95 %): drawn down to it where the corpus is larger, and extrapolated to at most twice its size.',
    formula:
      '(Σ p^q)^(1 / (1 − q)) for q = 0, 1, 2 at the size that covers 90 % of the source. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Each number says how many equally frequent words would be as diverse, and the three together how much of it is tail. Equal coverage compares corpora of different sizes where they are equally complete.',
    reading:
      'Lower is less diverse. The order q = 0 looks at rare words most, q = 2 at the frequent ones alone. Genre and language move them most, and duplicates lower them. So does a small corpus: words come in bursts, and 90 % of a few hundred documents are fewer words than 90 % of their source, so an interval tells of corpora of the same size. The intervals are a jackknife over 32 groups of documents with up to half a million sampled words on the log scale; of a larger corpus that was counted they are narrower by the root of the sampled share of its distinct documents. Where there are too many words to count them all, the figures are those of the sampled documents (`basis`). It is silent below five documents, and where 90 % would take more than twice the words.',
    moves: 'Genre and language; duplicates lower them; size moves them little.',
    silence: 'Below five distinct documents, and where 90 % would take more than twice the words.',
    source:
      'Chao et al. 2014, Ecological Monographs 84; Chao & Jost 2015, Methods in Ecology and Evolution 6.',
  },
  needs: ['vocabulary', 'word-evenness', 'exact-duplicates'],
  audit({ vocabulary, 'word-evenness': evenness, 'exact-duplicates': { distinct } }) {
    const { statistics } = vocabulary;
    const row = statistics?.hill.find(({ coverage }) => coverage === COVERAGE);
    const unreached = statistics !== null && row === undefined;
    const shannon = unreached ? null : countedOr(row?.shannon, evenness.shannon, distinct);
    if (shannon === null || shannon.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `There are fewer than ${FEWEST_DOCUMENTS} distinct documents with words, or so few words that even twice as many would not cover ${percent(COVERAGE)} of the source.`,
      };
    const quantity = estimated(shannon, 'types', 'log');
    return {
      outcome: 'informative',
      quantity,
      reason: `Where ${percent(COVERAGE)} of the source is covered, its words are as diverse as ${whole(quantity.value)} equally frequent ones${between(quantity.interval, whole)}.`,
      evidence: [],
      details: {
        basis: statistics === null ? 'sampled documents' : 'all words',
        coverage: COVERAGE,
        richness: estimatedDetail(countedOr(row?.richness, evenness.richness, distinct), 'ratio', 'log'),
        shannon: estimatedDetail(shannon, 'ratio', 'log'),
        simpson: estimatedDetail(countedOr(row?.simpson, evenness.simpson, distinct), 'ratio', 'log'),
        byCoverage: rowsOf(vocabulary),
      },
    };
  },
};

function rowsOf({ statistics }: MeasureValues['vocabulary']): readonly Details[] {
  return (statistics?.hill ?? []).map(({ coverage, size, richness, shannon, simpson }) => ({
    coverage,
    size,
    richness,
    shannon,
    simpson,
  }));
}
