import type { Audit } from './audit.ts';
import { estimated } from './estimate.ts';
import { between, figure, unspacedNote, whole } from './wording.ts';

const ENOUGH_DOCUMENTS = 140;

/** How much documents repeat of what others say. */
export const selfRepetition: Audit<'self-repetition' | 'size'> = {
  id: 'self-repetition',
  title: 'Repetition from document to document',
  failureTitle: 'Repetition from document to document',
  explanation: {
    measures:
      'How much of each document other documents say in the same four words: the mean over documents of ln(1 + Σ (df - 1)), where the sum goes over the different runs of four words of the document, df is the number of documents that have the run, and ln the natural logarithm. It is taken over the first 150 words of 120 distinct documents of at least 150 words, in the order of their hashes, as good as by chance. The interval is a jackknife over 32 groups of documents, on the log scale; what a group leaves free is filled from the documents that follow.',
    formula:
      'Mean over documents of ln(1 + Σ (df − 1)), df the documents that have a 4-gram. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Stock phrases that come back in many documents are what text by language models, templates and boilerplate have in common.',
    reading:
      'At 0 no two documents share a run. Fiction, news and web pages stand at 0.2 to 0.5, abstracts of one research field near 2, essays by language models on shared prompts near 4, licences and central-bank statements at 6 and more. It grows with the number and the length of documents, hence one number and one length here: figures from elsewhere cannot be compared with it. The logarithm keeps a few documents that are near copies from deciding it; exact copies do not count. Shorter documents are passed over, and runs of three words and fewer do not show. The interval is that of a sample of this size, and does not shrink as the corpus grows.',
    moves: 'The number and length of windows, hence one of each for all corpora.',
    silence: 'Below 120 documents of the length of a window outside the largest group.',
    source:
      'Salkar, Trikalinos, Wallace and Nenkova 2022, Self-Repetition in Abstractive Neural Summarizers, arXiv:2210.08145.',
  },
  needs: ['self-repetition', 'size'],
  audit({ 'self-repetition': { n, windowWords, windows, available, repetition }, size }) {
    if (repetition === null)
      return {
        outcome: 'not-applicable',
        reason: `Distinct documents of at least ${windowWords} words are ${whole(available)} when the largest of their 32 groups is left out, as the interval asks for, and it takes ${windows}. About ${ENOUGH_DOCUMENTS} are enough.`,
      };
    const quantity = estimated(repetition, 'ratio', 'log');
    return {
      outcome: 'informative',
      quantity,
      reason: `Self-repetition is ${figure(quantity.value)}${between(quantity.interval)} among the first ${windowWords} words of ${windows} distinct documents, where 0 is none.${unspacedNote(size.unspacedShare)}`,
      evidence: [],
      details: { n, windowWords, windows },
    };
  },
};
