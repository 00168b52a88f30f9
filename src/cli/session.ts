import type { StandardOutput } from './standard-output.ts';

/** What a command needs of the process that it runs in. */
export interface Session {
  readonly signal: AbortSignal;
  readonly stdout: StandardOutput;
  /** Called by the command that ran, with the exit code of the process. */
  finish(exitCode: number): void;
}
