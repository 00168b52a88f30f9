import type { WeekEntry } from '../history/history.ts';
import type { WeekReports, WeeksIndex } from '../report/weeks-index.ts';
import { WEEKS_SCHEMA } from '../report/weeks-index.ts';
import { toolVersion } from './tool-version.ts';
import { weekTrend } from './week-series.ts';

/** All weeks of a series as they look now that the last of them is known. */
export function weeksIndex(
  series: string,
  entries: readonly WeekEntry[],
  reports: readonly WeekReports[],
): WeeksIndex {
  return {
    schema: WEEKS_SCHEMA,
    tool: { name: 'heteroglossia', version: toolVersion() },
    series,
    ...weekTrend(entries),
    reports,
  };
}
