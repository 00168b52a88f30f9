import type { Comparison } from '../compare/comparison.ts';
import type { Report } from '../report/report.ts';
import type { Quantity } from '../statistics/quantity.ts';
import { FIGURE_IDS } from '../trend/charted-figures.ts';

/** What a point is made of: the report of an audit, and how it compares with a baseline where there is one. */
export interface PointReport extends Pick<Report, 'corpus' | 'verdict' | 'audits' | 'run'> {
  readonly comparison?: Comparison;
}

const MOST_POINTS = 100;

/**
 * The figures of a report that a series keeps: those of its audits by their ids, and those that charts follow. Those
 * against a baseline are there where the report holds a comparison with one.
 */
export function seriesFigures(report: PointReport): Readonly<Record<string, Quantity>> {
  const audited = Object.entries(report.audits).flatMap(([id, { quantity }]): [string, Quantity][] =>
    quantity === null ? [] : [[id, quantity]],
  );
  const charted: readonly (readonly [string, Quantity | null])[] = [
    [FIGURE_IDS.homogeneity, distinctIndex(report)],
    [FIGURE_IDS.duplicates, report.audits['near-duplicates']?.quantity ?? null],
    [FIGURE_IDS.tailKept, tailKept(report)],
  ];
  return Object.fromEntries([
    ...audited,
    ...charted.flatMap(([id, quantity]): [string, Quantity][] => (quantity === null ? [] : [[id, quantity]])),
  ]);
}

/**
 * The homogeneity index of the comparison, which is not cut at 0 and 100, without what copies add to it, which charts
 * follow apart. Null without a comparison, because the index of the verdict lies on another scale where it is cut.
 */
function distinctIndex({ audits, comparison }: PointReport): Quantity | null {
  const index = comparison?.differences['homogeneity']?.candidate;
  const copies = audits['near-duplicates']?.quantity?.value ?? 0;
  if (index === undefined || copies >= 1) return null;
  const without = (points: number): number => MOST_POINTS - (MOST_POINTS - points) / (1 - copies);
  const { value, unit, interval, documents } = index;
  return {
    value: without(value),
    unit,
    ...(interval === undefined ? {} : { interval: [without(interval[0]), without(interval[1])] }),
    documents,
  };
}

function tailKept({ comparison }: PointReport): Quantity | null {
  const tail = comparison?.tail ?? null;
  if (tail === null || !(tail.expected.value > 0)) return null;
  const { survived, expected } = tail;
  return { value: survived.value / expected.value, unit: 'ratio', documents: survived.documents };
}
