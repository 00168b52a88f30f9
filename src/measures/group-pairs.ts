import { pairVariance } from '../statistics/pair-variance.ts';
import type { Replicated } from './measure.ts';

/** What all pairs of documents add up to. */
export interface Pairs {
  /** Documents that have something to share. */
  readonly documents: number;
  /** What two documents have in common, over all ordered pairs of documents: Σ df(df - 1) for n-grams. */
  readonly coincident: number;
  /** Sum over documents of what each has that it could share, and of the squares. */
  readonly size: number;
  readonly squares: number;
}

/** What the documents of one replicate group add to the sums. Null for a group without documents. */
export type GroupSums = Omit<Pairs, 'coincident'> | null;

export interface GroupPairs {
  readonly sums: readonly GroupSums[];
  /**
   * What documents of one group have in common with those of another, over ordered pairs of documents: the cell at
   * `first * sums.length + second`, the same for both orders of the groups.
   */
  readonly coincident: Float64Array;
}

/**
 * A statistic of pairs of documents, and the same without each group, with the part of the variance between groups
 * that stems from pairs of them. Null where it is null for all documents.
 */
export function replicatedGroupPairs(
  pairs: GroupPairs,
  statistic: (pairs: Pairs) => number | null,
): Replicated | null {
  const { sums, coincident } = pairs;
  const all = sums.reduce<Pairs>((sum, own) => (own === null ? sum : added(sum, own, 1)), {
    ...NOTHING,
    coincident: coincident.reduce((sum, own) => sum + own, 0),
  });
  const value = statistic(all);
  if (value === null) return null;
  const present = sums.flatMap((own, group) => (own === null ? [] : [{ group, own }]));
  const others = present.map(({ group, own }) => without(all, own, lostWith(pairs, group)));
  const left = others.map(statistic);
  const leaveOneOut = sums.map((): number | null => null);
  for (const [place, { group }] of present.entries()) leaveOneOut[group] = left[place] ?? null;
  const replicated = { value, leaveOneOut, documents: all.documents };
  const known = left.filter((own) => own !== null);
  if (known.length < left.length) return replicated;
  const ofPairs = pairVariance({
    value,
    leaveOneOut: known,
    leaveTwoOut(first, second) {
      const [rest, one, other] = [others[first], present[first], present[second]];
      if (rest === undefined || one === undefined || other === undefined) return null;
      // What the two have in common was taken away with the first.
      const both = 2 * (coincident[one.group * sums.length + other.group] as number);
      return statistic(without(rest, other.own, lostWith(pairs, other.group) - both));
    },
  });
  return ofPairs === null ? replicated : { ...replicated, pairVariance: ofPairs };
}

const NOTHING: Pairs = { documents: 0, coincident: 0, size: 0, squares: 0 };

/** What is no longer in common once a group is left out. */
function lostWith({ sums, coincident }: GroupPairs, group: number): number {
  let lost = 0;
  for (let other = 0; other < sums.length; other++)
    lost += (other === group ? 1 : 2) * (coincident[group * sums.length + other] as number);
  return lost;
}

function added(sum: Pairs, own: Omit<Pairs, 'coincident'>, sign: 1 | -1): Pairs {
  return {
    documents: sum.documents + sign * own.documents,
    coincident: sum.coincident,
    size: sum.size + sign * own.size,
    squares: sum.squares + sign * own.squares,
  };
}

function without(sum: Pairs, own: Omit<Pairs, 'coincident'>, lost: number): Pairs {
  return { ...added(sum, own, -1), coincident: sum.coincident - lost };
}
