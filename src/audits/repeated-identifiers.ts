import type { Audit } from './audit.ts';
import { count, percent } from './wording.ts';

/** Whether the ids of the documents tell them apart. */
export const repeatedIdentifiers: Audit<'identifiers'> = {
  id: 'repeated-identifiers',
  title: 'Repeated identifiers',
  failureTitle: 'Repeated identifiers',
  explanation: {
    measures: 'The share of documents with an id whose id another document had before them.',
    formula: 'Documents with an id − different ids.',
    matters:
      'Two documents of one id are usually one input read twice, or two exports laid over each other. Reports quote ids, and a repeated one does not say which document is meant.',
    reading:
      'Zero is right for most corpora. Repeated ids with different texts are often versions or parts of a document; both are kept and counted.',
    moves: 'Ids alone, whatever the texts.',
    silence: 'Where no document came with an id.',
    source: 'A count.',
  },
  needs: ['identifiers'],
  audit({ identifiers: { documents, repeated, exact } }) {
    if (documents === 0) return { outcome: 'not-applicable', reason: 'The documents come without ids.' };
    const share = Math.min(1, repeated / documents);
    const about = exact ? '' : 'about ';
    return {
      outcome: 'informative',
      quantity: { value: share, unit: 'share', documents },
      reason: `Of ${count(documents, 'document')} with an id ${about}${percent(share)} have one that was taken.`,
      evidence: [],
      details: { documents, repeated, exact },
    };
  },
};
