import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

const GIB = 2 ** 30;
/** With more than this running already, times say little. */
const QUIET_LOAD = 0.5;

/** What the benchmark ran on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted to run in the minute before, on average. */
  readonly load: number;
  readonly isQuiet: boolean;
}

export function thisMachine(): Machine {
  const load = loadavg()[0] ?? 0;
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: `${(totalmem() / GIB).toFixed(1)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    load,
    isQuiet: load <= QUIET_LOAD,
  };
}
