/** Shares passing time out to names. */
export interface Stopwatch {
  /** Forgets everything; the names given stand first in the sums. */
  start(names: readonly string[]): void;
  /** Gives the time since the last lap to a name. */
  lap(name: string): void;
  /** Seconds by name. */
  sums(): ReadonlyMap<string, number>;
}

export function createStopwatch(): Stopwatch {
  const milliseconds = new Map<string, number>();
  let last = 0;
  return {
    start(names) {
      milliseconds.clear();
      for (const name of names) milliseconds.set(name, 0);
      last = performance.now();
    },
    lap(name) {
      const now = performance.now();
      milliseconds.set(name, (milliseconds.get(name) ?? 0) + now - last);
      last = now;
    },
    sums: () => new Map([...milliseconds].map(([name, sum]) => [name, sum / 1_000])),
  };
}
