import type { Trend } from '../trend/trend.ts';

export const WEEKS_SCHEMA = 'heteroglossia-weeks/1';

/** All weeks of a series as they look now, as plain JSON. */
export interface WeeksIndex extends Trend {
  readonly schema: typeof WEEKS_SCHEMA;
  readonly tool: { readonly name: 'heteroglossia'; readonly version: string };
  readonly series: string;
  /** By week: the paths of its reports, seen from the index. */
  readonly reports: readonly WeekReports[];
}

export interface WeekReports {
  readonly week: string;
  readonly paths: readonly string[];
}
