import type { Replicated } from './measure.ts';

/** What a document can add to a draw. */
export interface Offer {
  readonly group: number;
  /** A whole number from 0: n-grams, bytes, or 1 for a document that counts as a whole. */
  readonly amount: number;
}

/** A document's place in what was offered, and how much of it is taken: all, or as much as there is room for. */
interface Taken {
  readonly document: number;
  readonly amount: number;
}

/** Documents taken in the order in which they were offered until a size is reached, so that it is reached exactly. */
export type Draw = readonly Taken[];

/** Draws of one size: of all documents, and of those outside each group. */
export interface EqualSizeDraws {
  readonly all: Draw;
  /** Null for a group without documents. */
  readonly leaveOneOut: readonly (Draw | null)[];
}

/** What all but the largest of the groups offer together: the greatest size that can be drawn outside each of them. */
export function amountOutsideGroups(offers: readonly Offer[]): number {
  const amounts = new Map<number, number>();
  for (const { group, amount } of offers) amounts.set(group, (amounts.get(group) ?? 0) + amount);
  const all = [...amounts.values()];
  return all.reduce((sum, amount) => sum + amount, 0) - Math.max(0, ...all);
}

/**
 * Draws as much as `size` of all documents and of those outside each of the groups 0 to `groups` - 1. In place of a
 * group's documents those come that follow the last one drawn, so that all draws are of one size. Null where one of
 * them cannot reach it.
 *
 * Documents are offered in the order of their hashes, which is as good as by chance, and each draw is then a sample
 * of the corpus. An interval from such draws says where the figure of another sample of this size would lie, by the
 * documents in it. It does not shrink as the corpus grows. As it holds some chance of which documents step in, too,
 * it is about a tenth too wide.
 */
export function equalSizeDraws(
  offers: readonly Offer[],
  size: number,
  groups: number,
): EqualSizeDraws | null {
  if (amountOutsideGroups(offers) < size) return null;
  const occupied = new Set(offers.filter(({ amount }) => amount > 0).map(({ group }) => group));
  const leaveOneOut = Array.from({ length: groups }, (_, group) =>
    occupied.has(group) ? drawOf(offers, size, group) : null,
  );
  return { all: drawOf(offers, size, null), leaveOneOut };
}

/** The value of each draw, whatever it is. */
export interface DrawnValues<Value> {
  readonly all: Value;
  readonly leaveOneOut: readonly (Value | null)[];
  /** Documents in the first draw. */
  readonly documents: number;
}

/** Takes a value from each draw. */
export function drawnValues<Value>(
  draws: EqualSizeDraws,
  statistic: (draw: Draw) => Value,
): DrawnValues<Value> {
  const leaveOneOut = draws.leaveOneOut.map((draw) => (draw === null ? null : statistic(draw)));
  return { all: statistic(draws.all), leaveOneOut, documents: draws.all.length };
}

/** A number of each value, as a replicated statistic. Null where the first has none. */
export function replicatedNumber<Value>(
  { all, leaveOneOut, documents }: DrawnValues<Value>,
  numberOf: (value: Value) => number | null,
): Replicated | null {
  const value = numberOf(all);
  if (value === null) return null;
  return {
    value,
    leaveOneOut: leaveOneOut.map((other) => (other === null ? null : numberOf(other))),
    documents,
  };
}

/** How many of the documents, from the first on, all draws together need. */
export function documentsNeeded({ all, leaveOneOut }: EqualSizeDraws): number {
  return Math.max(...[all, ...leaveOneOut].map((draw) => (draw?.at(-1)?.document ?? -1) + 1));
}

function drawOf(offers: readonly Offer[], size: number, leftOut: number | null): Draw {
  const taken: Taken[] = [];
  let room = size;
  for (const [document, { group, amount }] of offers.entries()) {
    if (room === 0) break;
    if (amount === 0 || group === leftOut) continue;
    const own = Math.min(amount, room);
    taken.push({ document, amount: own });
    room -= own;
  }
  return taken;
}
