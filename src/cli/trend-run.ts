import { CorpusError } from '../errors.ts';
import type { TrendReport } from '../report/trend-report.ts';
import { trendExitCode } from './exit-code.ts';
import { refuseLevels } from './fail-on.ts';
import { progressOf } from './job-progress.ts';
import type { OptionValues } from './option-table.ts';
import { readPlan, reportedOptions, resources } from './read-plan.ts';
import type { ReportKinds } from './report-outputs.ts';
import { publish, reportOutputs } from './report-outputs.ts';
import type { Session } from './session.ts';
import { terminalLook } from './terminal-look.ts';

/** The world's clocks differ by less than this from each other. */
const MOST_AHEAD_MILLISECONDS = 86_400_000;

/** Follows a series and puts the report where the options say. Every output is proven possible first. */
export async function runTrend(
  inputs: readonly string[],
  values: OptionValues,
  session: Session,
): Promise<number> {
  refuseLevels(values['fail-on'], 'a series');
  const { baseline } = values;
  const read = baseline === undefined ? inputs : [...inputs, baseline];
  refuseReadTwice(read);
  const outputs = await reportOutputs(read, values, session.signal, kinds);
  const progress = await progressOf(values, session);
  try {
    const { trendInputs } = await import('../jobs/trend-job.ts');
    const { report, lost } = await trendInputs(readPlan(inputs, values), {
      ...resources(values),
      ...(baseline === undefined ? {} : { baseline: readPlan([baseline], values) }),
      by: values.by ?? null,
      latest: new Date(Date.now() + MOST_AHEAD_MILLISECONDS).toISOString().slice(0, 'YYYY-MM-DD'.length),
      signal: session.signal,
      onProgress: progress.update,
      onNote: progress.note,
      options: reportedOptions(values),
    });
    session.signal.throwIfAborted();
    progress.stop();
    return await publish(
      report,
      { outputs, values, session },
      {
        screen: () => screenOf(report, values),
        summary: async () => `${report.verdict.direction}. ${report.verdict.summary}`,
        annotations: (hasFailed) => annotationsOf(report, hasFailed),
        exitCode: (lostInputs) => trendExitCode(report, values['fail-on'], lostInputs),
        lostInputs: lost.length,
      },
    );
  } finally {
    progress.stop();
  }
}

/** Standard input ends when it was read once. */
function refuseReadTwice(inputs: readonly string[]): void {
  if (inputs.filter((input) => input === '-').length < 2) return;
  throw new CorpusError({
    code: 'OPTION_INVALID',
    option: 'A second input',
    value: '-',
    expected: 'a file, a folder, a glob or a profile where standard input is read already',
  });
}

async function kinds(): Promise<ReportKinds<TrendReport>> {
  const { trendRendererOf, TREND_EXTENSIONS } = await import('../report/trend-renderers.ts');
  const { TREND_EXPLANATIONS } = await import('../trend/explanations.ts');
  return {
    extensions: TREND_EXTENSIONS,
    renderOf: (path) => {
      const render = trendRendererOf(path);
      return render === null ? null : (report) => render(report, TREND_EXPLANATIONS);
    },
  };
}

async function annotationsOf(report: TrendReport, hasFailed: boolean): Promise<string> {
  const { trendAnnotations } = await import('../report/annotations.ts');
  return trendAnnotations(report, hasFailed);
}

async function screenOf(report: TrendReport, values: OptionValues): Promise<string> {
  const { trendTerminal } = await import('../report/trend-terminal.ts');
  return trendTerminal(report, await terminalLook(values));
}
