import type { Richness } from '../statistics/richness.ts';
import type { Audit, Details } from './audit.ts';
import { estimated } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, whole } from './wording.ts';

const NORMAL = 1.959964;

/** How many different words half of the documents have, and how many the source has at least. */
export const richness: Audit<'vocabulary' | 'word-groups'> = {
  id: 'richness',
  title: 'Richness of the vocabulary',
  failureTitle: 'Richness of the vocabulary',
  explanation: {
    measures:
      'The different words to be expected in a random half of the documents, the mean over all ways to draw 16 of 32 groups of documents: a word of g groups is in it with the chance 1 - C(32 - g, 16) / C(32, 16). Beside it stand two estimates of the least number of words that the source has, seen or not: Chao1, V + (N - 1) / N · V(1)² / (2 V(2)), and iChao1, which also uses the words seen three and four times.',
    matters:
      'The words of a whole corpus are as many as they are, and no part of it says how many another sample would have. For half of it that can be said, so this is the number of words that has an honest interval.',
    reading:
      'It grows with the size of the corpus and with the length of documents: compare corpora of equal size. The intervals of Chao1 and iChao1 take words for independent draws, while words come in bursts: they are too narrow, and both are lower bounds, which misspellings and serial numbers raise. It is silent below five documents.',
    source:
      'Ours, by sample-based rarefaction (Colwell et al. 2012, Journal of Plant Ecology 5); Chao 1984, Scandinavian Journal of Statistics 11; Chiu et al. 2014, Biometrics 70.',
  },
  needs: ['vocabulary', 'word-groups'],
  audit({ vocabulary: { types, exact, statistics }, 'word-groups': groups }) {
    const { halfRichness } = groups;
    if (halfRichness === null || halfRichness.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `There are fewer than ${FEWEST_DOCUMENTS} documents with words.`,
      };
    const quantity = estimated(halfRichness, 'types', 'log');
    const about = exact ? '' : 'about ';
    const least = statistics?.chao1 ?? groups.chao1;
    const sampling = groups.exact || statistics !== null ? 0 : NORMAL / Math.sqrt(Math.max(1, groups.types));
    return {
      outcome: 'informative',
      quantity,
      reason: `Half of the documents have ${whole(quantity.value)} different words${between(quantity.interval, whole)}, all of them ${about}${whole(types)}${least === null ? '' : `, and the source at least ${whole(least.value)}`}. This moves with the size of the corpus: compare it at equal size only.`,
      evidence: [],
      details: {
        types,
        exact,
        chao1: boundOf(least, sampling),
        improvedChao1: boundOf(statistics?.improvedChao1 ?? groups.improvedChao1, sampling),
      },
    };
  },
};

/** A lower bound with its interval, which is widened by the share that sampling types adds on each side. */
function boundOf(bound: Richness | null, sampling: number): Details | null {
  if (bound === null) return null;
  const [low, high] = bound.interval;
  return { value: bound.value, interval: [low * Math.max(0, 1 - sampling), high * (1 + sampling)] };
}
