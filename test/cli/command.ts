import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/cli/main.js');

export const MONOLOGIC = join(ROOT, 'fixtures/corpora/monologic.jsonl');
export const HETEROGLOSSIC = join(ROOT, 'fixtures/corpora/heteroglossic.jsonl');

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The number of the user to run as, which takes the rights of root. */
  readonly user?: number;
  /** A script of the shell that calls the command as `"$0" "$@"`. */
  readonly through?: string;
}

/** Starts the real command. */
export function start(args: readonly string[], options: CommandOptions = {}): ChildProcess {
  const env = { ...process.env, ...options.env };
  delete env['FORCE_COLOR'];
  delete env['NO_COLOR'];
  delete env['GITHUB_ACTIONS'];
  const command = [process.execPath, MAIN, ...args];
  const [program = '', ...rest] =
    options.through === undefined
      ? command
      : ['bash', '-c', `set -o pipefail; ${options.through}`, ...command];
  return spawn(program, rest, {
    cwd: options.cwd ?? ROOT,
    env: { ...env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
  });
}

/** Runs the real command to its end. */
export async function heteroglossia(args: readonly string[], options: CommandOptions = {}): Promise<Result> {
  const child = start(args, options);
  child.stdin?.on('error', () => undefined).end(options.stdin ?? '');
  return finished(child);
}

export async function finished(child: ChildProcess): Promise<Result> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, stdout, stderr };
}

/** Runs something in a folder of its own, which is gone afterwards. */
export async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
