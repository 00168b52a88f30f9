import { GROUPS } from '../sketches/replicate-group.ts';
import { absenceProbability } from '../statistics/hypergeometric.ts';
import type { Replicated } from './measure.ts';
import { ofFinitePopulation, withoutManyCopies } from './replicate-spectra.ts';
import type { TypeSample } from './type-sample.ts';
import { BLOCKS } from './type-sample.ts';

const HALF = GROUPS / 2;

/**
 * The word types to be expected in a random half of the documents: the mean over all ways to draw 16 of the 32
 * replicate groups, in which a type of g groups has no place with the chance C(32 - g, 16) / C(32, 16).
 *
 * Without one group it is the mean of drawing 15 and 16 of the 31 others, again half of the documents.
 * Unlike the types of the corpus itself, of which no part of it says how they vary, this number has an interval.
 * Null without types.
 */
export function halfRichness(sample: TypeSample, documents: readonly number[]): Replicated | null {
  const { all, groups, blocks, share } = sample;
  if (all.length === 0) return null;
  const presence = presenceByGroups(GROUPS, HALF);
  const more = presenceByGroups(GROUPS - 1, HALF);
  const presenceWithout = presenceByGroups(GROUPS - 1, HALF - 1).map(
    (fewer, n) => (fewer + (more[n] ?? 0)) / 2,
  );
  const spread = new Uint8Array(all.length);
  for (const { types } of groups) for (const type of types) spread[type] = (spread[type] as number) + 1;
  let value = 0;
  let without = 0;
  const byBlock = new Float64Array(BLOCKS);
  for (let type = 0; type < all.length; type++) {
    const own = presence[spread[type] as number] ?? 0;
    value += own;
    without += presenceWithout[spread[type] as number] ?? 0;
    const block = blocks[type] as number;
    byBlock[block] = (byBlock[block] as number) + own;
  }
  const leaveOneOut = groups.map(({ types }, group) => {
    if (documents[group] === 0) return null;
    let rest = without;
    for (const type of types) {
      const place = spread[type] as number;
      rest += (presenceWithout[place - 1] ?? 0) - (presenceWithout[place] ?? 0);
    }
    return rest / share;
  });
  const replicated = {
    value: value / share,
    leaveOneOut,
    sizes: withoutManyCopies(documents),
    documents: documents.reduce((sum, own) => sum + own, 0),
  };
  if (share === 1) return replicated;
  const rest = share * (1 - 1 / BLOCKS);
  const leaveTypesOut = ofFinitePopulation(
    Array.from(byBlock, (own) => (value - own) / rest),
    share,
  );
  return { ...replicated, leaveTypesOut };
}

/** The chance that a type of so many groups, from 0 on, is in one of those that are drawn. */
function presenceByGroups(population: number, drawn: number): readonly number[] {
  return Array.from({ length: population + 1 }, (_, marked) =>
    marked === 0 ? 0 : 1 - absenceProbability({ population, marked, drawn }),
  );
}
