import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between looks: short at first, so that short runs are seen too. */
const FIRST_PAUSE = 10;
const LATER_PAUSE = 50;
const SHORT_RUN = 300;
const KIB = 1024;

/** Looks at the memory of processes from time to time. */
export interface MemoryWatch {
  /** Ends the watch and gives the peak in bytes, null where the run was too short to be seen. */
  stop(): number | null;
}

/**
 * Watches all descendants of a process, not itself. Each counts with its own peak as the system keeps it,
 * so nothing between two looks is missed but what comes right before the end.
 */
export function watchDescendants(pid: number): MemoryWatch {
  const started = performance.now();
  let peak = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    let sum = 0;
    for (const descendant of descendantsOf(pid)) sum += peakOf(descendant);
    peak = Math.max(peak, sum);
    timer = setTimeout(look, performance.now() - started < SHORT_RUN ? FIRST_PAUSE : LATER_PAUSE);
  };
  timer = setTimeout(look, FIRST_PAUSE);
  return {
    stop() {
      clearTimeout(timer);
      return peak === 0 ? null : peak;
    },
  };
}

function descendantsOf(pid: number): readonly number[] {
  const children = threadsOf(pid).flatMap((thread) =>
    textOf(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Greatest resident memory of a process so far, threads included. */
function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) * KIB;
}

/** Empty where the process is gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
