import type { Results, Row } from './results.ts';
import { findRow } from './results.ts';
import type { SubjectId } from './subjects.ts';

const GIB = 2 ** 30;
const SIZES = [
  ['100 MB', 1e8],
  ['1 GB', 1e9],
  ['10 GB', 1e10],
] as const;
const OURS: readonly SubjectId[] = ['one-worker', 'two-workers', 'packed', 'profile'];

/** One line of what must be reached. */
export interface Goal {
  readonly what: string;
  readonly isHigherBetter: boolean;
  readonly bar: number;
  readonly aim: number;
  /** Null where it was not run. */
  readonly value: number | null;
  /** Writes a value with its unit. */
  readonly show: (value: number) => string;
}

const times = (value: number): string => `${value.toFixed(2)} ×`;
const seconds = (value: number): string => `${value.toFixed(2)} s`;
const milliseconds = (value: number): string => `${Math.round(value * 1_000)} ms`;
const gibibytes = (value: number): string => `${(value / GIB).toFixed(2)} GiB`;

/** The goals of the project on two cores, with what was measured. */
export function goalsOf(results: Results): readonly Goal[] {
  const one = findRow(results, 'one-worker', 1e9);
  const two = findRow(results, 'two-workers', 1e9);
  const tenth = findRow(results, 'two-workers', 1e8);
  const words = findRow(results, 'wc', 1e9);
  const { startUp, sampleWork } = results;
  const higher = { isHigherBetter: true, show: times };
  const lower = { isHigherBetter: false };
  return [
    {
      ...higher,
      what: 'speed of an audit of 1 GB, 2 workers, to `wc -w`',
      bar: 0.12,
      aim: 0.25,
      value: ratio(words, two),
    },
    { ...higher, what: 'speed with 2 workers to 1, 1 GB', bar: 1.7, aim: 1.9, value: ratio(one, two) },
    {
      ...lower,
      what: 'time of 1 GB to that of 100 MB',
      bar: 10.5,
      aim: 10,
      value: ratio(two, tenth),
      show: times,
    },
    ...SIZES.map(([name, bytes]) => ({
      ...lower,
      what: `peak memory, all processes, ${name}`,
      bar: GIB,
      aim: 0.6 * GIB,
      value: peakOf(results, bytes),
      show: gibibytes,
    })),
    {
      ...lower,
      what: `work on the document sample, ${sampleWork.largestName}`,
      bar: 10,
      aim: 5,
      value: sampleWork.largest,
      show: seconds,
    },
    {
      ...lower,
      what: 'work on the document sample, 1 MB',
      bar: 0.7,
      aim: 0.3,
      value: sampleWork.small,
      show: seconds,
    },
    { ...lower, what: '`--help`', bar: 0.15, aim: 0.08, value: startUp.help, show: milliseconds },
    { ...lower, what: 'audit of 1 MB', bar: 2, aim: 1, value: startUp.smallAudit, show: seconds },
  ];
}

/** Whether a goal is reached, in a word or two. */
export function verdictOn({ value, bar, aim, isHigherBetter }: Goal): string {
  if (value === null) return 'not run';
  const reaches = (goal: number): boolean => (isHigherBetter ? value >= goal : value <= goal);
  if (reaches(aim)) return 'yes, the aim too';
  return reaches(bar) ? 'yes' : 'no';
}

function ratio(of: Row | undefined, to: Row | undefined): number | null {
  return of === undefined || to === undefined ? null : of.seconds / to.seconds;
}

/** The highest peak of the program on corpora of a size. */
function peakOf(results: Results, bytes: number): number | null {
  const peaks = OURS.flatMap((id) => findRow(results, id, bytes)?.peakBytes ?? []);
  return peaks.length === 0 ? null : Math.max(...peaks);
}
