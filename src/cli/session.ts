import type { ProgressBar } from './progress-bar.ts';
import type { StandardOutput } from './standard-output.ts';

/** What a command needs of the process that it runs in. */
export interface Session {
  readonly signal: AbortSignal;
  readonly stdout: StandardOutput;
  /** Called by the command that ran, with the exit code of the process. */
  finish(exitCode: number): void;
  /** In a queue of jobs, which has one display and a line for each. */
  readonly queued?: QueuePlace;
}

/** What a job of a queue has instead of the terminal. */
interface QueuePlace {
  readonly progress: ProgressBar;
  /** Takes the line by which the job is summed up. */
  summary(line: string): void;
}
