import type { MeasureValues } from '../measures/registry.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Audit, Evidence } from './audit.ts';
import { duplicateShare } from './exact-duplicates.ts';
import { fails } from './rule.ts';
import { NEAR_DUPLICATES, WARN_AT } from './thresholds.ts';
import { between, count, percent, whole } from './wording.ts';

export type DuplicateValues = Pick<MeasureValues, 'exact-duplicates' | 'near-duplicates'>;

const NORMAL = 1.959964;
const ALMOST_ALL_EXACT = 'Copies are almost all word for word';

/** How many documents could be dropped because another one has nearly the same text. */
export const nearDuplicates: Audit<'exact-duplicates' | 'near-duplicates' | 'collapse-effect'> = {
  id: 'near-duplicates',
  title: 'Documents are not near copies',
  failureTitle: 'Documents are near copies of each other',
  explanation: {
    measures:
      'The share of documents that could go because one that is nearly the same stays: documents minus clusters, divided by documents. Two texts are near copies where their sets of three words in a row, without regard to case and punctuation, have at least half of their elements in common (a Jaccard similarity of 0.5); a cluster is what such pairs connect, exact copies included. Every pair that is named was compared. Of a text of more than 512 different runs of three words the 512 of smallest hash are kept, and similarities with it are estimates from them: their standard error is at most 0.022, so that a pair near 0.5 may be found or not by chance. Texts of which one holds the other are named apart and are in no cluster for it.',
    formula:
      'Share = (documents − clusters) / documents, clusters being the components of verified pairs of a Jaccard similarity of at least 0.5 on sets of three words in a row, exact copies included.',
    matters:
      'Scraped pages come again with another date, a changed line or a shuffled list. They are copies to everything that is learnt from them, and no comparison of whole texts finds them.',
    reading:
      'Zero means that no two documents are half the same. It is never below the share of exact copies, and the difference is what a comparison of whole texts misses. Where that is less than one document in a hundred, the audit passes whatever the share, and its title says that copies are almost all word for word. Where the least similarity in a cluster is low, it is a chain of small changes or a form that was filled in. On large corpora the share is estimated from a sample of texts that puts near copies together, and has an interval. Where very many texts share passages, not all pairs of them are looked at, and the report says so: figures and clusters may then be somewhat too small. The pairs are listed by --pairs.',
    moves: 'Forms, changed dates and shuffled lists; short texts, which share half of their few runs easily.',
    silence: 'Below two documents.',
    source:
      'Broder 1997, On the resemblance and containment of documents; Lee et al. 2022, Deduplicating Training Data Makes Language Models Better, arXiv:2107.06499.',
  },
  cause: {
    id: 'near-duplicates',
    remedy:
      'Keep one document of each cluster (duplicateOf in the lines of --documents is null for it), and find out which source delivers the others.',
  },
  threshold: NEAR_DUPLICATES,
  needs: ['exact-duplicates', 'near-duplicates', 'collapse-effect'],
  audit(values) {
    const near = values['near-duplicates'];
    const { documents } = values['exact-duplicates'];
    if (documents < 2) return { outcome: 'not-applicable', reason: 'Copies need at least two documents.' };
    const quantity = collapsedShare(values);
    const clusters = clusterCount(values);
    const beyond = Math.max(0, Math.round(distinctTexts(values)) - clusters) / documents;
    const failed = fails(quantity, NEAR_DUPLICATES) && beyond >= WARN_AT.duplicates;
    const about = near.exact ? '' : 'about ';
    const chains = near.largest.filter(({ leastSimilarity }) => leastSimilarity < 0.5).length;
    return {
      outcome: failed ? 'failed' : 'passed',
      // The figure has exact copies in it, which are left to their own audit.
      ...(!failed && fails(quantity, NEAR_DUPLICATES) ? { title: ALMOST_ALL_EXACT } : {}),
      quantity,
      reason: `${whole(documents)} documents make ${about}${count(clusters, 'cluster')}, so ${about}${percent(quantity.value)} of them are copies or near copies${between(quantity.interval, percent)}, ${beyond === 0 ? 'none' : percent(beyond)} beyond exact copies.`,
      evidence: evidenceOf(values),
      details: {
        distinctDocuments: clusters,
        exact: near.exact,
        allTexts: near.allTexts,
        allPairs: near.allPairs,
        beyondExactCopies: beyond,
        comparedTexts: near.texts,
        pairs: near.pairs,
        estimatedPairs: near.estimatedPairs,
        similarities: near.similarities.map((step) => ({ ...step })),
        clusterSizes: near.sizes.map((size) => ({ ...size })),
        clusters: near.largest.map(({ texts, documents: own, leastSimilarity, ids, words }) => ({
          documents: own,
          texts,
          leastSimilarity,
          ids,
          words,
        })),
        chains,
        collapseEffect: {
          texts: values['collapse-effect'].texts,
          figures: values['collapse-effect'].figures.map((figure) => ({ ...figure })),
        },
        contained: {
          pairs: near.contained,
          largest: near.holders.map(({ inner, outer, containment }) => ({ inner, outer, containment })),
        },
      },
    };
  },
};

function evidenceOf({ 'near-duplicates': { largest, holders } }: DuplicateValues): readonly Evidence[] {
  const clusters = largest.map(({ quote, documents, ids }) => ({ quote, count: documents, documents: ids }));
  const contained = holders.map(({ quote, inner, outer }) => ({
    quote,
    count: 2,
    documents: [inner, outer],
  }));
  return clusters.length > 0 ? clusters : contained;
}

/** The number of clusters: of documents that are left when of each cluster of copies and near copies one stays. */
export function clusterCount(values: DuplicateValues): number {
  return Math.max(1, Math.round(distinctTexts(values) * (1 - values['near-duplicates'].share.value)));
}

function distinctTexts({ 'exact-duplicates': { documents, distinct } }: DuplicateValues): number {
  return Math.min(documents, Math.max(1, distinct));
}

/** The share of duplicates with near copies; with an interval where it had to be estimated. */
export function collapsedShare(values: DuplicateValues): Quantity {
  const { documents } = values['exact-duplicates'];
  if (documents === 0) return { value: 0, unit: 'share', documents };
  const { share } = values['near-duplicates'];
  const copies = duplicateShare(values['exact-duplicates']);
  const value = Math.max(copies.value, 1 - clusterCount(values) / documents);
  if (share.standardError === 0 && copies.interval === undefined) return { value, unit: 'share', documents };
  const texts = distinctTexts(values) / documents;
  const ofTexts =
    copies.interval === undefined ? 0 : (copies.interval[1] - copies.interval[0]) / (2 * NORMAL);
  const spread = Math.hypot(texts * share.standardError, (1 - share.value) * ofTexts);
  const reach = NORMAL * spread;
  return {
    value,
    unit: 'share',
    interval: [Math.max(0, value - reach), Math.min(1, value + reach)],
    documents,
  };
}
