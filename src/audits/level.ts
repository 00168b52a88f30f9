import type { MeasureValues } from '../measures/registry.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { Calibration } from './calibration-shape.ts';
import { ENOUGH, LEVELS } from './thresholds.ts';

export type Level = 'heteroglossic' | 'narrowing' | 'monologic' | 'insufficient-data';

/**
 * The level follows from the homogeneity index alone, and from the lower end of its 95 % interval rather than from
 * its value: a corpus is called narrowing or monologic only when even the least alike reading of it reaches that
 * mark. Everything else is heteroglossic: nothing worse was shown.
 *
 * Below 20 documents or 2,000 words, or without an interval, there is too little data for a level.
 */
export function levelOf(
  { size }: Pick<MeasureValues, 'size'>,
  index: Quantity | null,
  levels: Pick<Calibration['levels'], 'narrowing' | 'monologic'> = LEVELS,
): Level {
  const low = index?.interval?.[0];
  if (size.documents < ENOUGH.documents || size.tokens < ENOUGH.tokens || low === undefined)
    return 'insufficient-data';
  if (low >= levels.monologic) return 'monologic';
  return low >= levels.narrowing ? 'narrowing' : 'heteroglossic';
}
