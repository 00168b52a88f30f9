import type { MeasureValues } from '../measures/registry.ts';
import { incidenceCoverage } from '../statistics/incidence-coverage.ts';
import type { Audit } from './audit.ts';
import { estimated, estimatedDetail, isOfFewGroups, quantityDetail } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, figure, percent } from './wording.ts';

/** How much of what the source says has words that the corpus knows. */
export const sampleCoverage: Audit<'vocabulary' | 'word-groups' | 'word-evenness' | 'size'> = {
  id: 'sample-coverage',
  title: 'Coverage of the vocabulary',
  failureTitle: 'Coverage of the vocabulary',
  explanation: {
    measures:
      'The chance that the next word of the same source is one that a random half of the documents already has: 1 - V(1) / N · (N - 1) V(1) / ((N - 1) V(1) + 2 V(2)), where N is the number of words in the half, and V(1) and V(2) are the words to be expected in it once and twice, the mean over all ways to draw 16 of 32 groups of documents. Beside it stand the older form 1 - V(1) / N of Good and Turing, the same with documents in the place of words, from how many documents have each word (of up to half a million sampled words), and each of the whole corpus. The intervals are a jackknife over the 32 groups on the logit scale.',
    formula:
      '1 − V(1)/N · (N − 1)V(1) / ((N − 1)V(1) + 2V(2)); with documents as units, the same of words in one document and in two. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'A source with a long tail keeps bringing new words, and covers less of itself in a sample of any size. Text made from text has lost its tail, and covers more.',
    reading:
      'Figures of the whole corpus have no interval, since their jackknife is too wide; those of half have. It rises with the size of the corpus, and longer or more repetitive documents raise it too: compare corpora of equal size. Misspellings, serial numbers and other languages lower it as rare words do. It is silent below five distinct documents, and where every word occurs once.',
    moves:
      'The size of the corpus raises it. Words come in bursts, which the figure by words does not see and the one by documents does.',
    silence: 'Below five distinct documents with words, and where no word occurs twice.',
    source:
      'Chao & Jost 2012, Coverage-based rarefaction and extrapolation, Ecology 93, equation 4a; Good 1953, Biometrika 40; for documents Chao et al. 2014, Ecological Monographs 84.',
  },
  needs: ['vocabulary', 'word-groups', 'word-evenness', 'size'],
  audit({ vocabulary, 'word-groups': groups, 'word-evenness': evenness, size }) {
    const { half } = groups;
    if (half.coverage === null || isOfFewGroups(half.coverage))
      return {
        outcome: 'not-applicable',
        reason: `There are too few distinct documents with words: it takes ${FEWEST_DOCUMENTS} or more.`,
      };
    const { covered, goodTuring } = wholeCoverage(vocabulary, groups);
    if (goodTuring === 0)
      return {
        outcome: 'not-applicable',
        reason: 'Every word occurs once, which says nothing of how many are missing.',
      };
    const quantity = estimated(half.coverage, 'share', 'logit');
    const news = 1 - covered;
    return {
      outcome: 'informative',
      quantity,
      reason: `To half of the documents ${percent(quantity.value)} of the words of the same source would be known ones${between(quantity.interval, percent)}, to all of them ${percent(covered)}${news > 0 ? `: one in ${figure(1 / news)} would be new` : ''}. This moves with the size of the corpus: compare it at equal size only.`,
      evidence: [],
      details: {
        tokens: vocabulary.tokens,
        half: {
          coverage: quantityDetail(quantity),
          goodTuring: estimatedDetail(half.goodTuring, 'share', 'logit'),
          byDocuments: estimatedDetail(evenness.halfIncidenceCoverage, 'share', 'logit'),
        },
        whole: {
          coverage: covered,
          goodTuring,
          byDocuments: coverageByDocuments(vocabulary, size.documents),
        },
        exact: vocabulary.exact,
      },
    };
  },
};

/** Of all words where they were counted, and else of those that were sampled. */
function wholeCoverage(
  { statistics }: MeasureValues['vocabulary'],
  groups: MeasureValues['word-groups'],
): { readonly covered: number; readonly goodTuring: number } {
  const goodTuring = statistics?.goodTuring ?? groups.goodTuring?.value ?? 0;
  return { covered: statistics?.coverage ?? groups.coverage?.value ?? goodTuring, goodTuring };
}

/** Of all documents, from the types that were counted. */
function coverageByDocuments(
  { documentSpectrum, types: all }: MeasureValues['vocabulary'],
  documents: number,
): number | null {
  const held = documentSpectrum.reduce((sum, row) => sum + row.types, 0);
  const scale = held === 0 ? 1 : Math.max(1, all / held);
  const spectrum = documentSpectrum.map(({ frequency, types }) => ({ frequency, types: types * scale }));
  return incidenceCoverage({ spectrum, documents });
}
