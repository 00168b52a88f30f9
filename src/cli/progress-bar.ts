import type { Progress } from '../engine/engine.ts';
import type { OptionValues } from './option-table.ts';
import { progressText } from './progress-text.ts';

export interface ProgressBar {
  readonly update: (progress: Progress) => void;
  /** Says a sentence about the run, unless asked for silence. */
  readonly note: (note: string) => void;
  /** Takes the bar off the terminal. */
  stop(): void;
}

const REDRAWS_PER_SECOND = 10;
const DEFAULT_COLUMNS = 80;
const MILLISECONDS = 1000;

/** Says a sentence on standard error. */
export function tell(text: string): void {
  process.stderr.write(`heteroglossia: ${text}\n`);
}

/** A bar on standard error, where that is a terminal and nobody asked for silence. */
export async function progressBar(values: OptionValues): Promise<ProgressBar> {
  const note = values.quiet === true ? () => undefined : tell;
  if (!process.stderr.isTTY || values.quiet === true || values['no-progress'] === true)
    return { update: () => undefined, note, stop: () => undefined };
  const { default: cliProgress } = await import('cli-progress');
  const started = Date.now();
  let latest: Progress = { documents: 0, problems: 0, bytes: 0, totalBytes: null };
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    fps: REDRAWS_PER_SECOND,
    hideCursor: null,
    clearOnComplete: true,
    // Interrupts are ours to handle.
    gracefulExit: false,
    format: () =>
      progressText(latest, (Date.now() - started) / MILLISECONDS, process.stderr.columns || DEFAULT_COLUMNS),
  });
  bar.start(1, 0);
  return {
    update(progress) {
      latest = progress;
      bar.update(progress.totalBytes === null ? 0 : progress.bytes / Math.max(1, progress.totalBytes));
    },
    note,
    stop: () => bar.stop(),
  };
}
