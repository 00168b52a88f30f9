import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explanations } from '../audits/explanations.ts';
import { CorpusError } from '../errors.ts';
import type { History, WeekEntry } from '../history/history.ts';
import type { KeptBaseline } from '../jobs/weekly-job.ts';
import { weeksIndex } from '../jobs/weeks-index.ts';
import { weeksPage } from '../report/html/weeks-page.ts';
import { jsonText } from '../report/json.ts';
import { rendererOf } from '../report/registry.ts';
import type { Report } from '../report/report.ts';
import { weeksMarkdown } from '../report/weeks-markdown.ts';
import { TREND_EXPLANATIONS } from '../trend/explanations.ts';
import { checkOutput, writeOutput } from './output-file.ts';

/** The kinds of report that each week has. */
const ENDINGS = ['.html', '.json', '.md'];
const OPTION = 'the key "reports"';
const PENDING = /^\.(\d{4}-W\d\d)\.pending$/u;
const TEMPORARY = /^\.(?:\d{4}-W\d\d|index|baseline-[\w-]+)\.\w+\.[0-9a-f]{12}\.tmp$/u;
const BASELINE = /^baseline-(\d{4}-W\d\d)-([0-9a-f]{16})\.profile$/u;
/** No run writes a report for so long, so that what is older was left by one that was killed. */
const LEFTOVER_MILLISECONDS = 600_000;

/** Makes the folder of reports and proves that those of a week can be written. Throws a `CorpusError`. */
export async function prepareFolder(
  folder: string,
  week: string,
  inputs: readonly string[],
  { signal, series }: { readonly signal: AbortSignal; readonly series: string },
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const reason = isFile ? 'it is a file and no folder' : String(error);
    throw new CorpusError(
      { code: 'OUTPUT_UNWRITABLE', path: folder, reason, option: OPTION },
      { cause: error },
    );
  }
  for (const path of [...reportPaths(folder, week), ...indexPaths(folder)])
    await checkOutput(path, inputs, signal, OPTION);
  await refuseOtherSeries(folder, series);
  await removeLeftovers(folder);
}

/**
 * The week whose profile is kept there as a baseline: the first of those that were made by this plan and that the
 * history has as they are. One that was run again since, or never came into the history, is none.
 */
export async function keptBaseline(
  folder: string,
  planDigest: string,
  entries: readonly WeekEntry[],
): Promise<KeptBaseline | null> {
  const names = (await readdir(folder)).toSorted();
  for (const name of names) {
    const [, week, plan] = BASELINE.exec(name) ?? [];
    const entry = plan === planDigest ? entries.find((own) => own.week === week) : undefined;
    if (entry === undefined) continue;
    const path = join(folder, name);
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    if (digest === entry.profileDigest) return { week: entry.week, path };
  }
  return null;
}

/**
 * Throws a `CorpusError` where other weeks were compared with a week of the history whose profile is no longer in the
 * folder: the series would go on without a word against another baseline. That week itself may be run again.
 */
export function refuseLostBaseline(
  folder: string,
  {
    place,
    entries,
    week,
    planDigest,
  }: {
    readonly place: string;
    readonly entries: readonly WeekEntry[];
    readonly week: string;
    readonly planDigest: string;
  },
): void {
  const lost = entries.find(
    (entry) =>
      entry.point.planDigest === planDigest &&
      entries.some((other) => other.week !== entry.week && other.baselineDigest === entry.profileDigest),
  );
  if (lost === undefined || lost.week === week) return;
  throw new CorpusError({
    code: 'HISTORY_UNUSABLE',
    history: place,
    reason: `its weeks were compared with ${lost.week}, whose profile is not in ${JSON.stringify(folder)}`,
    remedy: `Put baseline-${lost.week}-${planDigest}.profile back, run ${lost.week} again with the batch that it had, or name a baseline in the pipeline.`,
  });
}

/** Reports and baseline are named by the week alone, so that a folder belongs to one series. */
async function refuseOtherSeries(folder: string, series: string): Promise<void> {
  const [, path = ''] = indexPaths(folder);
  const text = await readFile(path, 'utf8').catch(() => '{}');
  const [, owner] = /"series": ("(?:[^"\\]|\\.)*")/u.exec(text) ?? [];
  if (owner === undefined || owner === JSON.stringify(series)) return;
  throw new CorpusError({
    code: 'OPTION_INVALID',
    option: OPTION,
    value: folder,
    expected: `a folder of its own for the series ${JSON.stringify(series)}: this one holds the reports of ${owner}`,
  });
}

/** Keeps the profile of a week as a baseline. */
export async function keepBaseline(
  folder: string,
  { week, planDigest }: { readonly week: string; readonly planDigest: string },
  bytes: Uint8Array,
): Promise<void> {
  await writeOutput(join(folder, `baseline-${week}-${planDigest}.profile`), bytes, OPTION);
}

/** Says that the reports of a week are about to become other ones, so that the next run writes them if this cannot. */
export async function announceReports(folder: string, week: string): Promise<void> {
  await writeFile(join(folder, `.${week}.pending`), '');
}

/**
 * Writes the reports of weeks of the history that are announced or not there, and the index of all weeks, each under a
 * temporary name first. Gives sentences about reports that cannot be made from what the history holds.
 */
export async function writeFolder(
  folder: string,
  history: History,
  series: string,
): Promise<readonly string[]> {
  const notes: string[] = [];
  const entries = await history.list(series);
  const pending = (await readdir(folder)).flatMap((name) => PENDING.exec(name)?.[1] ?? []);
  for (const { week } of entries) {
    if (!pending.includes(week) && reportPaths(folder, week).every((path) => existsSync(path))) continue;
    const run = await history.get(series, week);
    const isWritten = run !== null && (await writeReports(folder, week, run.report));
    if (!isWritten)
      notes.push(`The history holds no report of ${week} that can be shown. Run that week again.`);
  }
  const reports = entries.map(({ week }) => ({
    week,
    paths: reportPaths('', week).filter((name) => existsSync(join(folder, name))),
  }));
  const index = weeksIndex(series, entries, reports);
  const [page = '', json = '', markdown = ''] = indexPaths(folder);
  await writeOutput(json, jsonText(index), OPTION);
  await writeOutput(markdown, weeksMarkdown(index), OPTION);
  await writeOutput(page, weeksPage(index, TREND_EXPLANATIONS), OPTION);
  for (const week of pending) await rm(join(folder, `.${week}.pending`), { force: true });
  return notes;
}

/** False where the text is no report that can be rendered: an import may hold anything. */
async function writeReports(folder: string, week: string, text: string): Promise<boolean> {
  const rendered = renderedReports(folder, week, text);
  if (rendered === null) return false;
  for (const { path, content } of rendered) await writeOutput(path, content, OPTION);
  return true;
}

function renderedReports(
  folder: string,
  week: string,
  text: string,
): readonly { readonly path: string; readonly content: string }[] | null {
  try {
    const report: unknown = JSON.parse(text);
    return reportPaths(folder, week).map((path) => ({
      path,
      // What was a report when it was kept is one; anything else fails to be rendered, which is caught here.
      content: rendererOf(path)?.render(report as Report, explanations()) ?? '',
    }));
  } catch {
    return null;
  }
}

function reportPaths(folder: string, week: string): string[] {
  return ENDINGS.map((ending) => join(folder, `${week}${ending}`));
}

function indexPaths(folder: string): string[] {
  return ['index.html', 'index.json', 'index.md'].map((name) => join(folder, name));
}

/** Temporary files of runs that were killed. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const path = join(folder, name);
    const modified = (await stat(path).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - modified > LEFTOVER_MILLISECONDS) await rm(path, { force: true });
  }
}
