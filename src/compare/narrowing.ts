import { familiesOf, indexReplicates, scriptClass } from '../audits/homogeneity.ts';
import type { ReferenceTail } from '../audits/reference-tail.ts';
import type { Replicated } from '../measures/measure.ts';
import type { Replicates } from '../statistics/jackknife.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import { CHANGE } from './change-settings.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { Narrowing } from './comparison.ts';
import type { Sides } from './paired-replicates.ts';
import { pairedReplicates } from './paired-replicates.ts';

/** The tail of the baseline in the candidate, and that of the candidate in the baseline. */
export interface Tails {
  readonly kept: ReferenceTail;
  readonly known: ReferenceTail;
}

/** Points beyond either end of the scale that differences are still seen, though the index ends at 0 and 100. */
const BEYOND = 50;
const MOST_POINTS = 100;

/**
 * The homogeneity index of one side in points, with copies, before it is cut at 0 and 100: 100 - (100 - index of
 * distinct texts) × clusters / documents. Null where texts are too few or too short to be compared.
 */
export function openIndex(corpus: ComparedCorpus): Replicated | null {
  const { allCopies } = corpus;
  const distinct = distinctIndex(corpus);
  if (allCopies === null || distinct === null) return null;
  return {
    value: withCopies(distinct.value, allCopies.value),
    leaveOneOut: allCopies.leaveOneOut.map((copies, group) =>
      copies === null ? null : withCopies(distinct.leaveOneOut[group] ?? distinct.value, copies),
    ),
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
 * speaks of other things, both sides lack words of each other, and nothing is lost. It never counts for widening,
 * because texts mixed in from elsewhere bring words of their own.
 */
function narrowingReplicates(
  { baseline, candidate }: Sides<Replicated>,
  tails: Tails | null,
): { readonly index: Replicates; readonly whole: Replicates; readonly tail: number } {
  const index = pairedReplicates({ baseline, candidate }, (before, after) => after - before);
  const lost = lostTail(tails);
  if (lost === null) return { index, whole: index, tail: 0 };
  return {
    index,
    tail: lost.value,
    whole: {
      value: index.value + lost.value,
      estimate: centreOf(index) + centreOf(lost),
      leaveOneOut: index.leaveOneOut.map((own, group) =>
        own === null ? null : own + (lost.leaveOneOut[group] ?? centreOf(lost)),
      ),
      ...(lost.leaveTypesOut === undefined
        ? {}
        : {
            leaveTypesOut: lost.leaveTypesOut.map((own) => (own === null ? null : centreOf(index) + own)),
          }),
    },
  };
}

/** The points of what the tail lost; null where that cannot be told. */
function lostTail(tails: Tails | null): Replicates | null {
  const kept = tails?.kept.rare?.ratio ?? null;
  const known = tails?.known.rare?.ratio ?? null;
  if (kept === null || known === null) return null;
  return pairedReplicates({ baseline: kept, candidate: known }, lostPoints);
}

function centreOf({ value, estimate = value }: Replicates): number {
  return estimate;
}

function lostPoints(kept: number, known: number): number {
  if (!(kept > 0 && known > 0)) return 0;
  return CHANGE.tailPoints * Math.max(0, Math.min(-Math.log(kept), Math.log(known) - Math.log(kept)));
}

/** The narrowing with its intervals. Null where a side has no index. */
export function narrowingOf(
  { baseline, candidate }: Sides<Replicated | null>,
  tails: Tails | null,
): Narrowing | null {
  if (baseline === null || candidate === null) return null;
  const { index, whole, tail } = narrowingReplicates({ baseline, candidate }, tails);
  return {
    value: whole.value,
    unit: 'points',
    interval: jackknifeInterval(whole),
    interval99: jackknifeInterval(whole, 'identity', 0.99),
    homogeneity: index.value,
    tail,
    smallest: CHANGE.smallestPoints,
  };
}
