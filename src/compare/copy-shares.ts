import type { DuplicateGraph } from '../measures/duplicate-graph.ts';
import { nearShare } from '../measures/duplicate-share.ts';
import { distinctKeys } from '../sketches/distinct-keys.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { GROUPS } from '../sketches/replicate-group.ts';
import type { Replicates } from '../statistics/jackknife.ts';
import type { Sides } from './paired-replicates.ts';

/** A share of the documents that could go because another one stays. */
export interface CopyShare {
  readonly value: number;
  readonly documents: number;
  /** The standard error of its estimate, 0 where it was counted. */
  readonly error: number;
}

/** Each null without documents. */
export interface CopyShares {
  /** That has the same text. */
  readonly exactCopies: CopyShare | null;
  /** That has the same text or nearly. */
  readonly allCopies: CopyShare | null;
}

/** (Documents − distinct texts) / documents, and with clusters of near copies in the place of distinct texts. */
export function copyShares(texts: KeyTable, graph: DuplicateGraph): CopyShares {
  const documents = texts.total;
  if (documents === 0) return { exactCopies: null, allCopies: null };
  const distinct = distinctKeys(texts);
  const left = Math.min(1, distinct.value / documents);
  const error = left * distinct.variation;
  const near = nearShare(graph);
  return {
    exactCopies: { value: 1 - left, documents, error },
    allCopies: {
      value: 1 - left * (1 - near.value),
      documents,
      error: Math.hypot((1 - near.value) * error, left * near.standardError),
    },
  };
}

/**
 * The variance of a share of copies among documents that are drawn: that of a binomial share, and of its estimate, as
 * far as the documents changed. What both versions have is the same on both sides and leaves nothing to chance. Groups
 * of texts would not do: a text and its copies share a group, so that one text a thousand times would be one chance.
 */
export function copyVariance({ value, documents, error }: CopyShare, changed: number): number {
  return changed * ((value * (1 - value)) / documents + error ** 2);
}

/**
 * A value with replicates that stand for a variance: as many above it as below, so that the jackknife finds just this
 * variance, with all its degrees of freedom.
 */
export function replicatesOfVariance(value: number, variance: number): Replicates {
  const step = Math.sqrt(variance / (GROUPS - 1));
  return {
    value,
    leaveOneOut: Array.from({ length: GROUPS }, (_, place) => value + (place % 2 === 0 ? step : -step)),
  };
}

/** Candidate less baseline, with the variance of both. */
export function copyDifference(shares: Sides<CopyShare>, changed: Sides<number>): Replicates {
  return replicatesOfVariance(
    shares.candidate.value - shares.baseline.value,
    copyVariance(shares.baseline, changed.baseline) + copyVariance(shares.candidate, changed.candidate),
  );
}
