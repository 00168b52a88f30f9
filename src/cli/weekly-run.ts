import { CorpusError } from '../errors.ts';
import type { WeekReport } from '../jobs/weekly-job.ts';
import { screenOf, summaryOf } from './audit-run.ts';
import { weeklyExitCode } from './exit-code.ts';
import { progressOf } from './job-progress.ts';
import type { OptionName, OptionValues } from './option-table.ts';
import type { WeeklyJob } from './pipeline-jobs.ts';
import { readPlan, reportedOptions, resources } from './read-plan.ts';
import { printReport } from './report-outputs.ts';
import type { Session } from './session.ts';
import { terminalLook } from './terminal-look.ts';
import { weekName } from './week-option.ts';

/** Stands for the week in the inputs of a weekly job. */
const WEEK_PLACE = '{week}';
const FOREIGN: readonly OptionName[] = ['output', 'documents', 'pairs'];

/** Audits the batch of a week, keeps it in the history, and writes the reports of the week and the index of all. */
export async function runWeekly(job: WeeklyJob, values: OptionValues, session: Session): Promise<number> {
  refuseForeign(values);
  const { signal } = session;
  const name = weekName(values);
  const inputs = job.inputs.map((input) => input.replaceAll(WEEK_PLACE, name.week));
  const baseline = values.baseline === undefined ? (job.baseline ?? null) : [values.baseline];
  const { keepBaseline, keptBaseline, announceReports, prepareFolder, refuseLostBaseline, writeFolder } =
    await import('./report-folder.ts');
  await prepareFolder(job.reports, name.week, [...inputs, ...(baseline ?? [])], {
    signal,
    series: name.series,
  });
  const { openHistory } = await import('../history/open-history.ts');
  const history = await openHistory(values.history ?? job.history, { signal });
  const progress = await progressOf(values, session);
  try {
    const { runWeek } = await import('../jobs/weekly-job.ts');
    const { currentPlan, planDigest } = await import('../profile/plan.ts');
    const plan = planDigest(currentPlan());
    const entries = await history.list(name.series);
    const kept = await keptBaseline(job.reports, plan, entries);
    if (kept === null && baseline === null)
      refuseLostBaseline(job.reports, { place: history.place, entries, week: name.week, planDigest: plan });
    const { report, lost } = await runWeek(readPlan(inputs, values), history, {
      ...name,
      ...resources(values),
      ...(values.reference === undefined ? {} : { reference: values.reference }),
      ...(baseline === null ? {} : { baseline: readPlan(baseline, values) }),
      kept,
      keep: (bytes) => keepBaseline(job.reports, { week: name.week, planDigest: plan }, bytes),
      beforeKept: () => announceReports(job.reports, name.week),
      signal,
      onProgress: progress.update,
      onNote: progress.note,
      options: reportedOptions(values),
    });
    progress.stop();
    for (const note of await writeFolder(job.reports, history, name.series)) progress.note(note);
    await printReport(report, values, session, {
      screen: () => weekScreenOf(report, values),
      summary: () => weekSummaryOf(report),
    });
    return weeklyExitCode(report, values['fail-on'], lost.length);
  } finally {
    progress.stop();
    await history.close();
  }
}

/** A week has its reports in a folder, and no lists. */
function refuseForeign(values: OptionValues): void {
  for (const option of FOREIGN) {
    if (values[option] === undefined) continue;
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: `--${option}`,
      value: String(values[option]),
      expected: 'no place in a weekly job, whose reports go to the folder that it names',
    });
  }
}

async function weekScreenOf(report: WeekReport, values: OptionValues): Promise<string> {
  const { weekScreen } = await import('../report/terminal-week.ts');
  return `${await screenOf(report, values)}${weekScreen(report.week, await terminalLook(values))}`;
}

async function weekSummaryOf(report: WeekReport): Promise<string> {
  const { weekSentence } = await import('../report/week-text.ts');
  return `${await summaryOf(report)} ${weekSentence(report.week)}`;
}
