import type { Sides } from '../compare/paired-replicates.ts';
import { CorpusError } from '../errors.ts';
import type { ComparisonReport } from '../report/comparison-report.ts';
import { compareExitCode } from './exit-code.ts';
import type { OptionValues } from './option-table.ts';
import { checkOutput, refuseRepeated, writeOutput } from './output-file.ts';
import { progressBar } from './progress-bar.ts';
import { readPlan, reportedOptions, resources } from './read-plan.ts';
import type { Session } from './session.ts';
import { terminalLook } from './terminal-look.ts';

const STANDARD_OUTPUT = '-';

interface Output {
  readonly path: string;
  readonly render: (report: ComparisonReport) => string;
}

/** Compares two versions and puts the report where the options say. Every output is proven possible first. */
export async function runCompare(
  { baseline, candidate }: Sides<readonly string[]>,
  values: OptionValues,
  session: Session,
): Promise<number> {
  refuseLevels(values['fail-on']);
  const outputs = await checkedOutputs([...baseline, ...candidate], values, session.signal);
  const progress = await progressBar(values);
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
    for (const { path, render } of outputs) await deliver(path, render(report), session);
    await printReport(report, values, session);
    return compareExitCode(report.verdict.direction, values['fail-on'], lost.length);
  } finally {
    progress.stop();
  }
}

/** Levels are of one corpus. */
function refuseLevels(failOn: OptionValues['fail-on']): void {
  if (failOn === undefined || failOn === 'narrowed' || failOn === 'never') return;
  throw new CorpusError({
    code: 'OPTION_INVALID',
    option: '--fail-on',
    value: failOn,
    expected: 'narrowed or never in a comparison',
  });
}

async function checkedOutputs(
  inputs: readonly string[],
  values: OptionValues,
  signal: AbortSignal,
): Promise<readonly Output[]> {
  const paths = values.output ?? [];
  if (paths.length === 0) return [];
  const { comparisonRendererOf, COMPARISON_EXTENSIONS } = await import('../report/comparison-renderers.ts');
  await refuseRepeated(paths.map((path) => ({ path, option: '--output' })));
  const outputs: Output[] = [];
  for (const path of paths) {
    await checkOutput(path, inputs, signal);
    const render = comparisonRendererOf(path === STANDARD_OUTPUT ? '.md' : path);
    if (render === null)
      throw new CorpusError({ code: 'OUTPUT_UNKNOWN_FORMAT', path, known: COMPARISON_EXTENSIONS });
    // With --json standard output holds the JSON and nothing else.
    if (path !== STANDARD_OUTPUT || values.json !== true) outputs.push({ path, render });
  }
  return outputs;
}

async function deliver(path: string, text: string, session: Session): Promise<void> {
  if (path === STANDARD_OUTPUT) await session.stdout.write(text);
  else await writeOutput(path, text);
}

/** The report that needs no `--output`: JSON if asked for, else for the terminal unless its place is taken. */
async function printReport(report: ComparisonReport, values: OptionValues, session: Session): Promise<void> {
  if (values.json === true) {
    const { jsonText } = await import('../report/json.ts');
    await session.stdout.write(jsonText(report));
    return;
  }
  if (values.quiet === true || values.output?.includes(STANDARD_OUTPUT) === true) return;
  const { comparisonTerminal } = await import('../report/comparison-terminal.ts');
  await session.stdout.write(comparisonTerminal(report, await terminalLook(values)));
}
