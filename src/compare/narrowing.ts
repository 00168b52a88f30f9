import { BEYOND, familiesOf, indexReplicates, scriptClass } from '../audits/homogeneity.ts';
import type { ReferenceTail } from '../audits/reference-tail.ts';
import type { Replicated } from '../measures/measure.ts';
import type { Replicates } from '../statistics/jackknife.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import { CHANGE } from './change-settings.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { Narrowing } from './comparison.ts';
import { copyVariance, replicatesOfVariance } from './copy-shares.ts';
import type { Sides } from './paired-replicates.ts';
import { pairedReplicates } from './paired-replicates.ts';

/** The tail of the baseline in the candidate, and that of the candidate in the baseline. */
export interface Tails {
  readonly kept: ReferenceTail;
  readonly known: ReferenceTail;
}

const MOST_POINTS = 100;

/**
 * The homogeneity index of one side in points, with copies, before it is cut at 0 and 100: 100 - (100 - index of
 * distinct texts) × clusters / documents. Null where texts are too few or too short to be compared.
 */
export function openIndex(corpus: ComparedCorpus): Replicated | null {
  const { allCopies } = corpus;
  const distinct = distinctIndex(corpus);
  if (allCopies === null || distinct === null) return null;
  const copies = allCopies.value;
  return {
    value: withCopies(distinct.value, copies),
    leaveOneOut: distinct.leaveOneOut.map((own) => (own === null ? null : withCopies(own, copies))),
    documents: distinct.documents,
  };
}

function withCopies(index: number, copies: number): number {
  return MOST_POINTS - (MOST_POINTS - index) * (1 - copies);
}

/** The same of distinct texts alone, copies left out of account. */
export function distinctIndex(corpus: ComparedCorpus): Replicated | null {
  const families = familiesOf(scriptClass({ size: corpus.values.size }));
  const parts = { overlap: corpus.values.overlap, rhythm: corpus.values.rhythm };
  return indexReplicates(parts, families, BEYOND);
}

/**
 * By how many points the candidate is more alike than the baseline: the difference of the homogeneity index, and to it
 * the points of what the tail lost.
 *
 * The tail loses what its rare words fall short of a fresh sample of the baseline's source, as the logarithm of survived
 * to expected, but no more than by which the baseline falls less short of the candidate's rare words: where a version
 * speaks of other things, both sides lack words of each other, and nothing is lost. It counts where it is sure, and
 * never for widening, because texts mixed in from elsewhere bring words of their own.
 */
function narrowingReplicates(
  { baseline, candidate }: Sides<Replicated>,
  tails: Tails | null,
  ofCopies: number,
): { readonly index: number; readonly whole: Replicates; readonly tail: number } {
  const index = pairedReplicates({ baseline, candidate }, (before, after) => after - before);
  const lost = lostTail(tails);
  const value = index.value + (lost?.value ?? 0);
  const estimate = centreOf(index) + (lost === null ? 0 : centreOf(lost));
  const leaveOneOut = index.leaveOneOut.map((own, group) => {
    if (own === null) return null;
    return lost === null ? own : own + (lost.leaveOneOut[group] ?? centreOf(lost));
  });
  const others = withVariance(estimate, lost, ofCopies);
  return {
    index: index.value,
    tail: lost?.value ?? 0,
    whole:
      others === null
        ? { value, estimate, leaveOneOut }
        : { value, estimate, leaveOneOut, leaveTypesOut: others },
  };
}

/** Replicates for what is not left to groups of documents: sampled types, and copies. Null where neither varies. */
function withVariance(
  estimate: number,
  lost: Replicates | null,
  ofCopies: number,
): readonly (number | null)[] | null {
  const types = lost?.leaveTypesOut;
  if (types === undefined && ofCopies === 0) return null;
  const copies = replicatesOfVariance(0, ofCopies).leaveOneOut;
  return copies.map((own, part) => {
    const moved = lost === null || types === undefined ? 0 : (types[part] ?? centreOf(lost)) - centreOf(lost);
    return estimate + moved + (own ?? 0);
  });
}

/** The points of what the tail lost; null where that cannot be told, or may be chance by an interval of 99 %. */
function lostTail(tails: Tails | null): Replicates | null {
  const kept = tails?.kept.rare?.ratio ?? null;
  const known = tails?.known.rare?.ratio ?? null;
  if (kept === null || known === null) return null;
  const lost = pairedReplicates({ baseline: kept, candidate: known }, lostPoints);
  const [low] = jackknifeInterval(lost, 'identity', 0.99) ?? [0];
  return low > 0 ? lost : null;
}

function centreOf({ value, estimate = value }: Replicates): number {
  return estimate;
}

function lostPoints(kept: number, known: number): number {
  if (!(kept > 0 && known > 0)) return 0;
  return CHANGE.tailPoints * Math.max(0, Math.min(-Math.log(kept), Math.log(known) - Math.log(kept)));
}

/**
 * The narrowing with its intervals. `changed` is the share of the documents of each side that the other does not have.
 * Null where a side has no index.
 */
export function narrowingOf(
  { baseline, candidate }: Sides<ComparedCorpus>,
  tails: Tails | null,
  changed: Sides<number>,
): Narrowing | null {
  const before = openIndex(baseline);
  const after = openIndex(candidate);
  if (before === null || after === null) return null;
  const ofCopies = copyPoints(baseline, changed.baseline) + copyPoints(candidate, changed.candidate);
  const { index, whole, tail } = narrowingReplicates({ baseline: before, candidate: after }, tails, ofCopies);
  return {
    value: whole.value,
    unit: 'points',
    interval: jackknifeInterval(whole),
    interval99: jackknifeInterval(whole, 'identity', 0.99),
    homogeneity: index,
    tail,
    smallest: CHANGE.smallestPoints,
  };
}

/** The variance that copies give to the index of one side, in squared points. */
export function copyPoints(corpus: ComparedCorpus, changed: number): number {
  const distinct = distinctIndex(corpus);
  if (corpus.allCopies === null || distinct === null) return 0;
  return (MOST_POINTS - distinct.value) ** 2 * copyVariance(corpus.allCopies, changed);
}
