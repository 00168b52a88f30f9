import type { Alarm, PointState, TrendVerdict } from '../trend/trend.ts';

/** Where a report stands in its series, as far as that was known when the week was run. */
export interface WeekFacts {
  readonly series: string;
  /** ISO 8601, such as `2026-W12`. */
  readonly name: string;
  /** Its first day, `YYYY-MM-DD`. */
  readonly monday: string;
  /** Weeks that were followed, with this one. */
  readonly weeks: number;
  /** The week that it is compared with where no other baseline is given; null where there is none. */
  readonly baselineWeek: string | null;
  readonly state: PointState;
  readonly alarms: readonly Alarm[];
  readonly verdict: TrendVerdict;
}
