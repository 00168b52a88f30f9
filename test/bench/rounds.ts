import type { Measurement } from './measured-command.ts';
import { measureCommand } from './measured-command.ts';
import { median } from './median.ts';

export interface RoundOptions {
  readonly runs: number;
  readonly tell: (message: string) => void;
}

/** Something to run, with what it is called while it runs. */
export interface Task {
  readonly label: string;
  readonly command: readonly string[];
}

/** Runs all tasks in turn, so often, and gives the medians and the highest peak of each. */
export async function measureRounds<T extends Task>(
  tasks: readonly T[],
  { runs, tell }: RoundOptions,
): Promise<readonly (T & Measurement)[]> {
  const found = tasks.map((task) => ({ task, measurements: [] as Measurement[] }));
  for (let round = 1; round <= runs; round++) {
    for (const { task, measurements } of found) {
      const measurement = await measureCommand(task.command);
      tell(`round ${round} of ${runs}: ${task.label}: ${measurement.seconds.toFixed(3)} s`);
      measurements.push(measurement);
    }
  }
  return found.map(({ task, measurements }) => ({ ...task, ...summaryOf(measurements) }));
}

function summaryOf(measurements: readonly Measurement[]): Measurement {
  const peaks = measurements.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]));
  return {
    seconds: median(measurements.map(({ seconds }) => seconds)),
    cpuSeconds: median(measurements.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: peaks.length === 0 ? null : Math.max(...peaks),
  };
}
