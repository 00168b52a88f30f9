import type { MeasureValues } from '../measures/registry.ts';
import type { SpectrumStatistics } from '../measures/spectrum-statistics.ts';
import type { Audit } from './audit.ts';
import { estimated, estimatedDetail, isOfFewGroups } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, count, whole } from './wording.ts';

/** How many different words half of the documents have, and how many the source has at least. */
export const richness: Audit<'vocabulary' | 'word-groups'> = {
  id: 'richness',
  title: 'Richness of the vocabulary',
  failureTitle: 'Richness of the vocabulary',
  explanation: {
    measures:
      'The different words to be expected in a random half of the documents, the mean over all ways to draw 16 of 32 groups of documents: a word of g groups is in it with the chance 1 - C(32 - g, 16) / C(32, 16). Beside it stand two estimates of the least number of words that the source has, seen or not: Chao1, V + (N - 1) / N · V(1)² / (2 V(2)), and iChao1, which also uses the words seen three and four times; and Chao1 of half the documents. The intervals are a jackknife over 32 groups of documents on a log scale.',
    formula:
      'Types to be expected in a random half of the documents; Chao1 = V + (N − 1)/N · V(1)² / 2V(2) and iChao1 beside it. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'The words of a whole corpus are as many as they are, and no part of it says how many another sample would have. For half of it that can be said, so this is the number of words that has an honest interval.',
    reading:
      'It grows with the size of the corpus and with the length of documents: compare corpora of equal size. Chao1 and iChao1 are lower bounds, which misspellings and serial numbers raise. Those of the whole corpus have no interval: that of their authors takes words for independent draws, while words come in bursts, and held its estimand in 80 to 90 of 100 draws from known corpora. Chao1 of half the documents has one. It is silent below five distinct documents, and gives no lower bounds where every word occurs once.',
    moves: 'The size of the corpus, misspellings and numbers; bursts of words in single documents.',
    silence: 'Below five distinct documents with words.',
    source:
      'Ours, by sample-based rarefaction (Colwell et al. 2012, Journal of Plant Ecology 5); Chao 1984, Scandinavian Journal of Statistics 11; Chiu et al. 2014, Biometrics 70.',
  },
  needs: ['vocabulary', 'word-groups'],
  audit({ vocabulary: { types, exact, statistics }, 'word-groups': groups }) {
    const { half } = groups;
    if (half.richness === null || isOfFewGroups(half.richness))
      return {
        outcome: 'not-applicable',
        reason: `There are too few distinct documents with words: it takes ${FEWEST_DOCUMENTS} or more.`,
      };
    const quantity = estimated(half.richness, 'types', 'log');
    const about = exact ? '' : 'about ';
    const { chao1, improvedChao1 } = boundsOf(statistics, groups);
    const least = chao1 === null ? '' : `, and the source at least ${whole(chao1.value)}`;
    return {
      outcome: 'informative',
      quantity,
      reason: `Half of the documents have ${count(quantity.value, 'different word')}${between(quantity.interval, whole)}, all of them ${about}${whole(types)}${least}. This moves with the size of the corpus: compare it at equal size only.`,
      evidence: [],
      details: {
        types,
        exact,
        chao1: chao1?.value ?? null,
        improvedChao1: improvedChao1?.value ?? null,
        halfChao1: chao1 === null ? null : estimatedDetail(half.chao1, 'types', 'log'),
      },
    };
  },
};

type Bounds = Pick<SpectrumStatistics, 'chao1' | 'improvedChao1'>;

/** From all types where they were counted. Absent where every word occurs once, which bounds nothing. */
function boundsOf(statistics: SpectrumStatistics | null, groups: MeasureValues['word-groups']): Bounds {
  if (groups.goodTuring === null || groups.goodTuring.value === 0)
    return { chao1: null, improvedChao1: null };
  return statistics ?? groups;
}
