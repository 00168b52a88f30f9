import { setImmediate } from 'node:timers/promises';
import type { Details } from '../audits/audit.ts';
import type { NamedVocabulary } from '../compare/tail-against.ts';
import { tailAgainst } from '../compare/tail-against.ts';
import type { ReadPlan, RunOptions, RunResult } from '../engine/engine.ts';
import { runInputs } from '../engine/run.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { ProblemCode } from '../problem.ts';
import { groupedVocabularyOf } from '../profile/grouped-vocabulary.ts';
import { planDigest } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import { valueSteps } from '../profile/values.ts';
import type { Report } from '../report/report.ts';
import { readReference } from './reference.ts';
import { assembleReport } from './report-assembly.ts';

/** What every job takes beside its inputs. */
export interface JobOptions extends Omit<RunOptions, 'capacities'> {
  /** The options of the user, to be repeated in the report. */
  readonly options?: Details;
}

export interface AuditOptions extends JobOptions {
  /** What the tail of the vocabulary is compared with: the path of a profile. */
  readonly reference?: string;
}

export interface AuditOutcome {
  readonly report: Report;
  /** Codes of the problems by which an input was lost: empty when everything was read. */
  readonly lost: readonly ProblemCode[];
}

/**
 * Audits inputs: files, folders, globs, `-`, and profiles, all added together.
 * Throws a `CorpusError` where it cannot be done, and the reason of the signal when that is aborted.
 */
export async function auditInputs(plan: ReadPlan, options: AuditOptions): Promise<AuditOutcome> {
  // First, so that one that cannot be read is told of before the corpus is.
  const reference = options.reference === undefined ? undefined : await readReference(options.reference);
  const result = await runInputs(plan, options);
  const report = await reportOf(result, plan.inputs, { ...options, reference });
  return { report, lost: result.lost };
}

interface ReportOptions extends Pick<JobOptions, 'options' | 'signal'> {
  readonly reference?: NamedVocabulary | undefined;
}

/** The report of a finished run. */
export async function reportOf(
  { profile, examples, startedAt, elapsed }: RunResult,
  inputs: readonly string[],
  { options = {}, signal, reference }: ReportOptions,
): Promise<Report> {
  const values = await valuesInSteps(profile, signal);
  const run = { inputs, options, planDigest: planDigest(profile.plan), startedAt, seconds: elapsed() };
  const tail = reference === undefined ? undefined : tailAgainst(reference, groupedVocabularyOf(profile));
  return assembleReport({ profile, values, examples, run, tail });
}

/** Between two steps the program hears what is asked of it, such as to stop. */
async function valuesInSteps(profile: Profile, signal: AbortSignal): Promise<MeasureValues> {
  const steps = valueSteps(profile);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
    signal.throwIfAborted();
  }
}
