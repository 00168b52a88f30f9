import { figure } from '../audits/wording.ts';
import type { Profile } from '../profile/profile.ts';
import type { Interval } from '../statistics/jackknife.ts';
import { attribution } from './attribution.ts';
import { changeCauses } from './change-causes.ts';
import {
  areOtherLanguages,
  changeWarnings,
  driftWarning,
  editedDocuments,
  isTooSmall,
  sameDocuments,
} from './change-warnings.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import { comparedCorpus } from './compared-corpus.ts';
import type { Comparison, Direction, ExchangedLikeness, Narrowing } from './comparison.ts';
import { detectableShare } from './detectable-share.ts';
import { differencesOf } from './differences.ts';
import { changedDocuments } from './document-changes.ts';
import { exchangedLikeness } from './exchanged-likeness.ts';
import type { Tails } from './narrowing.ts';
import { narrowingOf, openIndex } from './narrowing.ts';
import type { Sides } from './paired-replicates.ts';
import { tailAgainst } from './tail-against.ts';
import { tailChange } from './tail-change.ts';
import { changedShares, textChanges } from './text-changes.ts';
import { wordDrift } from './word-drift.ts';

/** Compares two versions of a dataset by their profiles, which are trimmed to their capacities on the way. */
export function compareProfiles(baseline: Profile, candidate: Profile): Comparison {
  return compareCorpora({ baseline: comparedCorpus(baseline), candidate: comparedCorpus(candidate) });
}

/**
 * Compares two versions of a dataset. Texts that both have are told by their hashes and left out of both together, so
 * that what did not change does not blur what did; versions that share nothing are independent samples, of which that
 * is a special case.
 */
export function compareCorpora(sides: Sides<ComparedCorpus>): Comparison {
  const changes = textChanges({ baseline: sides.baseline.texts, candidate: sides.candidate.texts });
  const changed = changedDocuments(sides, changes);
  const shares = changedShares(changes);
  const tails = tailsOf(sides);
  const indexes = { baseline: openIndex(sides.baseline), candidate: openIndex(sides.candidate) };
  const narrowing = narrowingOf(sides, changed.keepsAll ? null : tails, shares);
  const exchanged = exchangedLikeness(sides, changes);
  const differences = differencesOf(sides, shares);
  const drift = wordDrift(sides);
  const isWithheld = isTooSmall(sides.baseline) || isTooSmall(sides.candidate) || areOtherLanguages(sides);
  const direction = isWithheld ? 'insufficient-data' : directionOf(narrowing, exchanged);
  const causes =
    direction === 'narrowed' && narrowing !== null ? changeCauses(sides, differences, narrowing) : [];
  return {
    verdict: {
      direction,
      summary: summaryOf(direction, narrowing, exchanged),
      narrowing,
      exchanged,
      detectable: (narrowing?.interval99 ?? null) === null ? null : detectableShare(indexes),
      causes,
      warnings: [
        ...changeWarnings(sides),
        ...sameDocuments(changed),
        ...editedDocuments(changed),
        ...driftWarning(drift),
      ],
    },
    differences,
    tail: tailChange(tails, changed),
    documents: changed.documents,
    accumulation: changed.accumulation,
    attribution: attribution(sides),
    wordDrift: drift,
  };
}

/** The tails of both sides in each other. */
export function tailsOf({ baseline, candidate }: Sides<ComparedCorpus>): Tails {
  return {
    kept: tailAgainst({ ...baseline.vocabulary, name: 'baseline' }, candidate.vocabulary),
    known: tailAgainst({ ...candidate.vocabulary, name: 'candidate' }, baseline.vocabulary),
  };
}

/**
 * By the 99 % interval of the narrowing, or of how much more alike the texts are that came than those that went, which
 * must exclude 0; and by the smallest effect that counts, which the narrowing must exceed.
 */
export function directionOf(narrowing: Narrowing | null, exchanged: ExchangedLikeness | null): Direction {
  if (narrowing === null || narrowing.interval99 === null) return 'insufficient-data';
  const { value, smallest, interval99 } = narrowing;
  const sure = [interval99, exchanged?.interval99 ?? null].filter((interval) => interval !== null);
  if (value > smallest && sure.some(([low]) => low > 0)) return 'narrowed';
  return value < -smallest && sure.some(([, high]) => high < 0) ? 'widened' : 'unchanged';
}

function summaryOf(
  direction: Direction,
  narrowing: Narrowing | null,
  exchanged: ExchangedLikeness | null,
): string {
  if (narrowing === null)
    return 'The texts of the two versions are too few or too short to be compared with each other.';
  const points = `${signed(narrowing.value)} points of homogeneity${reachOf(narrowing)}${exchangedBy(direction, narrowing, exchanged)}`;
  switch (direction) {
    case 'narrowed':
      return `The candidate is more alike than the baseline: ${points}.`;
    case 'widened':
      return `The candidate is less alike than the baseline: ${points}.`;
    case 'unchanged':
      return `The candidate is as alike as the baseline, as far as can be told: ${points}.`;
    case 'insufficient-data':
      return `What is here allows no direction; the difference is ${points}.`;
  }
}

/** Said where only the exchanged texts are sure enough for the direction. */
function exchangedBy(
  direction: Direction,
  { interval99 }: Narrowing,
  exchanged: ExchangedLikeness | null,
): string {
  const isSure = interval99 !== null && (interval99[0] > 0 || interval99[1] < 0);
  if (isSure || exchanged === null || (direction !== 'narrowed' && direction !== 'widened')) return '';
  return `, and the texts that came are ${signed(exchanged.value)} points from those that went${reachOf(exchanged)}`;
}

function reachOf({ interval }: { readonly interval: Interval | null }): string {
  return interval === null ? '' : ` (95 % interval ${signed(interval[0])} to ${signed(interval[1])})`;
}

function signed(value: number): string {
  return value < 0 ? `−${figure(-value)}` : `+${figure(value)}`;
}
