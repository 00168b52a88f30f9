import type { ReadPlan } from '../engine/engine.ts';
import { CorpusError } from '../errors.ts';
import type { FoundDuplicates, ListOptions } from '../jobs/duplicate-lists.ts';
import type { Renderer } from '../report/renderer.ts';
import type { Report } from '../report/report.ts';
import { auditExitCode } from './exit-code.ts';
import { writeLines } from './line-file.ts';
import type { OptionValues } from './option-table.ts';
import type { NamedOutput } from './output-file.ts';
import { checkOutput, refuseRepeated, writeOutput } from './output-file.ts';
import { progressBar } from './progress-bar.ts';
import { readPlan, reportedOptions, resources } from './read-plan.ts';
import type { Session } from './session.ts';
import { terminalLook } from './terminal-look.ts';

const STANDARD_OUTPUT = '-';

interface Output {
  readonly path: string;
  readonly renderer: Renderer;
}

/** Audits inputs and puts the report where the options say. Every output is proven possible before the run starts. */
export async function runAudit(
  inputs: readonly string[],
  values: OptionValues,
  session: Session,
): Promise<number> {
  refuseWithoutBaseline(values);
  const read = values.baseline === undefined ? inputs : [...inputs, values.baseline];
  const outputs = await checkedOutputs(read, values, session.signal);
  const lists = await checkedLists(inputs, values, session.signal);
  const progress = await progressBar(values);
  try {
    const { auditInputs } = await import('../jobs/audit-job.ts');
    const { explanations } = await import('../audits/explanations.ts');
    const plan = readPlan(inputs, values);
    const { report, duplicates, lost } = await auditInputs(plan, {
      ...resources(values),
      ...(values.reference === undefined ? {} : { reference: values.reference }),
      ...(values.baseline === undefined ? {} : { baseline: readPlan([values.baseline], values) }),
      signal: session.signal,
      onProgress: progress.update,
      onNote: progress.note,
      options: reportedOptions(values),
    });
    session.signal.throwIfAborted();
    progress.stop();
    for (const { linesOf, ...output } of lists) {
      const { signal } = session;
      await writeLines(output, linesOf(plan, duplicates, { signal, onNote: progress.note }), session);
    }
    session.signal.throwIfAborted();
    for (const { path, renderer } of outputs)
      await deliver(path, renderer.render(report, explanations()), session);
    await printReport(report, values, session);
    return auditExitCode(
      { level: report.verdict.level, direction: report.comparison?.verdict.direction },
      values['fail-on'],
      lost.length,
    );
  } finally {
    progress.stop();
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

async function checkedOutputs(
  inputs: readonly string[],
  values: OptionValues,
  signal: AbortSignal,
): Promise<Output[]> {
  const paths = values.output ?? [];
  if (paths.length === 0) return [];
  const { markdownRenderer } = await import('../report/markdown.ts');
  const { rendererOf, REPORT_EXTENSIONS } = await import('../report/registry.ts');
  const outputs: Output[] = [];
  await refuseRepeated(paths.map(asOutput));
  for (const path of paths) {
    await checkOutput(path, inputs, signal);
    const renderer = path === STANDARD_OUTPUT ? markdownRenderer : rendererOf(path);
    if (renderer === null)
      throw new CorpusError({ code: 'OUTPUT_UNKNOWN_FORMAT', path, known: REPORT_EXTENSIONS });
    // With --json standard output holds the JSON and nothing else.
    if (path !== STANDARD_OUTPUT || values.json !== true) outputs.push({ path, renderer });
  }
  return outputs;
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

function asOutput(path: string): NamedOutput {
  return { path, option: '--output' };
}

async function deliver(path: string, text: string, session: Session): Promise<void> {
  if (path === STANDARD_OUTPUT) await session.stdout.write(text);
  else await writeOutput(path, text);
}

/** The report that needs no `--output`: JSON if asked for, else for the terminal unless its place is taken. */
async function printReport(report: Report, values: OptionValues, session: Session): Promise<void> {
  if (values.json === true) {
    const { jsonRenderer } = await import('../report/json.ts');
    await session.stdout.write(jsonRenderer.render(report));
    return;
  }
  if (values.quiet === true || values.output?.includes(STANDARD_OUTPUT) === true) return;
  const { terminalRenderer } = await import('../report/terminal.ts');
  await session.stdout.write(terminalRenderer(await terminalLook(values)).render(report));
}
