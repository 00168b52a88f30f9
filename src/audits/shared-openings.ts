import type { Audit } from './audit.ts';
import { edgeOutcome } from './edge.ts';

/** How many documents begin with the same words. */
export const sharedOpenings: Audit<'edges'> = {
  id: 'shared-openings',
  title: 'How documents begin',
  failureTitle: 'How documents begin',
  explanation: {
    measures:
      'The chance, in a million, that two distinct documents begin with the same three words. Documents of fewer than six words are left out. The interval is a jackknife over 32 groups of documents, on the log scale.',
    matters: 'Texts from one prompt, template or form often open alike, whatever they go on to say.',
    reading:
      'Fiction and news by many hands stand at 50 to 200 in a million, abstracts of one research field near 5,000, statements of one institution at several hundred thousand. Headings, datelines and salutations count like any other words, so look at the quoted openings.',
    source:
      'The probability that two draws agree (Simpson 1949, Measurement of Diversity, Nature 163), of first words.',
  },
  needs: ['edges'],
  audit({ edges: { openings, words } }) {
    return edgeOutcome(openings, words, 'begin');
  },
};
