import type { Audit } from './audit.ts';
import { estimated } from './estimate.ts';
import { FEWEST_DOCUMENTS } from './thresholds.ts';
import { between, count, percent } from './wording.ts';

/** How many documents go in circles. */
export const loops: Audit<'loops'> = {
  id: 'loops',
  title: 'Documents that loop',
  failureTitle: 'Documents that loop',
  explanation: {
    measures:
      'The share of distinct documents with a loop: the same 1 to 64 words, letter case aside, at least three times in a row without a word between, 20 words or more in all. Share = documents with a loop / documents of at least 20 words. At most 4,000 documents are looked at, and of each the first 2,000 words. The interval is a jackknife over 32 groups of documents.',
    formula:
      'Documents with a period of at most 64 words in at least three rounds and 20 words / documents of at least 20 words. A jackknife over 32 groups of documents gives the interval.',
    matters:
      'Language models that lose the thread say the same words until they are stopped, and broken extraction pastes one line again and again. Such text teaches a model to loop, and few people write it.',
    reading:
      'Brown, wikitext-2, abstracts, licences and web reviews have none, technical documents with program code 0.7 %, web pages with their menus 1 %. One document in a hundred is worth a look. Tables with the same number in row after row, and refrains loop as well. Shorter loops ("no, no, no"), rounds of more than 64 words, and rounds in which a word or a number changes are not found: the audit of repetition sees those. Long documents loop more often, since there is more room. Documents of fewer than 20 words do not count.',
    moves: 'Tables, refrains and litanies, which loop by intent.',
    silence: 'Below five distinct documents of 20 words.',
    source:
      'Maximal periodic runs, as the data tools of OLMo look for them (Soldaini et al. 2024, Dolma, arXiv:2402.00159); loops of language models: Holtzman et al. 2020, The Curious Case of Neural Text Degeneration, arXiv:1904.09751. The limits are ours.',
  },
  needs: ['loops'],
  audit({ loops: { share, loopingDocuments, longest } }) {
    if (share === null || share.documents < FEWEST_DOCUMENTS)
      return {
        outcome: 'not-applicable',
        reason: `Fewer than ${FEWEST_DOCUMENTS} distinct documents have 20 words.`,
      };
    const quantity = estimated(share, 'share', 'logit');
    const [worst] = longest;
    const example =
      worst === undefined
        ? ''
        : `; the longest says ${count(worst.period, 'word')} ${count(worst.repeats, 'time')}`;
    return {
      outcome: 'informative',
      quantity,
      reason: `${count(loopingDocuments, 'document')} of ${count(share.documents, 'distinct one')} ${loopingDocuments === 1 ? 'loops' : 'loop'}, ${percent(quantity.value)}${between(quantity.interval, percent)}${example}.`,
      evidence: longest.map(({ id, quote, repeats }) => ({ quote, count: repeats, documents: [id] })),
      details: {
        loopingDocuments,
        longest: longest.map(({ id, period, repeats, words }) => ({ id, period, repeats, words })),
      },
    };
  },
};
