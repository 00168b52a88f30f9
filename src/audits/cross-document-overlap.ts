import type { NgramOverlap, OverlapValue } from '../measures/overlap.ts';
import type { Audit, Json } from './audit.ts';
import { estimatedPerMillion, quantityDetail } from './estimate.ts';
import { fails } from './rule.ts';
import { CROSS_DOCUMENT_OVERLAP, FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, figure, percent, unspacedNote, whole } from './wording.ts';

const N = 4;

/** How often two documents use the same words in a row. */
export const crossDocumentOverlap: Audit<'overlap' | 'size'> = {
  id: 'cross-document-overlap',
  title: 'Documents put things in their own words',
  failureTitle: 'Documents share a stock of phrases',
  explanation: {
    measures:
      'The chance, in a million, that four words in a row from one document are the same four words as a run from another document. Only the beginning of each document is compared, the same number of words for all, and copies of a text count once. The interval is a jackknife over 32 groups of documents, on the logit scale.',
    formula:
      'In a million: Σ df(df − 1) / ((ΣS)² − ΣS²), with df the documents that have a run of four words and S the different runs of a document. A jackknife over 32 groups of documents, in which what pairs of groups have in common counts once, gives the interval. It is symmetric on the scale of the logit.',
    matters:
      'A corpus loses diversity between its documents before it loses it inside them: every single text may read well, and yet all of them say it with the same phrases. This is the sign of sameness that held in every pair of corpora it was tried on.',
    reading:
      'It depends neither on the number of documents nor on their length. Essays, fiction and news by many hands stand near 0.2 in a million, encyclopedia articles near 2, abstracts of one research field near 5, licences and central-bank statements at several hundred. The genre matters, so a baseline of your own says more than this scale.',
    moves:
      'Genre and subject, and what stands at the beginning of documents, of which the first 150 words count; shorter documents are taken whole. The number of documents does not move it.',
    silence: 'Below five distinct documents of four words.',
    source:
      'The probability that two draws agree (Simpson 1949, Measurement of Diversity, Nature 163), taken between documents only; for the interval Efron & Stein 1981, Annals of Statistics 9.',
  },
  cause: {
    id: 'phrase-stock',
    remedy:
      'Look at the quoted phrases: remove them where they are boilerplate, draw on more sources or prompts where they are the way everything is said.',
  },
  threshold: CROSS_DOCUMENT_OVERLAP,
  needs: ['overlap', 'size'],
  audit({ overlap, size }) {
    const main = overlap.byN.find((row) => row.n === N)?.perMillion ?? null;
    if (main === null || main.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have ${N} words in a row, too few to compare.`,
      };
    const quantity = estimatedPerMillion(main);
    const note = unspacedNote(size.unspacedShare);
    return {
      outcome: fails(quantity, CROSS_DOCUMENT_OVERLAP) ? 'failed' : 'passed',
      quantity,
      reason: `Four words in a row agree between two documents ${figure(quantity.value)} times in a million${between(quantity.interval)}, over ${whole(quantity.documents)} distinct documents; the threshold is ${figure(CROSS_DOCUMENT_OVERLAP.failsAt)}.${shorterNote(overlap)}${note}`,
      evidence: overlap.phrases.map(({ quote, texts, documents }) => ({ quote, count: texts, documents })),
      details: {
        windowWords: overlap.windowWords,
        shorterShare: overlap.shorterShare,
        sharedShare: overlap.sharedShare,
        byN: Object.fromEntries(overlap.byN.map((row) => [row.n, rowOf(row)])),
      },
    };
  },
};

const NOTABLE_SHORTER = 0.05;

/** What a reader must know where a notable share of the documents does not fill the window. */
function shorterNote({ shorterShare, windowWords }: OverlapValue): string {
  if (shorterShare === null || shorterShare <= NOTABLE_SHORTER) return '';
  return ` ${percent(shorterShare)} of them have fewer than the ${windowWords} words that are compared, and are taken whole.`;
}

function rowOf({ perMillion }: NgramOverlap): Json {
  return perMillion === null ? null : quantityDetail(estimatedPerMillion(perMillion));
}
