// Measures the built program: `npm run bench -- [--sizes 10MB,100MB,1GB] [--runs 5] [--input file.jsonl]
// [--out docs/performance.md] [--keep folder]`. Needs Linux, bash, wc and gzip. Sizes are powers of 1,000.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BenchOptions } from './bench-options.ts';
import { benchOptions } from './bench-options.ts';
import { thisMachine } from './machine.ts';
import { measureAll } from './measurements.ts';
import { keepByHand, pageOf } from './page.ts';

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Runs in the folder to keep, or in one that is gone afterwards, whatever happens. */
async function inFolder(keep: string | null, run: (folder: string) => Promise<void>): Promise<void> {
  if (keep !== null) {
    mkdirSync(keep, { recursive: true });
    await run(resolve(keep));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'heteroglossia-bench-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  await run(folder);
}

function earlierPage(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

async function bench(args: readonly string[], options: BenchOptions): Promise<void> {
  const machine = thisMachine();
  const started = new Date();
  const warning = `The load is ${machine.load.toFixed(2)}: other work is running, and the times will say little.`;
  if (!machine.isQuiet) tell(warning);
  await inFolder(options.keep, async (folder) => {
    const results = await measureAll(options, folder, tell);
    const page = pageOf(results, { options, machine, args, started });
    process.stdout.write(page);
    if (options.out !== null) writeFileSync(options.out, keepByHand(page, earlierPage(options.out)));
    if (!machine.isQuiet) tell(warning);
  });
}

try {
  const args = process.argv.slice(2);
  await bench(args, benchOptions(args));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
