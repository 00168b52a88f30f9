import type { Quantity } from '../../statistics/quantity.ts';
import { points } from './index-series.ts';
import type { CaseRule } from './labelled-case.ts';
import { judgement } from './labelled-case.ts';

/** The second file is more alike than the first. Whether the interval of the difference excludes 0 is said beside it. */
export const judgePair: CaseRule = ([first, second]) => {
  const from = first?.index ?? null;
  const to = second?.index ?? null;
  if (from === null || to === null) return judgement(false, 'one of the files has no index');
  const difference = to.value - from.value;
  const reach = Math.hypot(halfWidth(from), halfWidth(to));
  const sure = difference > reach ? 'excludes 0' : 'contains 0';
  return judgement(
    difference > 0,
    `${points(from.value)} to ${points(to.value)}, a difference of ${points(difference)} ± ${points(reach)}, which ${sure}`,
  );
};

function halfWidth({ value, interval }: Quantity): number {
  return interval === undefined ? 0 : Math.max(interval[1] - value, value - interval[0]);
}
