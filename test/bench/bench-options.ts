import { parseArgs } from 'node:util';
import type { Size } from './size.ts';
import { sizeOf } from './size.ts';

export interface BenchOptions {
  /** Smallest first. */
  readonly sizes: readonly Size[];
  /** Rounds, of which the median counts. */
  readonly runs: number;
  /** A JSON Lines file to repeat instead of making texts. */
  readonly input: string | null;
  /** Where the page goes. */
  readonly out: string | null;
  /** A folder in which the corpora stay for the next time. */
  readonly keep: string | null;
}

/** Reads the command line. Throws an error whose sentence says what is wrong. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '10MB,100MB,1GB' },
      runs: { type: 'string', default: '5' },
      input: { type: 'string' },
      out: { type: 'string' },
      keep: { type: 'string' },
    },
  });
  const runs = Number(values.runs);
  if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`--runs ${values.runs} is no number of runs.`);
  return {
    sizes: values.sizes
      .split(',')
      .map(sizeOf)
      .toSorted((a, b) => a.bytes - b.bytes),
    runs,
    input: values.input ?? null,
    out: values.out ?? null,
    keep: values.keep ?? null,
  };
}
