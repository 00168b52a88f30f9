import type { MeasureValues } from '../measures/registry.ts';
import type { Interval, Replicates } from '../statistics/jackknife.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Family } from './thresholds.ts';
import { FEWEST_DOCUMENTS, INDEX } from './thresholds.ts';

export type IndexValues = Pick<MeasureValues, 'overlap' | 'rhythm' | 'exact-duplicates'>;

const FAMILIES: readonly Family[] = [...INDEX.overlaps, INDEX.rhythm];
const NOTHING_KNOWN: Interval = [0, 100];
const MOST_POINTS = 100;
/**
 * In some dozen documents no two may share a phrase, which then adds nothing to the index, and nothing to its spread
 * either. The interval is widened by 1 + (14 / documents)² for it: by a third at 25 documents, a fiftieth at 100.
 */
const WIDENED_BELOW = 14;

/**
 * How alike the documents are, from 0 (many unrelated hands) to 100 (every document is the same).
 *
 * Distinct texts first: the logarithms of the overlaps of 2, 3 and 4 words and of the variation of sentence length,
 * each set on a curve from 0 to 100 points by two fixed values (`INDEX` in thresholds.ts), are averaged with fixed
 * weights. None of the four drifts with the number of documents. The interval is a jackknife over replicate groups
 * of documents on the logit scale.
 *
 * Then copies, which enter once: 100 - (100 - index of distinct texts) × distinct / documents.
 * A single text is alike to itself, so its copies give 100. Where distinct texts are too few or too short to compare
 * but most documents are copies, the index of distinct texts counts as anything from 0 to 100, and the value is the
 * least that is sure.
 *
 * Null below five documents, and where texts cannot be compared and are not copies either.
 */
export function homogeneity(values: IndexValues): Quantity | null {
  const { documents, distinct: counted } = values['exact-duplicates'];
  if (documents < FEWEST_DOCUMENTS) return null;
  const distinct = Math.min(documents, Math.max(1, counted));
  const share = distinct / documents;
  const withCopies = (own: number): number => 100 - (100 - own) * share;
  const index = distinct === 1 ? { value: 100, interval: [100, 100] as const } : distinctIndex(values);
  if (index === null && share > 0.5) return null;
  const { value, interval } = index ?? { value: 0, interval: NOTHING_KNOWN };
  const quantity: Quantity = { value: withCopies(value), unit: 'points', documents };
  if (interval === null) return quantity;
  return { ...quantity, interval: [withCopies(interval[0]), withCopies(interval[1])] };
}

function distinctIndex(
  values: IndexValues,
): { readonly value: number; readonly interval: Interval | null } | null {
  const replicates = indexReplicates(values);
  if (replicates === null) return null;
  const share = (index: number): number => index / MOST_POINTS;
  const documents = Math.min(...values.overlap.byN.map(({ perMillion }) => perMillion?.documents ?? 1));
  const wider = 1 + (WIDENED_BELOW / documents) ** 2;
  const interval = jackknifeInterval(
    {
      value: share(replicates.value),
      leaveOneOut: replicates.leaveOneOut.map((other) =>
        other === null ? null : within(share(replicates.value + wider * (other - replicates.value))),
      ),
    },
    'logit',
  );
  return {
    value: replicates.value,
    interval: interval === null ? null : [MOST_POINTS * interval[0], MOST_POINTS * interval[1]],
  };
}

/** What is widened stays a share. */
function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** The index of distinct texts and its leave-one-out values, null where one of its families cannot be had. */
function indexReplicates({ overlap, rhythm }: IndexValues): Replicates | null {
  const statistics = [
    ...INDEX.overlaps.map(({ n }) => overlap.byN.find((row) => row.n === n)?.perMillion ?? null),
    rhythm.variation,
  ].filter((statistic) => statistic !== null);
  if (statistics.length < FAMILIES.length || statistics.some(({ documents }) => documents < FEWEST_DOCUMENTS))
    return null;
  return {
    value: indexPoints(statistics.map(({ value }) => value)),
    leaveOneOut: (statistics[0]?.leaveOneOut ?? []).map((_, group) => {
      const others = statistics
        .map(({ leaveOneOut }) => leaveOneOut[group] ?? null)
        .filter((other) => other !== null);
      return others.length < statistics.length ? null : indexPoints(others);
    }),
  };
}

function indexPoints(statistics: readonly number[]): number {
  return FAMILIES.reduce(
    (sum, family, place) => sum + family.weight * points(statistics[place] ?? 0, family),
    0,
  );
}

/**
 * A logistic curve over the logarithm of the value: it rises all the way, is 50 at `middle`, 90 at `high`, and ends at
 * 0 and 100, so that an overlap of 0 is worth 0 points and needs no floor.
 */
function points(value: number, { middle, high }: Family): number {
  return 100 / (1 + (middle / value) ** (Math.log(9) / Math.log(high / middle)));
}
