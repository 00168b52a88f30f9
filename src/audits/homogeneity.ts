import type { LikenessParts } from '../measures/counterfactuals.ts';
import type { Replicated } from '../measures/measure.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { Interval, Replicates } from '../statistics/jackknife.ts';
import { jackknifeInterval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { CALIBRATION } from './calibration.ts';
import type { Calibration, Family, IndexStatistic, ScriptClass } from './calibration-shape.ts';
import { clusterCount, collapsedShare } from './near-duplicates.ts';
import { FEWEST_DOCUMENTS, MOSTLY_UNSPACED } from './thresholds.ts';

export type IndexValues = LikenessParts &
  Pick<MeasureValues, 'size' | 'exact-duplicates' | 'near-duplicates'>;

const NOTHING_KNOWN: Interval = [0, 100];
/** Points of the values called diverse and alike. */
const DIVERSE_POINTS = 10;
const ALIKE_POINTS = 90;
const MOST_POINTS = 100;
/**
 * In some dozen documents no two may share a phrase, which then adds nothing to the index, and nothing to its spread
 * either. The interval is widened by 1 + (14 / documents)² for it: by a third at 25 documents, a fiftieth at 100.
 */
const WIDENED_BELOW = 14;
/** Points beyond either end that spread is still seen, though the index ends at 0 and 100. */
export const BEYOND = 50;

/**
 * How alike the documents are, from 0 (many unrelated hands) to 100 (every document is the same).
 *
 * Distinct texts first, of each cluster of near copies one: the overlaps of two and three words between documents,
 * and the variation of sentence length,
 * each on a scale of the logarithm from a value found in diverse corpora (10 points) to one found in corpora that are
 * known to be alike (90 points), cut at 0 and 100, are averaged with fixed weights. None of them drifts with the number
 * of documents, and all are taken from the first 150 words of a document. The interval is a jackknife over replicate
 * groups of documents, of the index before it is cut at 0 and 100.
 *
 * Then copies and near copies, which enter once: 100 - (100 - index of distinct texts) × clusters / documents.
 * A single text is alike to itself, so its copies give 100. Where distinct texts are too few or too short to compare
 * but most documents are copies, the index of distinct texts counts as anything from 0 to 100, and the value is the
 * least that is sure.
 *
 * Null below five documents, and where texts cannot be compared and are not copies either.
 */
export function homogeneity(values: IndexValues, calibration: Calibration = CALIBRATION): Quantity | null {
  const { documents } = values['exact-duplicates'];
  if (documents < FEWEST_DOCUMENTS) return null;
  const copies = collapsedShare(values);
  const share = 1 - copies.value;
  const withCopies = (own: number, left = share): number => 100 - (100 - own) * left;
  const families = familiesOf(scriptClass(values), calibration);
  const index =
    clusterCount(values) === 1
      ? { value: 100, interval: [100, 100] as const }
      : indexOfDistinct(values, families);
  if (index === null && share > 0.5) return null;
  const { value, interval } = index ?? { value: 0, interval: NOTHING_KNOWN };
  const quantity: Quantity = { value: withCopies(value), unit: 'points', documents };
  if (interval === null) return quantity;
  const [fewest, most] = copies.interval ?? [copies.value, copies.value];
  return { ...quantity, interval: [withCopies(interval[0], 1 - fewest), withCopies(interval[1], 1 - most)] };
}

/** Which scale a corpus is measured on. */
export function scriptClass({ size }: Pick<MeasureValues, 'size'>): ScriptClass {
  return size.unspacedShare > MOSTLY_UNSPACED ? 'unspaced' : 'spaced';
}

/** The scale of a class of scripts; where it has none, that of spaced scripts, by which no level is given. */
export function familiesOf(script: ScriptClass, { index }: Calibration = CALIBRATION): readonly Family[] {
  return index[script] ?? index.spaced ?? [];
}

/** The index of distinct texts, copies left out of account. Null where one of its statistics cannot be had. */
function indexOfDistinct(
  parts: LikenessParts,
  families: readonly Family[],
): { readonly value: number; readonly interval: Interval | null } | null {
  const replicates = indexReplicates(parts, families);
  if (replicates === null) return null;
  const open = indexReplicates(parts, families, BEYOND) ?? replicates;
  const documents = Math.min(...parts.overlap.byN.map(({ perMillion }) => perMillion?.documents ?? 1));
  const wider = 1 + (WIDENED_BELOW / documents) ** 2;
  const around = jackknifeInterval({
    value: open.value,
    leaveOneOut: open.leaveOneOut.map((other) =>
      other === null ? null : open.value + wider * (other - open.value),
    ),
  });
  const { value } = replicates;
  return {
    value,
    interval:
      around === null
        ? null
        : [
            Math.max(0, value - (open.value - around[0])),
            Math.min(MOST_POINTS, value + (around[1] - open.value)),
          ],
  };
}

/** One of the statistics of the index. */
export function statisticOf(
  { overlap, rhythm }: LikenessParts,
  statistic: IndexStatistic,
): Replicated | null {
  if (statistic === 'sentence-variation') return rhythm.variation;
  const n = statistic === 'overlap-2' ? 2 : 3;
  return overlap.byN.find((row) => row.n === n)?.perMillion ?? null;
}

/** The points of a value on the scale of its family, cut so many points beyond 0 and 100. */
export function pointsOf(value: number, { diverse, alike }: Family, beyond = 0): number {
  const place = Math.log(value / diverse) / Math.log(alike / diverse);
  const points = DIVERSE_POINTS + (ALIKE_POINTS - DIVERSE_POINTS) * place;
  return Math.min(MOST_POINTS + beyond, Math.max(-beyond, points));
}

/**
 * The index of distinct texts and its leave-one-out values; null where one of its statistics cannot be had. Where texts
 * have no marks that end sentences, the overlaps alone make it, with their weights for the whole.
 */
export function indexReplicates(
  parts: LikenessParts,
  all: readonly Family[],
  beyond = 0,
): (Replicates & { readonly documents: number }) | null {
  const families =
    parts.rhythm.variation === null ? all.filter(({ statistic }) => statistic !== 'sentence-variation') : all;
  const statistics = families
    .map(({ statistic }) => statisticOf(parts, statistic))
    .filter((statistic) => statistic !== null);
  if (statistics.length < families.length || statistics.some(({ documents }) => documents < FEWEST_DOCUMENTS))
    return null;
  return {
    documents: statistics[0]?.documents ?? 0,
    value: weighted(
      families,
      statistics.map(({ value }) => value),
      beyond,
    ),
    leaveOneOut: (statistics[0]?.leaveOneOut ?? []).map((_, group) => {
      const others = statistics
        .map(({ leaveOneOut }) => leaveOneOut[group] ?? null)
        .filter((other) => other !== null);
      return others.length < statistics.length ? null : weighted(families, others, beyond);
    }),
  };
}

function weighted(families: readonly Family[], statistics: readonly number[], beyond: number): number {
  const weights = families.reduce((sum, { weight }) => sum + weight, 0);
  const points = families.reduce(
    (sum, family, place) => sum + family.weight * pointsOf(statistics[place] ?? 0, family, beyond),
    0,
  );
  return points / weights;
}
