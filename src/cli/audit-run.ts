import type { ReadPlan } from '../engine/engine.ts';
import { CorpusError } from '../errors.ts';
import type { FoundDuplicates, ListOptions } from '../jobs/duplicate-lists.ts';
import type { Report } from '../report/report.ts';
import { auditExitCode } from './exit-code.ts';
import { progressOf } from './job-progress.ts';
import { writeLines } from './line-file.ts';
import type { OptionValues } from './option-table.ts';
import type { NamedOutput } from './output-file.ts';
import { checkOutput, refuseRepeated } from './output-file.ts';
import { readPlan, reportedOptions, resources } from './read-plan.ts';
import type { ReportKinds } from './report-outputs.ts';
import { asOutput, publish, reportOutputs } from './report-outputs.ts';
import type { Session } from './session.ts';
import { terminalLook } from './terminal-look.ts';
import { weekKeeping } from './week-keeping.ts';

/** Audits inputs and puts the report where the options say. Every output is proven possible before the run starts. */
export async function runAudit(
  inputs: readonly string[],
  values: OptionValues,
  session: Session,
): Promise<number> {
  refuseWithoutBaseline(values);
  const read = values.baseline === undefined ? inputs : [...inputs, values.baseline];
  const outputs = await reportOutputs(read, values, session.signal, kinds);
  const lists = await checkedLists(inputs, values, session.signal);
  const keeping = await weekKeeping(values, session.signal);
  const progress = await progressOf(values, session);
  try {
    const { auditInputs } = await import('../jobs/audit-job.ts');
    const plan = readPlan(inputs, values);
    const outcome = await auditInputs(plan, {
      ...resources(values),
      ...(values.reference === undefined ? {} : { reference: values.reference }),
      ...(values.baseline === undefined ? {} : { baseline: readPlan([values.baseline], values) }),
      signal: session.signal,
      onProgress: progress.update,
      onNote: progress.note,
      options: reportedOptions(values),
    });
    session.signal.throwIfAborted();
    const { report, duplicates, lost } = outcome;
    progress.stop();
    for (const { linesOf, ...output } of lists) {
      const { signal } = session;
      await writeLines(output, linesOf(plan, duplicates, { signal, onNote: progress.note }), session);
    }
    session.signal.throwIfAborted();
    if (keeping !== null) progress.note(await keeping.keep(outcome));
    const { level } = report.verdict;
    const judged = { level, direction: report.comparison?.verdict.direction };
    return await publish(
      report,
      { outputs, values, session },
      {
        screen: () => screenOf(report, values),
        summary: () => summaryOf(report),
        annotations: (hasFailed) => annotationsOf(report, hasFailed),
        exitCode: (lostInputs) => auditExitCode(judged, values['fail-on'], lostInputs),
        lostInputs: lost.length,
      },
    );
  } finally {
    progress.stop();
    await keeping?.close();
  }
}

/** Without an earlier version nothing can have narrowed. */
function refuseWithoutBaseline(values: OptionValues): void {
  if (values['fail-on'] !== 'narrowed' || values.baseline !== undefined) return;
  throw new CorpusError({
    code: 'OPTION_INVALID',
    option: '--fail-on',
    value: 'narrowed',
    expected: 'narrowed only together with --baseline',
  });
}

interface List extends NamedOutput {
  readonly linesOf: (
    plan: ReadPlan,
    duplicates: FoundDuplicates,
    options: ListOptions,
  ) => AsyncIterable<unknown>;
}

/** The lists of documents and pairs that are asked for, for which the inputs are read once more. */
async function checkedLists(
  inputs: readonly string[],
  { documents, pairs, output = [] }: OptionValues,
  signal: AbortSignal,
): Promise<readonly List[]> {
  if (documents === undefined && pairs === undefined) return [];
  const { documentLines, pairLines, refuseReadOnce } = await import('../jobs/duplicate-lists.ts');
  const lists: List[] = [
    ...(documents === undefined ? [] : [{ path: documents, option: '--documents', linesOf: documentLines }]),
    ...(pairs === undefined ? [] : [{ path: pairs, option: '--pairs', linesOf: pairLines }]),
  ];
  await refuseReadOnce(documents === undefined ? '--pairs' : '--documents', inputs);
  await refuseRepeated([...output.map(asOutput), ...lists]);
  for (const { path, option } of lists) await checkOutput(path, inputs, signal, option);
  return lists;
}

async function kinds(): Promise<ReportKinds<Report>> {
  const { rendererOf, REPORT_EXTENSIONS } = await import('../report/registry.ts');
  const { explanations } = await import('../audits/explanations.ts');
  const renderOf: ReportKinds<Report>['renderOf'] = (path) => {
    const renderer = rendererOf(path);
    return renderer === null ? null : (report) => renderer.render(report, explanations());
  };
  return { renderOf, extensions: REPORT_EXTENSIONS };
}

/** The report for the terminal. */
export async function screenOf(report: Report, values: OptionValues): Promise<string> {
  const { terminalRenderer } = await import('../report/terminal.ts');
  return terminalRenderer(await terminalLook(values)).render(report);
}

async function annotationsOf(report: Report, hasFailed: boolean): Promise<string> {
  const { auditAnnotations } = await import('../report/annotations.ts');
  return auditAnnotations(report, hasFailed);
}

/** The verdict in one line. */
export async function summaryOf({ verdict }: Report): Promise<string> {
  const { homogeneitySentence } = await import('../report/verdict-text.ts');
  return `${verdict.level}. ${homogeneitySentence(verdict)}`;
}
