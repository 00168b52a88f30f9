import { FEWEST_DOCUMENTS } from '../audits/thresholds.ts';
import type { Replicated } from '../measures/measure.ts';
import { jackknifeError } from '../statistics/jackknife.ts';
import { CHANGE } from './change-settings.ts';
import type { Detectable } from './comparison.ts';
import type { Sides } from './paired-replicates.ts';

/** Quantiles of t with 31 degrees of freedom for an interval of 99 %, and of the normal distribution for a power of 0.8. */
const SURE = 2.744;
const OFTEN = 0.8416;
const STEPS = 60;

/**
 * The smallest share r of the documents whose replacement would be found with a power of 0.8. Replaced texts add E r^p
 * points, and while both versions share the rest, their difference has the variance r (σ² + τ²), σ and τ the standard
 * errors of the two indexes; the texts that came are E points from those that went, with the variance (σ² + τ²) / r.
 * The first must exceed the smallest effect, and one of the two the reach of its 99 % interval, by as much as chance
 * takes away 2 times in 10. Null where a side has no error.
 */
export function detectableShare({ baseline, candidate }: Sides<Replicated | null>): Detectable | null {
  if (baseline === null || candidate === null) return null;
  const [own, other] = [jackknifeError(baseline), jackknifeError(candidate)];
  if (own === null || other === null) return null;
  const error = Math.hypot(own, other);
  const documents = Math.min(baseline.documents, candidate.documents);
  const shareFor = (points: number): number =>
    smallestFound((share) => {
      const spread = Math.sqrt(share) * error;
      const effect = points * share ** CHANGE.replaced.exponent;
      if (effect < CHANGE.smallestPoints + OFTEN * spread) return false;
      const isExchangeSeen =
        share * documents >= FEWEST_DOCUMENTS && points >= (SURE + OFTEN) * (error / Math.sqrt(share));
      return isExchangeSeen || effect >= (SURE + OFTEN) * spread;
    });
  const share = shareFor(CHANGE.replaced.points);
  const range = [shareFor(CHANGE.replaced.most), shareFor(CHANGE.replaced.least)] as const;
  return { share, range, summary: summaryOf(share, range) };
}

function smallestFound(isFound: (share: number) => boolean): number {
  if (!isFound(1)) return 1;
  let low = 0;
  let high = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (isFound(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function summaryOf(share: number, [least, most]: readonly [number, number]): string {
  const reach = `${upwards(least)} to ${most >= 1 ? 'more than all' : upwards(most)} by how alike such texts are`;
  if (share >= 1)
    return `At these sizes not even a version of generated texts alone would be sure to be found (${reach}).`;
  return `Had generated texts replaced ${upwards(share)} of the documents, it would be found 8 times in 10 (${reach}); a smaller share may pass unseen.`;
}

function upwards(share: number): string {
  return `${Math.ceil(100 * share)} %`;
}
