import type { Cause } from '../audits/audit.ts';
import type { Family } from '../audits/calibration-shape.ts';
import { familiesOf, pointsOf, scriptClass, statisticOf } from '../audits/homogeneity.ts';
import { AUDITS } from '../audits/registry.ts';
import { reliefs } from '../audits/reliefs.ts';
import { runAudits } from '../audits/runner.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { ComparedCorpus } from './compared-corpus.ts';
import type { ChangeCause, Comparison, Difference, Narrowing } from './comparison.ts';
import { distinctIndex } from './narrowing.ts';
import type { Sides } from './paired-replicates.ts';

/** The audit that speaks for each cause, by the figure whose rise shows it. */
const CAUSES = [
  { cause: 'exact-duplicates', audit: 'exact-duplicates', figures: ['exact-duplicates'] },
  { cause: 'near-duplicates', audit: 'near-duplicates', figures: ['near-duplicates'] },
  { cause: 'boilerplate', audit: 'boilerplate', figures: ['boilerplate'] },
  { cause: 'templates', audit: 'templates', figures: ['templates'] },
  {
    cause: 'phrase-stock',
    audit: 'cross-document-overlap',
    figures: ['overlap-2', 'overlap-3', 'cross-document-overlap'],
  },
  { cause: 'shared-openings', audit: 'shared-openings', figures: ['shared-openings'] },
  { cause: 'uniform-rhythm', audit: 'uniform-rhythm', figures: ['uniform-rhythm'] },
  { cause: 'repetition', audit: 'repetition', figures: ['repetition', 'loops'] },
  {
    cause: 'narrow-vocabulary',
    audit: 'narrow-vocabulary',
    figures: ['types-at-equal-size', 'types-at-equal-coverage'],
  },
] as const satisfies readonly {
  readonly cause: Cause;
  readonly audit: keyof typeof AUDITS;
  readonly figures: readonly string[];
}[];

/** A stock of phrases is what other causes leave over, so that it counts half where causes are ranked. */
const LEFT_OVER = 0.5;
const MOST_POINTS = 100;
/** Causes that can be taken out of the texts. */
const REMOVABLE = ['boilerplate', 'templates', 'shared-openings'] as const;

/**
 * What there is more of in the candidate, and how many points of the homogeneity scale the change of it is worth: of
 * copies what they add, of the rhythm what its part of the index rose by, of passages, templates and openings by how
 * much more the index falls when they are taken out, of the stock of phrases what is left of the overlaps, of the
 * vocabulary what the tail lost. The most points first; a cause of which they were not measured comes last.
 * A figure that cannot be tested, as one that was 0, counts where it is worth more than the smallest effect.
 * Where no figure moved beyond chance, the one with most points speaks alone.
 */
export function changeCauses(
  sides: Sides<ComparedCorpus>,
  differences: Comparison['differences'],
  narrowing: Narrowing,
): readonly ChangeCause[] {
  const points = changedPoints(sides, narrowing);
  const candidates = CAUSES.flatMap((entry) => {
    const moved = entry.figures.map((id) => differences[id]).filter((difference) => difference !== undefined);
    const strongest = moved.find(({ direction }) => direction === 'narrowed') ?? moved[0];
    if (strongest === undefined) return [];
    const own = points.get(entry.cause) ?? null;
    const isUntested = strongest.difference.adjustedP === null && (own ?? 0) > narrowing.smallest;
    const isSeen =
      (strongest.direction === 'narrowed' || isUntested) && !isOfExactCopies(entry.cause, differences);
    return [{ ...entry, difference: strongest, isSeen: isSeen && (own ?? 0) >= 0, points: own }];
  }).toSorted((a, b) => weightOf(b) - weightOf(a));
  const seen = candidates.filter(({ isSeen }) => isSeen);
  return (seen.length > 0 ? seen : candidates.slice(0, 1)).map((entry) => ({
    cause: entry.cause,
    summary: summaryOf(entry.difference),
    points: entry.points,
    ...quotedBy(entry.audit, sides.candidate.values),
  }));
}

/** Whether the share of near copies rose by exact copies alone. */
function isOfExactCopies(cause: Cause, differences: Comparison['differences']): boolean {
  if (cause !== 'near-duplicates') return false;
  const all = differences['near-duplicates']?.difference.value ?? 0;
  const exact = differences['exact-duplicates']?.difference.value ?? 0;
  return all - exact < 0.5 * all;
}

function weightOf({ cause, points }: { readonly cause: Cause; readonly points: number | null }): number {
  return (points ?? 0) * (cause === 'phrase-stock' ? LEFT_OVER : 1);
}

function summaryOf({ title, effect }: Difference): string {
  return `${title}: ${effect}`;
}

function quotedBy(
  id: keyof typeof AUDITS,
  values: MeasureValues,
): Pick<ChangeCause, 'remedy' | 'audits' | 'evidence'> {
  const audit = AUDITS[id];
  const remedy = 'cause' in audit ? audit.cause.remedy : '';
  const evidence = runAudits(values, { [id]: audit })[id]?.evidence ?? [];
  return { remedy, audits: [id], evidence };
}

function changedPoints(sides: Sides<ComparedCorpus>, narrowing: Narrowing): ReadonlyMap<Cause, number> {
  const exact = risenShare(sides, 'exactCopies');
  const all = risenShare(sides, 'allCopies');
  const room = MOST_POINTS - (distinctIndex(sides.candidate)?.value ?? 0);
  const families = familiesOf(scriptClass(sides.candidate.values));
  const left = 1 - (sides.candidate.allCopies?.value ?? 0);
  const before = reliefs(sides.baseline.values, REMOVABLE);
  const after = reliefs(sides.candidate.values, REMOVABLE);
  const removed = REMOVABLE.map((cause) => (after.get(cause) ?? 0) - (before.get(cause) ?? 0));
  const taken = removed.reduce((sum, points) => sum + Math.max(0, points), 0);
  const overlaps = left * risen(sides, families, (family) => !isRhythm(family));
  return new Map<Cause, number>([
    ['exact-duplicates', room * exact],
    ['near-duplicates', room * (all - exact)],
    ['uniform-rhythm', left * risen(sides, families, isRhythm)],
    ['phrase-stock', Math.max(0, overlaps - taken)],
    ...REMOVABLE.map((cause, place) => [cause, removed[place] ?? 0] as const),
    ...(narrowing.tail > 0 ? [['narrow-vocabulary', narrowing.tail] as const] : []),
  ]);
}

function risenShare(
  { baseline, candidate }: Sides<ComparedCorpus>,
  share: 'exactCopies' | 'allCopies',
): number {
  return (candidate[share]?.value ?? 0) - (baseline[share]?.value ?? 0);
}

/** Points by which some statistics of the index of distinct texts rose. */
function risen(
  { baseline, candidate }: Sides<ComparedCorpus>,
  families: readonly Family[],
  isChosen: (family: Family) => boolean,
): number {
  return families.filter(isChosen).reduce((sum, family) => {
    const before = statisticOf(baseline.values, family.statistic)?.value ?? 0;
    const after = statisticOf(candidate.values, family.statistic)?.value ?? 0;
    if (!(before > 0 && after > 0)) return sum;
    return sum + family.weight * (pointsOf(after, family) - pointsOf(before, family));
  }, 0);
}

function isRhythm({ statistic }: Family): boolean {
  return statistic === 'sentence-variation';
}
