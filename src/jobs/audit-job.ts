import { setImmediate } from 'node:timers/promises';
import type { Details } from '../audits/audit.ts';
import type { ReadPlan, RunOptions, RunResult } from '../engine/engine.ts';
import { runInputs } from '../engine/run.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { ProblemCode } from '../problem.ts';
import { planDigest } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import { valueSteps } from '../profile/values.ts';
import type { Report } from '../report/report.ts';
import { assembleReport } from './report-assembly.ts';

/** What every job takes beside its inputs. */
export interface JobOptions extends Omit<RunOptions, 'capacities'> {
  /** The options of the user, to be repeated in the report. */
  readonly options?: Details;
}

export interface AuditOutcome {
  readonly report: Report;
  readonly profile: Profile;
  /** Codes of the problems by which an input was lost: empty when everything was read. */
  readonly lost: readonly ProblemCode[];
}

/**
 * Audits inputs: files, folders, globs, `-`, and profiles, all added together.
 * Throws a `CorpusError` where it cannot be done, and the reason of the signal when that is aborted.
 */
export async function auditInputs(plan: ReadPlan, options: JobOptions): Promise<AuditOutcome> {
  const result = await runInputs(plan, options);
  const report = await reportOf(result, plan.inputs, options);
  return { report, profile: result.profile, lost: result.lost };
}

/** The report of a finished run. */
export async function reportOf(
  { profile, examples, startedAt, elapsed }: RunResult,
  inputs: readonly string[],
  { options = {}, signal }: Pick<JobOptions, 'options' | 'signal'>,
): Promise<Report> {
  const values = await valuesInSteps(profile, signal);
  const run = { inputs, options, planDigest: planDigest(profile.plan), startedAt, seconds: elapsed() };
  return assembleReport({ profile, values, examples, run });
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
