import type { LikenessParts } from '../measures/counterfactuals.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { Cause } from './audit.ts';
import type { Family } from './calibration-shape.ts';
import { duplicateShare } from './exact-duplicates.ts';
import { familiesOf, indexReplicates, pointsOf, scriptClass, statisticOf } from './homogeneity.ts';
import { collapsedShare } from './near-duplicates.ts';

/** Points that the index of distinct texts loses when a cause is taken out of them; null where that is not known. */
type Relief = (values: MeasureValues, families: readonly Family[]) => number | null;

/**
 * What happens to distinct texts when a cause is taken out, measured on the sampled texts where it can be taken out of
 * them: without the source, first sentences, shared passages, all but one of a template. A cause that is found by taking something else out gets its line
 * here.
 */
const RELIEFS: ReadonlyMap<Cause, Relief> = new Map<Cause, Relief>([
  [
    'dominant-source',
    ({ counterfactuals: { all, withoutSource } }, families) => {
      const falls = withoutSource.flatMap(({ rest }) => fall(all, rest, families) ?? []);
      return falls.length === 0 ? null : Math.max(...falls);
    },
  ],
  [
    'shared-openings',
    ({ counterfactuals: { all, withoutOpenings } }, families) => fall(all, withoutOpenings, families),
  ],
  [
    'boilerplate',
    ({ counterfactuals: { all, withoutBoilerplate } }, families) => fall(all, withoutBoilerplate, families),
  ],
  [
    'templates',
    ({ counterfactuals: { all, withoutTemplates } }, families) => fall(all, withoutTemplates, families),
  ],
  ['uniform-rhythm', (values, families) => above(values, families, (family) => !isOverlap(family))],
]);

/**
 * By how many points the index falls when each cause is taken out, never below 0.
 *
 * Copies: the index less that of distinct texts. Others make distinct texts less alike, which counts as much as distinct
 * texts are of all. Sentences all of a length: what the index gains by them above what they are worth in a diverse
 * corpus. A stock of phrases is what is left over: what the overlaps gain above a diverse corpus, less what goes away
 * with the other causes that are seen.
 */
export function reliefs(values: MeasureValues, causes: readonly Cause[]): ReadonlyMap<Cause, number> {
  const families = familiesOf(scriptClass(values));
  const exact = duplicateShare(values['exact-duplicates']).value;
  const copies = collapsedShare(values).value;
  const found = new Map<Cause, number>();
  for (const cause of causes) {
    const points = RELIEFS.get(cause)?.(values, families) ?? null;
    if (points !== null) found.set(cause, Math.max(0, points) * (1 - copies));
  }
  if (causes.includes('phrase-stock')) found.set('phrase-stock', leftOver(values, families, found, copies));
  const own = indexReplicates(values, families)?.value ?? 0;
  if (causes.includes('exact-duplicates')) found.set('exact-duplicates', (100 - own) * exact);
  if (causes.includes('near-duplicates')) found.set('near-duplicates', (100 - own) * (copies - exact));
  return found;
}

/** What the overlaps gain above a diverse corpus, less what goes away with other causes but the rhythm. */
function leftOver(
  values: MeasureValues,
  families: readonly Family[],
  others: ReadonlyMap<Cause, number>,
  copies: number,
): number {
  const gained = (above(values, families, isOverlap) ?? 0) * (1 - copies);
  const taken = [...others].reduce(
    (sum, [cause, points]) => (cause === 'uniform-rhythm' ? sum : sum + points),
    0,
  );
  return Math.max(0, gained - taken);
}

function fall(before: LikenessParts, after: LikenessParts, families: readonly Family[]): number | null {
  const from = indexReplicates(before, families)?.value ?? null;
  const to = indexReplicates(after, families)?.value ?? null;
  return from === null || to === null ? null : from - to;
}

/** Points of the index above those of a diverse corpus, of some of its statistics. */
function above(
  values: MeasureValues,
  families: readonly Family[],
  chosen: (family: Family) => boolean,
): number | null {
  const gains = families.filter(chosen).flatMap((family) => {
    const value = statisticOf(values, family.statistic)?.value ?? null;
    return value === null ? [] : family.weight * (pointsOf(value, family) - pointsOf(family.diverse, family));
  });
  return gains.length === 0 ? null : gains.reduce((sum, gain) => sum + gain, 0);
}

function isOverlap({ statistic }: Family): boolean {
  return statistic !== 'sentence-variation';
}
