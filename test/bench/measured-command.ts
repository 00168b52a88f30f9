import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watchDescendants } from './process-memory.ts';

/** What one run of a command took. */
export interface Measurement {
  readonly seconds: number;
  /** Of all cores together, in the program and in the system. */
  readonly cpuSeconds: number;
  /** Of all its processes and threads; null where it was too short to be seen. */
  readonly peakBytes: number | null;
}

/** bash times what follows, to the millisecond, without its own start. */
const TIMED = 'TIMEFORMAT="%3R %3U %3S"; time "$@"';
/** 1 says that the corpus is monologic. */
const FINE_CODES: readonly (number | null)[] = [0, 1];

/** Runs a command to its end with its output thrown away. Throws where it fails. */
export async function measureCommand(command: readonly string[]): Promise<Measurement> {
  const child = spawn('bash', ['-c', TIMED, 'bench', ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
  });
  let messages = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text;
  });
  const memory = child.pid === undefined ? null : watchDescendants(child.pid);
  const [code] = (await once(child, 'close')) as [number | null];
  const peakBytes = memory?.stop() ?? null;
  const times = /^(\d+\.\d+) (\d+\.\d+) (\d+\.\d+)$/mu.exec(messages.trimEnd().split('\n').at(-1) ?? '');
  if (!FINE_CODES.includes(code) || times === null)
    throw new Error(`${command.join(' ')} ended with ${code}: ${messages.trim()}`);
  const [, wall, user, system] = times.map(Number);
  return { seconds: wall ?? 0, cpuSeconds: (user ?? 0) + (system ?? 0), peakBytes };
}
