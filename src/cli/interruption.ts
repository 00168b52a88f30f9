import { EXIT_CODES } from './exit-code.ts';

/** Longer than a run needs to stop by itself, and less than the second that a user is promised. */
const GRACE_MILLISECONDS = 800;

/** Aborted by the first Ctrl-C. A second one, or a run that does not stop in time, ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = (code: number): void => {
    if (controller.signal.aborted) process.exit(code);
    process.exitCode = code;
    setTimeout(() => process.exit(code), GRACE_MILLISECONDS).unref();
    controller.abort();
  };
  process.on('SIGINT', () => stop(EXIT_CODES.interrupted));
  process.on('SIGTERM', () => stop(EXIT_CODES.terminated));
  return controller.signal;
}
