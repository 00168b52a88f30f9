import { CorpusError } from '../errors.ts';
import { EXIT_CODES } from './exit-code.ts';
import { annotate } from './github-actions.ts';
import type { OptionValues } from './option-table.ts';
import type { NamedOutput } from './output-file.ts';
import { checkOutput, refuseRepeated, writeOutput } from './output-file.ts';
import type { Session } from './session.ts';

const STANDARD_OUTPUT = '-';

/** A place that `--output` names, and what is written there. */
export interface ReportOutput<Report> {
  readonly path: string;
  readonly render: (report: Report) => string;
}

/** The kinds of text that a report is written as. */
export interface ReportKinds<Report> {
  /** By the ending of a path, null where it names none. */
  readonly renderOf: (path: string) => ReportOutput<Report>['render'] | null;
  readonly extensions: readonly string[];
}

/** The places of `--output`, each proven possible. The kinds are loaded where there is one. Throws a `CorpusError`. */
export async function reportOutputs<Report>(
  inputs: readonly string[],
  { output: paths = [], json }: OptionValues,
  signal: AbortSignal,
  loadKinds: () => Promise<ReportKinds<Report>>,
): Promise<readonly ReportOutput<Report>[]> {
  if (paths.length === 0) return [];
  const { renderOf, extensions } = await loadKinds();
  await refuseRepeated(paths.map(asOutput));
  const outputs: ReportOutput<Report>[] = [];
  for (const path of paths) {
    await checkOutput(path, inputs, signal);
    const render = renderOf(path === STANDARD_OUTPUT ? '.md' : path);
    if (render === null) throw new CorpusError({ code: 'OUTPUT_UNKNOWN_FORMAT', path, known: extensions });
    // With --json standard output holds the JSON and nothing else.
    if (path !== STANDARD_OUTPUT || json !== true) outputs.push({ path, render });
  }
  return outputs;
}

/** A place of `--output`, with the option that a refusal names. */
export function asOutput(path: string): NamedOutput {
  return { path, option: '--output' };
}

/** A report in the forms that are no document. */
interface ReportTexts {
  readonly screen: () => Promise<string>;
  /** One line. */
  readonly summary: () => Promise<string>;
}

/** What a run makes of its report beside the documents. */
export interface Publication extends ReportTexts {
  readonly annotations: (hasFailed: boolean) => Promise<string>;
  /** By how many inputs were lost. */
  readonly exitCode: (lostInputs: number) => number;
  readonly lostInputs: number;
}

interface PublicationPlace<Report> {
  readonly outputs: readonly ReportOutput<Report>[];
  readonly values: OptionValues;
  readonly session: Session;
}

/** Puts a report wherever it was asked for, and gives the exit code of the run. */
export async function publish<Report extends object>(
  report: Report,
  { outputs, values, session }: PublicationPlace<Report>,
  { annotations, exitCode, lostInputs, ...texts }: Publication,
): Promise<number> {
  await deliver(report, outputs, session);
  await printReport(report, values, session, texts);
  const hasFailed = exitCode(0) === EXIT_CODES.failed;
  await annotate(values, () => annotations(hasFailed));
  return exitCode(lostInputs);
}

/** Writes a report to all its places. */
export async function deliver<Report>(
  report: Report,
  outputs: readonly ReportOutput<Report>[],
  session: Session,
): Promise<void> {
  for (const { path, render } of outputs) {
    if (path === STANDARD_OUTPUT) await session.stdout.write(render(report));
    else await writeOutput(path, render(report));
  }
}

/**
 * Prints the report that needs no `--output`: JSON if asked for, else for the screen unless its place is taken. In a
 * queue of jobs it is one line.
 */
export async function printReport(
  report: object,
  { json, quiet, output }: OptionValues,
  session: Session,
  texts: ReportTexts,
): Promise<void> {
  if (session.queued !== undefined) session.queued.summary(await texts.summary());
  else if (json === true) await session.stdout.write(await jsonOf(report));
  else if (quiet !== true && output?.includes(STANDARD_OUTPUT) !== true)
    await session.stdout.write(await texts.screen());
}

async function jsonOf(report: object): Promise<string> {
  const { jsonText } = await import('../report/json.ts');
  return jsonText(report);
}
