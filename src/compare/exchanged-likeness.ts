import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { ExchangedLikeness } from './comparison.ts';
import { indexAmong } from './index-among.ts';
import type { Sides } from './paired-replicates.ts';
import { pairedReplicates } from './paired-replicates.ts';
import type { TextChanges } from './text-changes.ts';
import { holdsHash } from './text-keys.ts';

/**
 * By how many points of the homogeneity index the texts that came are more alike among themselves than those that went.
 * Where a version keeps most of its texts, this shows a change long before the index of the whole does: among n texts of
 * which a share r was exchanged, r² of the pairs are of new texts. Null where either are fewer than 5 distinct
 * texts, one of near copies, and where no text stayed, for then it is the difference of the whole.
 */
export function exchangedLikeness(
  { baseline, candidate }: Sides<ComparedCorpus>,
  { went, came, unchanged }: TextChanges,
): ExchangedLikeness | null {
  if (unchanged === 0) return null;
  const before = indexAmong(baseline, (hash) => holdsHash(went, hash));
  const after = indexAmong(candidate, (hash) => holdsHash(came, hash));
  if (before === null || after === null) return null;
  const difference = pairedReplicates({ baseline: before, candidate: after }, (gone, fresh) => fresh - gone);
  return {
    value: difference.value,
    unit: 'points',
    interval: jackknifeInterval(difference),
    interval99: jackknifeInterval(difference, 'identity', 0.99),
    went: before.documents,
    came: after.documents,
  };
}
