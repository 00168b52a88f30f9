import type { ExactDuplicatesValue } from '../measures/exact-duplicates.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Audit } from './audit.ts';
import { sampledCountInterval } from './estimate.ts';
import { fails } from './rule.ts';
import { EXACT_DUPLICATES } from './thresholds.ts';
import { count, percent, whole } from './wording.ts';

/** How many documents could be dropped because another one has the same text. */
export const exactDuplicates: Audit<'exact-duplicates' | 'copied-texts'> = {
  id: 'exact-duplicates',
  title: 'Documents are different texts',
  failureTitle: 'Documents are copies of each other',
  explanation: {
    measures:
      'The share of documents that repeat the whole text of another one: documents minus distinct texts, divided by documents. White space and the way accents are encoded do not count; case and punctuation do.',
    formula: '(Documents − distinct texts) / documents.',
    matters:
      'Copies add size without adding anything to say. They make a corpus look larger than it is, and a model trained on it learns the copied texts by heart.',
    reading:
      'Zero means that no text occurs twice. Ten per cent means that one document in ten can go without losing a word. Copies that differ in a single letter are not seen here.',
    moves: 'Copies alone. The same text in other letters, case or punctuation is not a copy.',
    silence: 'Below two documents. There is no interval where all texts could be counted.',
    source: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better, arXiv:2107.06499.',
  },
  cause: {
    id: 'exact-duplicates',
    remedy: 'Keep one document of each text, and find out which source delivers copies.',
  },
  threshold: EXACT_DUPLICATES,
  needs: ['exact-duplicates', 'copied-texts'],
  audit({ 'exact-duplicates': value, 'copied-texts': { texts } }) {
    const { documents, exact, clusters } = value;
    if (documents < 2) return { outcome: 'not-applicable', reason: 'Copies need at least two documents.' };
    const distinct = Math.min(documents, Math.max(1, Math.round(value.distinct)));
    const quantity = duplicateShare(value);
    const largest = clusters.at(-1)?.documents ?? 1;
    const most = largest > 1 ? `; the commonest text occurs in ${count(largest, 'document')}` : '';
    const about = exact ? '' : 'about ';
    return {
      outcome: fails(quantity, EXACT_DUPLICATES) ? 'failed' : 'passed',
      quantity,
      reason: `${whole(documents)} documents hold ${about}${count(distinct, 'distinct text')}, so ${about}${percent(quantity.value)} of them are copies${most}.`,
      evidence: texts.map(({ quote, documents: copies, id }) => ({ quote, count: copies, documents: [id] })),
      details: {
        distinctDocuments: distinct,
        exact,
        largestCluster: largest,
        textsWithCopies: clusters.reduce((sum, row) => (row.documents > 1 ? sum + row.texts : sum), 0),
      },
    };
  },
};

/** The share of duplicates; with an interval where the number of distinct texts had to be estimated. */
export function duplicateShare({ documents, distinct, exact, clusters }: ExactDuplicatesValue): Quantity {
  const shareOf = (texts: number): number =>
    documents === 0 ? 0 : Math.min(1, Math.max(0, (documents - texts) / documents));
  const share: Quantity = { value: shareOf(distinct), unit: 'share', documents };
  const held = clusters.reduce((sum, row) => sum + row.texts, 0);
  const interval = exact ? null : sampledCountInterval(distinct, held);
  return interval === null ? share : { ...share, interval: [shareOf(interval[1]), shareOf(interval[0])] };
}
