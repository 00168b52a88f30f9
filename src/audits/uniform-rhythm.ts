import type { Audit } from './audit.ts';
import { estimated, estimatedDetail } from './estimate.ts';
import { fails } from './rule.ts';
import { FEWEST_DOCUMENTS, FEWEST_SENTENCES, UNIFORM_RHYTHM } from './thresholds.ts';
import { between, count, figure } from './wording.ts';

const UNMARKED =
  'Most texts have no marks that end sentences, so that these have no length: the index rests on shared words alone.';

/** How little sentences differ in length. */
export const uniformRhythm: Audit<'rhythm'> = {
  id: 'uniform-rhythm',
  title: 'Sentences are long and short',
  failureTitle: 'Sentences are all of a length',
  explanation: {
    measures:
      'The variation of sentence length in words: the standard deviation divided by the mean, over the sentences that begin in the first 150 words of the sampled documents, so that the length of documents has no bearing, and a sentence counts 150 words at most. In the details, whether neighbours are alike: the lag-1 autocorrelation Σ (x − m)(y − m) / ½ Σ ((x − m)² + (y − m)²) over these sentences x and the next ones y of a document, with m the mean length. The intervals are a jackknife over 32 groups of documents.',
    formula:
      'Standard deviation of the words in a sentence / their mean, over sentences that begin in the first 150 words. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'People mix long sentences with short ones, and differ from each other in how they do. Where that is lost, a corpus has taken on one rhythm, often before its words show it.',
    reading:
      'Fiction, letters and web forums stand at 0.7 to 0.9, abstracts of one research field near 0.4, a drill of equal sentences near 0. Lists raise the figure. The autocorrelation lies between −1, short and long in turn, and 1, no change within documents; it is 0 where lengths follow by chance, and documents that differ in their mean length raise it. It is absent where no document has two sentences or all are of a length.',
    moves: 'Lists, headings, missing full stops and genre.',
    silence:
      'Below 20 sentences or five distinct documents, and where most texts of 75 words and more begin no second sentence in their first 150.',
    source:
      'The coefficient of variation of sentence length (Yule 1939, On sentence-length as a statistical characteristic of style in prose, Biometrika 30); the autocorrelation is the intraclass correlation of neighbours (Fisher 1925, Statistical Methods for Research Workers, § 38).',
  },
  cause: {
    id: 'uniform-rhythm',
    remedy:
      'Add sources of other genres and hands, and look for a template or a filter that prefers one length.',
  },
  threshold: UNIFORM_RHYTHM,
  needs: ['rhythm'],
  audit({ rhythm: { sentences, unmarked, meanLength, variation, autocorrelation } }) {
    if (unmarked) return { outcome: 'not-applicable', reason: UNMARKED };
    if (variation === null || sentences < FEWEST_SENTENCES || variation.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `${count(sentences, 'sentence')} in ${count(variation?.documents ?? 0, 'distinct document')} are too few: it takes ${FEWEST_SENTENCES} in ${FEWEST_DOCUMENTS}.`,
      };
    const quantity = estimated(variation, 'ratio', 'log');
    const mean = meanLength === null ? null : estimated(meanLength, 'tokens-per-sentence', 'log');
    const average = mean === null ? '' : ` of ${figure(mean.value)} words on average`;
    return {
      outcome: fails(quantity, UNIFORM_RHYTHM) ? 'failed' : 'passed',
      quantity,
      reason: `The length of ${count(sentences, 'sentence')}${average} varies by ${figure(quantity.value)} of its mean${between(quantity.interval)}; at ${figure(UNIFORM_RHYTHM.failsAt)} or less it is uniform.`,
      evidence: [],
      details: {
        sentences,
        meanLength: estimatedDetail(meanLength, 'tokens-per-sentence', 'log'),
        autocorrelation: estimatedDetail(autocorrelation, 'ratio', 'identity'),
      },
    };
  },
};
