import type { LoopsValue } from '../measures/loops.ts';
import type { RepetitionValue } from '../measures/repetition.ts';
import type { Audit, Evidence } from './audit.ts';
import { estimated, estimatedDetail } from './estimate.ts';
import { fails } from './rule.ts';
import { FEWEST_DOCUMENTS, REPETITION } from './thresholds.ts';
import { between, count, percent } from './wording.ts';

const MOST_LOOPS = 5;
const MOST_SHOWN = 10;

/** How much documents say twice. */
export const repetition: Audit<'repetition' | 'loops'> = {
  id: 'repetition',
  title: 'Documents say things once',
  failureTitle: 'Documents repeat themselves',
  explanation: {
    measures:
      'The share of runs of four words that already stood in the same document, over the first 300 words of each distinct document: (runs − different runs) / runs, each summed over documents. In the details, the mean of the shares of the documents (rep-4), in which a short document counts as much as a long one. Quoted are the longest loops (see the audit of loops), one round of each with the number of rounds, and of other documents what they say most often. The interval is a jackknife over 32 groups of documents.',
    formula:
      '(Runs of four words − different ones) / runs, both summed over documents; in the details rep-1 to rep-4, means of the documents’ own shares. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Loops, lists of near-identical lines and sentences pasted again and again hold little text for their length. They teach a model to go in circles.',
    reading:
      'Edited prose repeats about one run in a hundred, legal text four in a hundred. Ten in a hundred is seen with the eye. Names of several words and refrains count too, so look at the quoted documents before removing any. It rises with the length of documents up to 300 words, so compare corpora of documents of a length; a mean share above the pooled one says that the short documents repeat most.',
    moves: 'The length of documents up to 300 words, refrains, tables and names of several words.',
    silence: 'Below five distinct documents of four words.',
    source:
      'Rae et al. 2021, Scaling Language Models (Gopher), arXiv:2112.11446, appendix A.1: repetition filters; rep-4: Welleck et al. 2019, Neural Text Generation with Unlikelihood Training, arXiv:1908.04319.',
  },
  cause: {
    id: 'repetition',
    remedy: 'Read the quoted documents, and drop or cut those that go in circles before they are used.',
  },
  threshold: REPETITION,
  needs: ['repetition', 'loops'],
  audit({ repetition: { share, meanShare, byN, repetitiveDocuments, worst }, loops }) {
    if (share === null || share.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have four words in a row.`,
      };
    const quantity = estimated(share, 'share', 'logit');
    return {
      outcome: fails(quantity, REPETITION) ? 'failed' : 'passed',
      quantity,
      reason: `${percent(quantity.value)} of the runs of four words stood in their document before${between(quantity.interval, percent)}; the threshold is ${percent(REPETITION.failsAt)}, and ${count(repetitiveDocuments, 'document')} ${repetitiveDocuments === 1 ? 'repeats' : 'repeat'} a fifth or more${loopsNote(loops)}.`,
      evidence: evidenceOf(worst, loops),
      details: {
        meanShare: estimatedDetail(meanShare, 'share', 'logit'),
        byN: Object.fromEntries(byN.map((row) => [row.n, estimatedDetail(row.meanShare, 'share', 'logit')])),
        repetitiveDocuments,
        loopingDocuments: loops.loopingDocuments,
        worst: worst.map(({ id, share: own }) => ({ id, share: own })),
      },
    };
  },
};

function loopsNote({ loopingDocuments }: LoopsValue): string {
  if (loopingDocuments === 0) return '';
  return `; ${count(loopingDocuments, 'document')} ${loopingDocuments === 1 ? 'goes' : 'go'} in a loop`;
}

/** The longest loops, one round of each and how often it comes, then what other documents say most often. */
function evidenceOf(worst: RepetitionValue['worst'], { longest }: LoopsValue): readonly Evidence[] {
  const looping = longest.slice(0, MOST_LOOPS);
  const shown = new Set(looping.map(({ id }) => id));
  return [
    ...looping.map(({ id, quote, repeats }) => ({ quote, count: repeats, documents: [id] })),
    ...worst
      .filter(({ id }) => !shown.has(id))
      .map(({ id, quote, count: places }) => ({ quote, count: places, documents: [id] })),
  ].slice(0, MOST_SHOWN);
}
