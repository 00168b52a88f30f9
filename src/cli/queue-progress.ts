import type { Progress } from '../engine/engine.ts';
import type { ProgressBar } from './progress-bar.ts';

/** One bar shows what all jobs have read together; their notes say which job they are about. */
export function sharedDisplays(bar: ProgressBar, names: readonly string[]): readonly ProgressBar[] {
  const latest = new Map<number, Progress>();
  return names.map((name, index) => ({
    update(progress) {
      latest.set(index, progress);
      bar.update(sumOf([...latest.values()], latest.size === names.length));
    },
    note: (note) => bar.note(`${name}: ${note}`),
    stop: () => undefined,
  }));
}

/** The whole is known once every job has begun. */
function sumOf(all: readonly Progress[], haveAllBegun: boolean): Progress {
  const sum = (of: (progress: Progress) => number): number =>
    all.reduce((total, each) => total + of(each), 0);
  const isKnown = haveAllBegun && all.every(({ totalBytes }) => totalBytes !== null);
  return {
    documents: sum(({ documents }) => documents),
    problems: sum(({ problems }) => problems),
    bytes: sum(({ bytes }) => bytes),
    totalBytes: isKnown ? sum(({ totalBytes }) => totalBytes ?? 0) : null,
  };
}
