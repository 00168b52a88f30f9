import { incidenceCoverage } from '../statistics/incidence-coverage.ts';
import type { Audit } from './audit.ts';
import { countedOr, estimated, estimatedDetail, isOfFewGroups } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, figure, percent } from './wording.ts';

/** How much of what the source says has words that the corpus knows. */
export const sampleCoverage: Audit<'vocabulary' | 'word-groups' | 'word-evenness' | 'size'> = {
  id: 'sample-coverage',
  title: 'Coverage of the vocabulary',
  failureTitle: 'Coverage of the vocabulary',
  explanation: {
    measures:
      'The chance that the next word of the same source is one that the corpus already has: 1 - V(1) / N · (N - 1) V(1) / ((N - 1) V(1) + 2 V(2)), where N is the number of words, and V(1) and V(2) are the words seen once and twice. Beside it stand the older form 1 - V(1) / N of Good and Turing, and the same with documents in the place of words, from how many documents have each word.',
    formula:
      '1 − V(1)/N · (N − 1)V(1) / ((N − 1)V(1) + 2V(2)); with documents as units, the same of words in one document and in two. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'A source with a long tail keeps bringing new words, and covers less of itself in a sample of any size. Text made from text has lost its tail, and covers more.',
    reading:
      'It rises with the size of the corpus, and longer or more repetitive documents raise it too: compare corpora of equal size. Misspellings, serial numbers and other languages lower it as rare words do. It is silent below five distinct documents, and where every word occurs once.',
    moves:
      'The size of the corpus raises it. Words come in bursts, which the figure by words does not see and the one by documents does.',
    silence: 'Below five distinct documents with words, and where no word occurs twice.',
    source:
      'Chao & Jost 2012, Coverage-based rarefaction and extrapolation, Ecology 93, equation 4a; Good 1953, Biometrika 40; for documents Chao et al. 2014, Ecological Monographs 84.',
  },
  needs: ['vocabulary', 'word-groups', 'word-evenness', 'size'],
  audit({ vocabulary, 'word-groups': groups, 'word-evenness': evenness, size }) {
    const covered = countedOr(vocabulary.statistics?.coverage, groups.coverage);
    if (covered === null || isOfFewGroups(covered))
      return {
        outcome: 'not-applicable',
        reason: `There are too few distinct documents with words: it takes ${FEWEST_DOCUMENTS} or more.`,
      };
    const goodTuring = countedOr(vocabulary.statistics?.goodTuring, groups.goodTuring);
    if (goodTuring === null || goodTuring.value === 0)
      return {
        outcome: 'not-applicable',
        reason: 'Every word occurs once, which says nothing of how many are missing.',
      };
    const quantity = estimated(covered, 'share', 'logit');
    const held = vocabulary.documentSpectrum.reduce((sum, row) => sum + row.types, 0);
    const scale = held === 0 ? 1 : Math.max(1, vocabulary.types / held);
    const byDocuments = incidenceCoverage({
      spectrum: vocabulary.documentSpectrum.map(({ frequency, types }) => ({
        frequency,
        types: types * scale,
      })),
      documents: size.documents,
    });
    const news = 1 - quantity.value;
    return {
      outcome: 'informative',
      quantity,
      reason: `${percent(quantity.value)} of the words of the same source would be known ones${between(quantity.interval, percent)}${news > 0 ? `: one in ${figure(1 / news)} would be new` : ''}. This moves with the size of the corpus: compare it at equal size only.`,
      evidence: [],
      details: {
        tokens: vocabulary.tokens,
        goodTuring: estimatedDetail(goodTuring, 'ratio', 'logit'),
        byDocuments: estimatedDetail(
          byDocuments === null ? null : countedOr(byDocuments, evenness.incidenceCoverage),
          'ratio',
          'logit',
        ),
        exact: vocabulary.exact,
      },
    };
  },
};
