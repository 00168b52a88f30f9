import type { Progress } from '../engine/engine.ts';
import { bytesText, countedText } from '../report/quantity-text.ts';

const LONGEST_BAR = 20;
const SHORTEST_BAR = 4;
const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TURNS_PER_SECOND = 10;
/** Before this, a guess of the time left jumps about. */
const SECONDS_BEFORE_GUESS = 1;

/** One line of progress: a bar with the time left where the total is known, a spinner where it is not. */
export function progressText(progress: Progress, seconds: number, width: number): string {
  const rate = seconds > 0 ? progress.bytes / seconds : 0;
  const total = progress.totalBytes;
  const parts = [
    countedText(progress.documents, 'document', 'documents'),
    total === null ? bytesText(progress.bytes) : `${bytesText(progress.bytes)} of ${bytesText(total)}`,
    `${bytesText(rate)}/s`,
    ...timeLeft(progress, seconds, rate),
    ...(progress.problems > 0 ? [countedText(progress.problems, 'problem', 'problems')] : []),
  ];
  const text = parts.join(' · ');
  // The last column stays free: some terminals break the line when it is written.
  const room = Math.max(1, width - 1);
  const head = total === null ? spinner(seconds) : bar(progress.bytes, total, room - text.length);
  return `${head} ${text}`.slice(0, room);
}

/** A bar with the percentage done, in the room that is left beside the text. */
function bar(bytes: number, total: number, room: number): string {
  const share = total > 0 ? Math.min(1, bytes / total) : 1;
  const percentage = `${Math.floor(share * 100)} %`;
  const length = Math.min(LONGEST_BAR, room - percentage.length - 2);
  if (length < SHORTEST_BAR) return percentage;
  const filled = Math.round(share * length);
  return `${'█'.repeat(filled)}${'░'.repeat(length - filled)} ${percentage}`;
}

function spinner(seconds: number): string {
  return SPINNER[Math.floor(seconds * TURNS_PER_SECOND) % SPINNER.length] ?? '';
}

function timeLeft(progress: Progress, seconds: number, rate: number): string[] {
  if (progress.totalBytes === null || rate <= 0 || seconds < SECONDS_BEFORE_GUESS) return [];
  return [`${durationText(Math.max(0, progress.totalBytes - progress.bytes) / rate)} left`];
}

function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
