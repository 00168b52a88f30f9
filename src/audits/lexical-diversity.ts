import type { Audit } from './audit.ts';
import { estimated, estimatedDetail, quantityDetail } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, figure, unspacedNote, whole } from './wording.ts';

/** How varied the words of single documents are. */
export const lexicalDiversity: Audit<'lexical-diversity' | 'size'> = {
  id: 'lexical-diversity',
  title: 'Variety of words within documents',
  failureTitle: 'Variety of words within documents',
  explanation: {
    measures:
      "Four figures of each document's first 300 words, as means over at most 4,000 distinct documents. MATTR: the number of different words in a window of 50 words divided by 50, averaged over all such windows. MTLD: how many words one can read before different words fall to 72 % of the words read. HD-D: the share of different words to be expected among 42 words drawn by chance. Yule's K: 10,000 (Σ i² V_i - N) / N², where V_i is the number of words that occur i times and N the number of all. MATTR takes documents of at least 50 words, HD-D of 42, MTLD and K of 100. The intervals are a jackknife over 32 groups of documents, of MATTR and HD-D on the logit scale, of the others on the log scale.",
    formula:
      'MATTR over windows of 50 words, MTLD with 0.72, HD-D of 42 words and Yule’s K, means over documents of their first 300 words. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'They show whether single texts use few words over and over. A corpus may have varied texts and yet be all alike: what is the same from text to text does not show here.',
    reading:
      'Higher is more varied, but for K, where lower is. Prose of many genres stands at a MATTR of 0.75 to 0.81, an MTLD of 50 to 100, an HD-D of 0.78 to 0.84 and a K of 105 to 195. Genre, language and inflection move them; the length of documents does so little, since all are cut to one length, though those shorter than it stay short. They are often as high in text by language models as in text by people, so a high figure clears nothing. They are silent about sameness between documents.',
    moves: 'Language and genre; MTLD also the length of documents.',
    silence: 'Below five distinct documents of 50 words; MTLD and K take 100 words.',
    source:
      'MATTR: Covington and McFall 2010, Cutting the Gordian Knot, Journal of Quantitative Linguistics 17. MTLD and HD-D: McCarthy and Jarvis 2010, MTLD, vocd-D, and HD-D, Behavior Research Methods 42. K: Yule 1944, The Statistical Study of Literary Vocabulary, Cambridge University Press.',
  },
  needs: ['lexical-diversity', 'size'],
  audit({ 'lexical-diversity': value, size }) {
    const main = value.movingAverageTtr;
    if (main === null || main.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have 50 words, the length of a window.`,
      };
    const quantity = estimated(main, 'ratio', 'logit');
    return {
      outcome: 'informative',
      quantity,
      reason: `In 50 words in a row ${figure(50 * quantity.value)} are different${between(quantity.interval, (ratio) => figure(50 * ratio))}, on average over ${whole(quantity.documents)} distinct documents.${unspacedNote(size.unspacedShare)}`,
      evidence: [],
      details: {
        windowWords: value.windowWords,
        movingAverageTtr: quantityDetail(quantity),
        textualLexicalDiversity: estimatedDetail(value.textualLexicalDiversity, 'ratio', 'log'),
        hypergeometricDiversity: estimatedDetail(value.hypergeometricDiversity, 'ratio', 'logit'),
        yuleK: estimatedDetail(value.yuleK, 'ratio', 'log'),
      },
    };
  },
};
