import type { Interval } from '../statistics/jackknife.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { PointEvidence, SeriesPoint } from './series.ts';

export type Period = 'day' | 'week' | 'month' | 'year';

/** What a series is cut by; null where its points are named inputs in the order given. */
export interface SeriesSettings {
  readonly period: Period | null;
}

export type AlarmKind = 'narrowing' | 'widening' | 'word-drift' | 'duplicates' | 'volume';

/** A point at which a chart left its limits. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** Id of the figure that is charted; `narrowing` for all of them together. */
  readonly measure: string;
  /** `cusum` for a slow change, `jump` for one point that stands alone. */
  readonly chart: 'cusum' | 'jump' | 'words';
  /** What the chart showed, and what it must not exceed, in standard deviations, or as an adjusted chance for words. */
  readonly statistic: number;
  readonly limit: number;
  /** The point from which the change seems to have begun. */
  readonly since: string;
  /** The words that drifted, and none for other kinds. */
  readonly words: readonly string[];
  /** One sentence with the figures. */
  readonly summary: string;
  readonly evidence: readonly PointEvidence[];
}

/** Why a point is tested, or is not. */
export type PointState = 'tested' | 'learning' | 'too-small' | 'other-plan' | 'no-figures';

/** A point as it is reported. */
export interface TrendPoint {
  readonly name: string;
  readonly date: string | null;
  readonly documents: number;
  readonly distinctDocuments: number;
  readonly tokens: number;
  readonly level: SeriesPoint['level'];
  readonly homogeneity: Quantity | null;
  readonly change: SeriesPoint['change'];
  readonly figures: Readonly<Record<string, Quantity>>;
  readonly state: PointState;
  readonly alarms: readonly Alarm[];
}

/** What one measure did from point to point, for drawing. */
export interface TrendChart {
  readonly measure: string;
  readonly title: string;
  readonly unit: Quantity['unit'];
  /** Where the cumulative sums must not go, and what one point must not exceed on either side; null where not tested. */
  readonly limits: { readonly cusum: number | null; readonly jump: number | null };
  readonly points: readonly ChartPoint[];
}

export interface ChartPoint {
  readonly name: string;
  /** What was to be expected from the points before, in the unit of the measure, and where a single point stays but for chance; null while they are too few. */
  readonly centre: number | null;
  readonly range: Interval | null;
  readonly value: number | null;
  /** How far the value is from what was expected, as a standard normal score. */
  readonly score: number | null;
  /** The cumulative sums of scores upwards and downwards, both from 0. */
  readonly up: number | null;
  readonly down: number | null;
  /** The exponentially weighted moving average of the scores. */
  readonly average: number | null;
}

export interface TrendVerdict {
  readonly direction: 'narrowing' | 'stable' | 'widening' | 'insufficient-data';
  /** Points of homogeneity from one point to the next; null where too few points can be tested. */
  readonly slope: {
    readonly value: number;
    readonly interval: Interval | null;
    readonly confidence: number;
  } | null;
  /** Alarms that a series in which nothing changes gives in a year, all charts together but that of volume. */
  readonly falseAlarmsPerYear: number;
  /** The same of one point, and how many points make a year. */
  readonly falseAlarmsPerPoint: number;
  readonly pointsPerYear: number;
  /** One sentence with the figures that decided it. */
  readonly summary: string;
}

/** Everything that a series says of itself, as plain JSON. */
export interface Trend {
  readonly points: readonly TrendPoint[];
  /** Periods between the first and the last point of which there is nothing, at most 100 of them, and their number. */
  readonly missing: { readonly total: number; readonly names: readonly string[] };
  readonly charts: readonly TrendChart[];
  readonly verdict: TrendVerdict;
}
