import type { Details } from '../audits/audit.ts';
import type { ReadPlan, RunOptions, RunResult } from '../engine/engine.ts';
import { runInputs } from '../engine/run.ts';
import type { ProblemCode } from '../problem.ts';
import { planDigest } from '../profile/plan.ts';
import type { Report } from '../report/report.ts';
import { assembleReport } from './report-assembly.ts';

/** What every job takes beside its inputs. */
export interface JobOptions extends Omit<RunOptions, 'capacities'> {
  /** The options of the user, to be repeated in the report. */
  readonly options?: Details;
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
export async function auditInputs(plan: ReadPlan, options: JobOptions): Promise<AuditOutcome> {
  const result = await runInputs(plan, options);
  return { report: reportOf(result, plan.inputs, options.options ?? {}), lost: result.lost };
}

/** The report of a finished run. */
export function reportOf(result: RunResult, inputs: readonly string[], options: Details): Report {
  const { profile, examples, startedAt, seconds } = result;
  const run = { inputs, options, planDigest: planDigest(profile.plan), startedAt, seconds };
  return assembleReport({ profile, examples, run });
}
