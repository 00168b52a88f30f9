import type { Audit } from './audit.ts';
import { count, percent, whole } from './wording.ts';

const N = 4;

/** How many of the runs of words are different ones. */
export const ngramDiversity: Audit<'ngram-diversity' | 'size'> = {
  id: 'ngram-diversity',
  title: 'Different runs of words',
  failureTitle: 'Different runs of words',
  explanation: {
    measures:
      'Of all runs of two, three, four and five words, the share that are different from each other (distinct-n).',
    formula: 'Different n-grams / all n-grams, for n = 2 to 5, over the whole corpus.',
    matters:
      'The fewer new runs a corpus holds for its size, the more of it has been said before in the same words.',
    reading:
      'The share falls as a corpus grows, whatever it says: never compare corpora of different size by it. Between two corpora of equal size the lower one is the more alike.',
    moves: 'The size of the corpus, more than anything else: it falls as a corpus grows.',
    silence: 'Without two words in a row. It has no interval, because it moves with size.',
    source:
      'Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models, arXiv:1510.03055.',
  },
  needs: ['ngram-diversity', 'size'],
  audit({ 'ngram-diversity': { byN }, size }) {
    const main = byN.find((row) => row.n === N);
    if (main === undefined || main.distinctShare === null)
      return { outcome: 'not-applicable', reason: `No document has ${N} words in a row.` };
    const about = main.exact ? '' : 'about ';
    return {
      outcome: 'informative',
      quantity: { value: main.distinctShare, unit: 'share', documents: size.documents },
      reason: `Of ${count(main.total, 'run')} of four words ${about}${whole(main.distinct)} are different, ${percent(main.distinctShare)}. This moves with the size of the corpus: compare it at equal size only.`,
      evidence: [],
      details: {
        byN: Object.fromEntries(
          byN.map(({ n, total, distinct, distinctShare, exact }) => [
            n,
            { total, distinct, share: distinctShare, exact },
          ]),
        ),
      },
    };
  },
};
