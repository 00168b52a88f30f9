import { CorpusError } from '../errors.ts';
import type { AuditOutcome } from '../jobs/audit-job.ts';
import type { OptionValues } from './option-table.ts';
import { weekName } from './week-option.ts';

/** Keeps a finished audit as a week of a history. */
export interface WeekKeeping {
  /** Gives a sentence that says where the week went. */
  keep(outcome: AuditOutcome): Promise<string>;
  close(): Promise<void>;
}

/** Opens the history of `--history`, so that one that cannot be used is told of before the run; null without one. */
export async function weekKeeping(values: OptionValues, signal: AbortSignal): Promise<WeekKeeping | null> {
  if (values.history === undefined) {
    refuseWithoutHistory(values);
    return null;
  }
  const name = weekName(values);
  const { openHistory } = await import('../history/open-history.ts');
  const history = await openHistory(values.history, { signal });
  return {
    async keep(outcome) {
      const { weekRun } = await import('../jobs/week-run.ts');
      await history.put([weekRun(name, outcome)]);
      return `Kept as ${name.week} of the series ${name.series} in ${history.place}.`;
    },
    close: () => history.close(),
  };
}

function refuseWithoutHistory(values: OptionValues): void {
  for (const name of ['week', 'series'] as const) {
    const value = values[name];
    if (value === undefined) continue;
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: `--${name}`,
      value,
      expected: 'effect only together with --history',
    });
  }
}
