import { mondayOfWeek, weekOfDay } from '../calendar-week.ts';
import { CorpusError } from '../errors.ts';
import { DEFAULT_SERIES, isSeriesName, SERIES_NAME_RULE } from '../history/history.ts';
import type { WeekName } from '../jobs/week-run.ts';
import type { OptionValues } from './option-table.ts';

const DAY_LENGTH = 10;

/** The ISO week of now, by universal time. */
function presentWeek(): string {
  return weekOfDay(new Date().toISOString().slice(0, DAY_LENGTH)) ?? '';
}

/** The week and the series that the options name. Throws a `CorpusError` where there is no such week, or not yet. */
export function weekName({ week = presentWeek(), series = DEFAULT_SERIES }: OptionValues): WeekName {
  if (mondayOfWeek(week) === null || week > presentWeek()) {
    const expected = 'an ISO week that has begun, such as 2026-W12';
    throw new CorpusError({ code: 'OPTION_INVALID', option: '--week', value: week, expected });
  }
  if (!isSeriesName(series))
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: '--series',
      value: series,
      expected: SERIES_NAME_RULE,
    });
  return { week, series };
}
