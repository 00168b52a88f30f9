import type { Audit } from './audit.ts';
import { edgeOutcome } from './edge.ts';

/** How many documents end with the same words. */
export const sharedEndings: Audit<'edges'> = {
  id: 'shared-endings',
  title: 'How documents end',
  failureTitle: 'How documents end',
  explanation: {
    measures:
      'The chance, in a million, that two distinct documents end with the same three words. Only documents that the sample keeps whole can be looked at: those of up to 2,000 words, and of up to 300 where there are more than 4,000 distinct documents. Those of fewer than six words are left out. The interval is a jackknife over 32 groups of documents, on the logit scale.',
    formula:
      'In a million: Σ c(c − 1) / T(T − 1), c the texts of one ending of three words, T all texts that were kept whole. A jackknife over 32 groups of documents, in which what pairs of groups have in common counts once, gives the interval.',
    matters:
      'Signatures, footers and stock conclusions stand at the end. They are the first thing to cut, and texts that close alike were often written to one pattern.',
    reading:
      'Texts by many hands stand below 100 in a million, abstracts of one research field near 300, statements of one institution at several ten thousand. The number of documents tells how many were short enough.',
    moves: 'Signatures and footers; which documents are short enough to be kept whole.',
    silence: 'Below five distinct documents of six words that were kept whole.',
    source:
      'The probability that two draws agree (Simpson 1949, Measurement of Diversity, Nature 163), of last words; for the interval Efron & Stein 1981, Annals of Statistics 9.',
  },
  needs: ['edges'],
  audit({ edges: { endings, words } }) {
    return edgeOutcome(endings, words, 'end');
  },
};
