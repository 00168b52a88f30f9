import type { Interval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Audit } from './audit.ts';
import { countedOr, estimated, estimatedDetail, quantityDetail } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, figure } from './wording.ts';

/** How evenly a corpus uses its words. */
export const vocabularyEvenness: Audit<'vocabulary' | 'word-evenness' | 'exact-duplicates'> = {
  id: 'vocabulary-evenness',
  title: 'Evenness of the vocabulary',
  failureTitle: 'Evenness of the vocabulary',
  explanation: {
    measures:
      'The chance that two words drawn from the corpus are the same, Σ x (x - 1) / (N (N - 1)) over the counts x of the different words (Simpson, without bias), and its inverse: so many equally frequent words would have it. Beside them stand the entropy of the words in nats by Chao and Jost, which allows for words that were not seen, and Yule’s K, 10,000 (Σ x² - N) / N².',
    formula:
      'Inverse of Σ x(x − 1) / N(N − 1); entropy of Chao and Jost in nats; K = 10⁴ (Σ x² − N) / N². A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Simpson and K do not drift with the size of the corpus, so corpora of different sizes can be compared by them; the entropy does while there are few documents, as each brings words of its own. Text that leans on a few words has a greater chance, a greater K, and less entropy.',
    reading:
      'A lower inverse and a lower entropy are less diverse, a higher K is. Simpson and K hardly see the tail: the few most frequent words of the grammar decide them, so language and genre move them more than anything else. The entropy sees both. Duplicates of one text move all of them towards that text. The intervals are a jackknife over 32 groups of documents with up to half a million sampled words, on the logit scale for the chance and its inverse and the log scale for K; of a larger corpus that was counted they are narrower by the root of the sampled share of its distinct documents. It is silent below five distinct documents, and where no word occurs twice.',
    moves: 'The frequent words of the grammar, hence language and genre; duplicates. Size hardly moves it.',
    silence: 'Below five distinct documents with words, and where no word occurs twice.',
    source:
      'Simpson 1949, Nature 163; Yule 1944, The Statistical Study of Literary Vocabulary; Chao, Wang & Jost 2013, Methods in Ecology and Evolution 4.',
  },
  needs: ['vocabulary', 'word-evenness', 'exact-duplicates'],
  audit({ vocabulary: { statistics }, 'word-evenness': evenness, 'exact-duplicates': { distinct } }) {
    const concentration = countedOr(statistics?.concentration, evenness.concentration, distinct);
    if (concentration === null || concentration.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `There are fewer than ${FEWEST_DOCUMENTS} distinct documents with words.`,
      };
    if (!(concentration.value > 0)) return { outcome: 'not-applicable', reason: 'No word occurs twice.' };
    const chance = estimated(concentration, 'share', 'logit');
    const quantity = inverseOf(chance);
    return {
      outcome: 'informative',
      quantity,
      reason: `Two words drawn at random are the same as often as among ${figure(quantity.value)} equally frequent ones${between(quantity.interval)}.`,
      evidence: [],
      details: {
        basis: statistics === null ? 'sampled documents' : 'all words',
        concentration: quantityDetail(chance),
        entropy: estimatedDetail(
          countedOr(statistics?.entropy, evenness.entropy, distinct),
          'ratio',
          'identity',
        ),
        yuleK: estimatedDetail(countedOr(statistics?.yuleK, evenness.yuleK, distinct), 'ratio', 'log'),
      },
    };
  },
};

function inverseOf({ value, interval, documents }: Quantity): Quantity {
  const quantity: Quantity = { value: 1 / value, unit: 'types', documents };
  if (interval === undefined || !(interval[0] > 0)) return quantity;
  const inverse: Interval = [1 / interval[1], 1 / interval[0]];
  return { ...quantity, interval: inverse };
}
