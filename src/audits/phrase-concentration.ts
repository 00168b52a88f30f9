import type { Audit } from './audit.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { count, figure, percent } from './wording.ts';

/** Whether few phrases are in many documents, or many in few. */
export const phraseConcentration: Audit<'phrase-concentration'> = {
  id: 'phrase-concentration',
  title: 'Spread of shared phrases',
  failureTitle: 'Spread of shared phrases',
  explanation: {
    measures:
      'Of all cases in which two documents have the same four words in a row, the share that the ten most widespread runs account for, and how many runs of equal spread would be as concentrated.',
    formula: '(Σw)² / Σw² and the shares of the heaviest runs of four words, with w = df(df − 1).',
    matters:
      'The same overlap has two meanings. A few runs in most documents are a template or a licence notice and can be removed; many runs in a few documents each are a common way of writing, which only other sources or prompts change.',
    reading:
      'Above a half, look for boilerplate. Near a fifth the overlap is spread over many phrases. Neighbouring runs of one long passage count one by one, so a single notice of 20 words is 17 runs.',
    moves: 'The number of documents: more of them share more. It has no interval.',
    silence: 'Below five distinct documents of four words, and where no two have four words in common.',
    source:
      'The inverse of the concentration of Simpson 1949, Measurement of Diversity, Nature 163, with the pairs of documents that share a run as weights.',
  },
  needs: ['phrase-concentration'],
  audit({ 'phrase-concentration': { n, sharedPhrases, concentration } }) {
    if (concentration === null || concentration.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason:
          concentration === null
            ? 'No two of the distinct documents have four words in a row in common.'
            : `Fewer than ${FEWEST_DOCUMENTS} distinct documents have four words in a row, too few to compare.`,
      };
    const { topTen, topHundred, effectivePhrases, documents } = concentration;
    return {
      outcome: 'informative',
      quantity: { value: topTen, unit: 'share', documents },
      reason: `Of ${count(sharedPhrases, 'shared run')} of four words the ten most widespread make up ${percent(topTen)} of what pairs of documents have in common, as concentrated as ${figure(effectivePhrases)} runs of equal spread.`,
      evidence: [],
      details: { n, sharedPhrases, topTen, topHundred, effectivePhrases },
    };
  },
};
