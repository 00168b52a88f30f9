import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { seeded } from '../support/large-files.ts';
import { finished, inFolder, start } from './command.ts';
import { reportsIn, runWeek, weeksIn, writePipeline } from './weekly-folder.ts';

const [FIRST, SECOND, KILLED] = ['2026-W01', '2026-W02', '2026-W03'] as const;
const OPTIONS = ['options: { limit: 22, workers: 1, fail-on: never }'];
/** The time from the first sign of writing to the end of a run, about. */
const WRITING_MILLISECONDS = 250;

/**
 * Kills the run of a week at random moments, every other one while it writes, and expects a history that opens and
 * that the next run leaves what a run leaves that was not killed. Gives the number of runs that were killed in time.
 */
export async function surviveKills(kills: number, seed: number): Promise<number> {
  const random = seeded(seed);
  let inTime = 0;
  await inFolder(async (folder) => {
    const before = join(folder, 'before');
    const whole = join(folder, 'whole');
    mkdirSync(before);
    writePipeline(before, OPTIONS);
    for (const week of [FIRST, SECOND]) expect((await runWeek(before, week)).code).toBe(0);
    cpSync(before, whole, { recursive: true });
    const started = performance.now();
    expect((await runWeek(whole, KILLED)).code).toBe(0);
    const milliseconds = performance.now() - started;
    const expected = reportsIn(whole);
    for (let kill = 0; kill < kills; kill++) {
      const cwd = join(folder, `kill-${kill}`);
      cpSync(before, cwd, { recursive: true });
      const moment = random() * (kill % 2 === 0 ? WRITING_MILLISECONDS : milliseconds);
      if (await wasKilled(cwd, kill % 2 === 0, moment)) inTime += 1;
      const kept = (await weeksIn(cwd)).map(({ week }) => week);
      expect([[FIRST, SECOND].join(), [FIRST, SECOND, KILLED].join()]).toContain(kept.join());
      expect((await runWeek(cwd, KILLED)).code).toBe(0);
      expect(await weeksIn(cwd)).toEqual(await weeksIn(whole));
      expect(reportsIn(cwd)).toEqual(expected);
    }
  });
  return inTime;
}

/** Starts the run of a week and kills it after a while, from the start on or from the first sign of writing. */
async function wasKilled(cwd: string, fromWriting: boolean, moment: number): Promise<boolean> {
  const child = start(['run', 'weekly.yaml', '--week', KILLED, '--quiet'], { cwd });
  const ended = finished(child);
  if (fromWriting) await writingBegins(cwd, child);
  await Promise.race([setTimeout(moment), ended]);
  child.kill('SIGKILL');
  return (await ended).code === null;
}

/** Waits for the first sign of writing, or for the end of the run. */
async function writingBegins(cwd: string, child: ChildProcess): Promise<void> {
  const sign = join(cwd, 'r', `.${KILLED}.pending`);
  while (child.exitCode === null && !existsSync(sign)) await setTimeout(2);
}
