import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WeekEntry } from '../../src/history/history.ts';
import { openHistory } from '../../src/history/open-history.ts';
import { heteroglossia, type Result } from './command.ts';

const BATCHES = join(import.meta.dirname, '../../fixtures/weeks');

/** Writes a pipeline that audits the made batches, or others, week by week in a folder. */
export function writePipeline(
  cwd: string,
  lines: readonly string[] = [],
  inputs = `${BATCHES}/{week}.jsonl`,
): void {
  const text = ['job: weekly', `inputs: ["${inputs}"]`, 'history: h.sqlite', 'reports: r', ...lines];
  writeFileSync(join(cwd, 'weekly.yaml'), `${text.join('\n')}\n`);
}

/** Runs the pipeline for a week. */
export function runWeek(cwd: string, week: string, args: readonly string[] = ['--quiet']): Promise<Result> {
  return heteroglossia(['run', 'weekly.yaml', '--week', week, ...args], { cwd });
}

/** The weeks of the history, each of which is read whole, too. */
export async function weeksIn(cwd: string, place = 'h.sqlite'): Promise<readonly WeekEntry[]> {
  const { signal } = new AbortController();
  const history = await openHistory(place.includes('://') ? place : join(cwd, place), {
    signal,
    mustExist: true,
  });
  try {
    const entries = await history.list();
    for (const { series, week } of entries) await history.get(series, week);
    return entries;
  } finally {
    await history.close();
  }
}

/** The reports of the folder by name, without what may differ between equal runs. */
export function reportsIn(cwd: string): ReadonlyMap<string, unknown> {
  const folder = join(cwd, 'r');
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => /\.(?:json|md|html)$|^\.\S+\.pending$/u.test(name));
  return new Map(
    names.toSorted().map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [name, name.endsWith('.json') ? { ...JSON.parse(text), run: null } : text.replace(RUN, '')];
    }),
  );
}

/** Moments and durations in Markdown and HTML. */
const RUN = /\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d+(?:\.\d+)? s\b/gu;

export const WEEKS = Array.from({ length: 12 }, (_, index) => `2026-W${String(index + 1).padStart(2, '0')}`);
