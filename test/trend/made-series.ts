import { normalExceededWith } from '../../src/statistics/normal-distribution.ts';
import { splitMix64 } from '../../src/statistics/seeded-order.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';

/** Independent standard normal values that follow from a seed. */
function* normalValues(seed: number): Generator<number, never> {
  for (const random of splitMix64(BigInt(seed)))
    yield normalExceededWith((Number(random >> 11n) + 0.5) / 2 ** 53);
  throw new Error('there is always another value');
}

export interface MadeFigures {
  readonly homogeneity?: number;
  readonly kept?: number;
  readonly known?: number;
  readonly duplicates?: number;
}

/** A week of 120 documents with these figures. */
export function madePoint(
  name: string,
  { homogeneity, kept, known, duplicates }: MadeFigures,
  more: Partial<SeriesPoint> = {},
): SeriesPoint {
  const documents = more.documents ?? 120;
  const ratio = (value: number) => ({ value, unit: 'ratio' as const, documents });
  return {
    name,
    date: null,
    documents,
    distinctDocuments: documents,
    tokens: 200 * documents,
    level: 'heteroglossic',
    homogeneity: null,
    change: homogeneity === undefined ? null : { value: homogeneity - 40, interval: null },
    figures: {
      ...(homogeneity === undefined
        ? {}
        : { homogeneity: { value: homogeneity, unit: 'points', documents } }),
      ...(kept === undefined ? {} : { 'tail-kept': ratio(kept) }),
      ...(known === undefined ? {} : { 'tail-known': ratio(known) }),
      ...(duplicates === undefined
        ? {}
        : { duplicates: { value: duplicates, unit: 'share' as const, documents } }),
    },
    wordDrift: null,
    planDigest: 'plan',
    ...more,
  };
}

/** Weeks in which nothing changes: the index about 40 ± 2, the rare words about 1 ± 1 %. */
export function quietSeries(length: number, seed: number): readonly SeriesPoint[] {
  const values = normalValues(seed);
  return Array.from({ length }, (_, week) =>
    madePoint(`week ${week + 1}`, {
      homogeneity: 40 + 2 * values.next().value,
      kept: Math.exp(0.01 * values.next().value),
      known: Math.exp(0.01 * values.next().value),
      duplicates: 0,
    }),
  );
}
