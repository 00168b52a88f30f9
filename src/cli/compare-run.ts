import type { Sides } from '../compare/paired-replicates.ts';
import type { ComparisonReport } from '../report/comparison-report.ts';
import { compareExitCode } from './exit-code.ts';
import { refuseLevels } from './fail-on.ts';
import { progressOf } from './job-progress.ts';
import type { OptionValues } from './option-table.ts';
import { readPlan, reportedOptions, resources } from './read-plan.ts';
import type { ReportKinds } from './report-outputs.ts';
import { publish, reportOutputs } from './report-outputs.ts';
import type { Session } from './session.ts';
import { terminalLook } from './terminal-look.ts';

/** Compares two versions and puts the report where the options say. Every output is proven possible first. */
export async function runCompare(
  { baseline, candidate }: Sides<readonly string[]>,
  values: OptionValues,
  session: Session,
): Promise<number> {
  refuseLevels(values['fail-on'], 'a comparison');
  const outputs = await reportOutputs([...baseline, ...candidate], values, session.signal, kinds);
  const progress = await progressOf(values, session);
  try {
    const { compareInputs } = await import('../jobs/compare-job.ts');
    const plans = { baseline: readPlan(baseline, values), candidate: readPlan(candidate, values) };
    const { report, lost } = await compareInputs(plans, {
      ...resources(values),
      signal: session.signal,
      onProgress: progress.update,
      onNote: progress.note,
      options: reportedOptions(values),
    });
    session.signal.throwIfAborted();
    progress.stop();
    const { direction, summary } = report.verdict;
    return await publish(
      report,
      { outputs, values, session },
      {
        screen: () => screenOf(report, values),
        summary: async () => `${direction}. ${summary}`,
        annotations: (hasFailed) => annotationsOf(report, hasFailed),
        exitCode: (lostInputs) => compareExitCode(direction, values['fail-on'], lostInputs),
        lostInputs: lost.length,
      },
    );
  } finally {
    progress.stop();
  }
}

async function kinds(): Promise<ReportKinds<ComparisonReport>> {
  const { comparisonRendererOf, COMPARISON_EXTENSIONS } = await import('../report/comparison-renderers.ts');
  const { COMPARISON_EXPLANATIONS } = await import('../compare/explanations.ts');
  const { explanations } = await import('../audits/explanations.ts');
  const renderOf: ReportKinds<ComparisonReport>['renderOf'] = (path) => {
    const render = comparisonRendererOf(path);
    return render === null
      ? null
      : (report) => render(report, { ...explanations(), ...COMPARISON_EXPLANATIONS });
  };
  return { renderOf, extensions: COMPARISON_EXTENSIONS };
}

async function screenOf(report: ComparisonReport, values: OptionValues): Promise<string> {
  const { comparisonTerminal } = await import('../report/comparison-terminal.ts');
  return comparisonTerminal(report, await terminalLook(values));
}

async function annotationsOf(report: ComparisonReport, hasFailed: boolean): Promise<string> {
  const { comparisonAnnotations } = await import('../report/annotations.ts');
  return comparisonAnnotations(report, hasFailed);
}
