import { figure } from '../audits/wording.ts';
import { mannKendall } from '../statistics/mann-kendall.ts';
import { theilSenSlope } from '../statistics/theil-sen.ts';
import { falseAlarmsPerPoint, pointsPerYear } from './chart-limits.ts';
import type { SeriesSettings, TrendVerdict } from './trend.ts';

/** Below it no order of the points is beyond chance. */
const FEWEST_POINTS = 5;
/** Points of homogeneity over the whole series below which a change is no change, however sure it is. */
const SMALLEST_CHANGE = 2;
const CHANCES = { few: 0.02, many: 0.01 } as const;
const MANY_POINTS = 10;

/** A point that can be told from the first: when it was, in steps, and its narrowing against the baseline. */
export interface PlacedChange {
  readonly place: number;
  readonly value: number;
}

/**
 * Which way a series goes as a whole: by the Mann–Kendall test on the change of each point against the baseline, with
 * the median slope of all pairs, times the length of the series, no smaller than a change that counts.
 */
export function directionOf(changes: readonly PlacedChange[], { period }: SeriesSettings): TrendVerdict {
  const perPoint = falseAlarmsPerPoint();
  const perYear = pointsPerYear(period);
  return {
    ...wholeDirection(changes),
    falseAlarmsPerYear: perPoint * perYear,
    falseAlarmsPerPoint: perPoint,
    pointsPerYear: perYear,
  };
}

function wholeDirection(
  changes: readonly PlacedChange[],
): Pick<TrendVerdict, 'direction' | 'slope' | 'summary'> {
  const values = changes.map(({ value }) => value);
  const places = changes.map(({ place }) => place);
  const level = changes.length < MANY_POINTS ? CHANCES.few : CHANCES.many;
  const slope = theilSenSlope(places, values, 1 - level);
  const test = mannKendall(values);
  if (changes.length < FEWEST_POINTS || slope === null || test === null)
    return {
      direction: 'insufficient-data',
      slope: null,
      summary: `A direction needs ${FEWEST_POINTS} points with enough documents; ${changes.length} can be used.`,
    };
  const total = slope.value * ((places.at(-1) ?? 0) - (places[0] ?? 0));
  const isSure = test.pValue <= level && Math.abs(total) >= SMALLEST_CHANGE && test.s * total > 0;
  const moved = total > 0 ? 'narrowing' : 'widening';
  const direction = isSure ? moved : 'stable';
  return {
    direction,
    slope: { ...slope, confidence: 1 - level },
    summary: summaryOf(direction, { total, points: changes.length, chance: test.pValue }),
  };
}

function summaryOf(
  direction: 'narrowing' | 'widening' | 'stable',
  { total, points, chance }: { readonly total: number; readonly points: number; readonly chance: number },
): string {
  const size = `${figure(Math.abs(total))} points of homogeneity over ${points} points of the series`;
  const chances = `chance ${figure(chance)}`;
  switch (direction) {
    case 'narrowing':
      return `The series narrows by about ${size} (${chances}).`;
    case 'widening':
      return `The series widens by about ${size} (${chances}).`;
    case 'stable':
      return `The series goes neither way beyond chance: about ${total < 0 ? '−' : '+'}${size} (${chances}).`;
  }
}
