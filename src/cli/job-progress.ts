import type { OptionValues } from './option-table.ts';
import { type ProgressBar, progressBar } from './progress-bar.ts';
import type { Session } from './session.ts';

/** The display of a run: its own, or its part of that of a queue. */
export async function progressOf(values: OptionValues, { queued }: Session): Promise<ProgressBar> {
  return queued?.progress ?? progressBar(values);
}
