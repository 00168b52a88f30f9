import type { Audit } from './audit.ts';
import { edgeOutcome } from './edge.ts';
import { fails } from './rule.ts';
import { SHARED_OPENINGS } from './thresholds.ts';

/** How many documents begin with the same words. */
export const sharedOpenings: Audit<'edges'> = {
  id: 'shared-openings',
  title: 'Documents begin in their own ways',
  failureTitle: 'Documents begin with the same words',
  explanation: {
    measures:
      'The chance, in a million, that two distinct documents begin with the same three words. Documents of fewer than six words are left out. The interval is a jackknife over 32 groups of documents, on the logit scale.',
    formula:
      'In a million: Σ c(c − 1) / T(T − 1), c the texts of one opening of three words, T all texts. A jackknife over 32 groups of documents, in which what pairs of groups have in common counts once, gives the interval.',
    matters: 'Texts from one prompt, template or form often open alike, whatever they go on to say.',
    reading:
      'Fiction and news by many hands stand at 50 to 200 in a million, abstracts of one research field near 5,000, statements of one institution at several hundred thousand. Headings, datelines and salutations count like any other words, so look at the quoted openings.',
    moves: 'Headings, datelines and salutations.',
    silence: 'Below five distinct documents of six words.',
    source:
      'The probability that two draws agree (Simpson 1949, Measurement of Diversity, Nature 163), of first words; for the interval Efron & Stein 1981, Annals of Statistics 9.',
  },
  cause: {
    id: 'shared-openings',
    remedy:
      'Look at the quoted openings: cut them where they are a heading or a form, and vary the prompt or the source where they are a habit.',
  },
  threshold: SHARED_OPENINGS,
  needs: ['edges'],
  audit({ edges: { openings, words } }) {
    const outcome = edgeOutcome(openings, words, 'begin');
    if (outcome.outcome !== 'informative') return outcome;
    return { ...outcome, outcome: fails(outcome.quantity, SHARED_OPENINGS) ? 'failed' : 'passed' };
  },
};
