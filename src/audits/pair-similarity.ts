import type { Audit } from './audit.ts';
import { estimated } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, percent, whole } from './wording.ts';

/** How much of its words a document has in common with another one. */
export const pairSimilarity: Audit<'pair-similarity'> = {
  id: 'pair-similarity',
  title: 'What two documents have in common',
  failureTitle: 'What two documents have in common',
  explanation: {
    measures:
      'The share of runs of three words that two documents have in common, on average over all pairs of the sampled documents: the different runs in both, divided by the number that a document has on average. Only the first 150 words of each document are compared. The interval is a jackknife over 32 groups of documents, on the logit scale.',
    formula:
      'Σ df(df − 1) / ((D − 1) ΣS) over runs of three words, D documents with S different ones each. A jackknife over 32 groups of documents, in which what pairs of groups have in common counts once, gives the interval.',
    matters:
      'It says in plain terms how alike two documents are that were drawn at random, while cross-document overlap says how often one run agrees with another.',
    reading:
      'Prose by many hands on many subjects stands near 0.03 %, abstracts of one research field near 0.3 %, statements of one institution near 10 %. Documents much shorter than 150 words lower it, so compare corpora of similar documents.',
    moves: 'Genre, subject and shared openings. Longer documents share more, up to 150 words.',
    silence: 'Below five distinct documents of three words.',
    source:
      'The mean of the pairwise intersections over the mean size, in the manner of the coefficient of Szymkiewicz and Simpson (Simpson 1943, American Journal of Science 241), computed from document frequencies; for the interval Efron & Stein 1981, Annals of Statistics 9.',
  },
  needs: ['pair-similarity'],
  audit({ 'pair-similarity': { n, windowWords, meanShare } }) {
    if (meanShare === null || meanShare.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have three words in a row, too few to compare.`,
      };
    const quantity = estimated(meanShare, 'share', 'logit');
    return {
      outcome: 'informative',
      quantity,
      reason: `Two of ${whole(quantity.documents)} distinct documents have ${percent(quantity.value)} of their runs of three words in common on average${between(quantity.interval, percent)}.`,
      evidence: [],
      details: { n, windowWords },
    };
  },
};
