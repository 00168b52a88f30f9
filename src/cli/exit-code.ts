import type { Level } from '../audits/level.ts';
import type { Direction } from '../compare/comparison.ts';
import type { WeekReport } from '../jobs/weekly-job.ts';
import type { Trend } from '../trend/trend.ts';
import type { OptionValues } from './option-table.ts';

export const EXIT_CODES = {
  fine: 0,
  failed: 1,
  impossible: 2,
  incomplete: 3,
  interrupted: 130,
  terminated: 143,
} as const;

const LEVELS_THAT_FAIL: Readonly<Record<NonNullable<OptionValues['fail-on']>, readonly Level[]>> = {
  heteroglossic: ['heteroglossic', 'narrowing', 'monologic'],
  narrowing: ['narrowing', 'monologic'],
  monologic: ['monologic'],
  // Whoever will not accept too little data does not accept a monologic corpus either.
  insufficient: ['monologic', 'insufficient-data'],
  // Of a comparison alone.
  narrowed: [],
  never: [],
};

/** The exit code of an audit: lost inputs outrank the verdict. */
export function auditExitCode(
  { level, direction }: { readonly level: Level; readonly direction?: Direction | undefined },
  failOn: OptionValues['fail-on'],
  lostInputs: number,
): number {
  if (lostInputs > 0) return EXIT_CODES.incomplete;
  if (failOn === 'narrowed') return direction === 'narrowed' ? EXIT_CODES.failed : EXIT_CODES.fine;
  return LEVELS_THAT_FAIL[failOn ?? 'monologic'].includes(level) ? EXIT_CODES.failed : EXIT_CODES.fine;
}

/** The exit code of a comparison: lost inputs outrank the direction. */
export function compareExitCode(
  direction: Direction,
  failOn: OptionValues['fail-on'],
  lostInputs: number,
): number {
  if (lostInputs > 0) return EXIT_CODES.incomplete;
  return direction === 'narrowed' && failOn !== 'never' ? EXIT_CODES.failed : EXIT_CODES.fine;
}

/** The exit code of a series: lost inputs outrank its direction and the alarms of its last point but that of volume. */
export function trendExitCode(
  { points, verdict }: Pick<Trend, 'points' | 'verdict'>,
  failOn: OptionValues['fail-on'],
  lostInputs: number,
): number {
  if (lostInputs > 0) return EXIT_CODES.incomplete;
  const hasAlarm = points.at(-1)?.alarms.some(({ kind }) => kind !== 'volume') ?? false;
  const isFailed = failOn !== 'never' && (verdict.direction === 'narrowing' || hasAlarm);
  return isFailed ? EXIT_CODES.failed : EXIT_CODES.fine;
}

/** The exit code of a week: lost inputs outrank alarms, which outrank what `--fail-on` asks of the batch. */
export function weeklyExitCode(
  { verdict, comparison, week }: Pick<WeekReport, 'verdict' | 'comparison' | 'week'>,
  failOn: OptionValues['fail-on'],
  lostInputs: number,
): number {
  const ofBatch = auditExitCode(
    { level: verdict.level, direction: comparison?.verdict.direction },
    failOn,
    lostInputs,
  );
  const hasAlarm = failOn !== 'never' && week.alarms.some(({ kind }) => kind !== 'volume');
  return ofBatch === EXIT_CODES.fine && hasAlarm ? EXIT_CODES.failed : ofBatch;
}

/** Exit codes, the gravest first: what could not run says less than what lost an input. */
const BY_GRAVITY: readonly number[] = [EXIT_CODES.impossible, EXIT_CODES.incomplete, EXIT_CODES.failed];

/** The exit code of several jobs: the gravest of theirs. */
export function gravestExitCode(codes: readonly number[]): number {
  return BY_GRAVITY.find((code) => codes.includes(code)) ?? EXIT_CODES.fine;
}
