import type { Audit } from './audit.ts';
import { estimated } from './estimate.ts';
import { scriptClass } from './homogeneity.ts';
import { fails } from './rule.ts';
import { FEWEST_DOCUMENTS, NARROW_VOCABULARY } from './thresholds.ts';
import { between, whole } from './wording.ts';

const WORDS = 1000;

/** How few different words the documents are made of. */
export const narrowVocabulary: Audit<'word-groups' | 'size'> = {
  id: 'narrow-vocabulary',
  title: 'Words are many',
  failureTitle: 'Words are few',
  explanation: {
    measures:
      'How many different words are to be expected among 1,000 words drawn by chance from the whole corpus. The interval is a jackknife over 32 groups of documents.',
    formula: 'The expected number of types among 1,000 tokens drawn without replacement from all.',
    matters:
      'Where topics, names and turns of phrase are the same from document to document, few words do all the work. One size for all makes corpora of any size comparable.',
    reading:
      'English prose of many hands stands at 500 to 670, licences and central-bank statements at 390 to 430. Languages with many forms of a word have more. Text by models has fewer words than that by people in most genres and more in fiction and news, so a high figure clears nothing. Copies count each time here.',
    moves: 'Genre and language; copies, which count each time.',
    silence: 'Below 1,000 words or five documents.',
    source: 'Rarefaction: Hurlbert 1971, The Nonconcept of Species Diversity, Ecology 52.',
  },
  cause: {
    id: 'narrow-vocabulary',
    remedy: 'Widen what the documents are about: add sources, topics or prompts that need other words.',
  },
  threshold: NARROW_VOCABULARY,
  needs: ['word-groups', 'size'],
  audit({ 'word-groups': { growth }, size }) {
    const types = growth.find((point) => point.size === WORDS)?.types ?? null;
    if (types === null || size.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `There are fewer than ${whole(WORDS)} words to draw from.`,
      };
    const quantity = estimated(types, 'types', 'log');
    const said = `Among ${whole(WORDS)} words drawn by chance ${whole(quantity.value)} are different${between(quantity.interval, whole)}`;
    if (scriptClass({ size }) === 'unspaced')
      return {
        outcome: 'informative',
        quantity,
        reason: `${said}; for words that are pairs of characters no threshold is set.`,
        evidence: [],
        details: {},
      };
    return {
      outcome: fails(quantity, NARROW_VOCABULARY) ? 'failed' : 'passed',
      quantity,
      reason: `${said}; at ${whole(NARROW_VOCABULARY.failsAt)} or fewer they are few.`,
      evidence: [],
      details: {},
    };
  },
};
