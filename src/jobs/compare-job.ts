import type { Details } from '../audits/audit.ts';
import type { Sides } from '../compare/paired-replicates.ts';
import type { ReadPlan } from '../engine/engine.ts';
import { CorpusError } from '../errors.ts';
import type { ProblemCode } from '../problem.ts';
import { planDigest } from '../profile/plan.ts';
import type { ComparisonReport } from '../report/comparison-report.ts';
import { COMPARISON_SCHEMA } from '../report/comparison-report.ts';
import type { JobOptions } from './audit-job.ts';
import { comparisonFacts, runSide } from './comparison-facts.ts';
import { toolVersion } from './tool-version.ts';

export interface CompareOutcome {
  readonly report: ComparisonReport;
  /** Codes of the problems by which an input was lost: empty when everything was read. */
  readonly lost: readonly ProblemCode[];
}

/**
 * Compares two versions, each inputs or profiles that are added together. Throws a `CorpusError` where one of them
 * cannot be read or was made with another plan, and the reason of the signal when that is aborted.
 */
export async function compareInputs(plans: Sides<ReadPlan>, options: JobOptions): Promise<CompareOutcome> {
  refuseReadTwice(plans);
  const baseline = await runSide(plans.baseline, options);
  const candidate = await runSide(plans.candidate, options);
  options.signal.throwIfAborted();
  const facts = comparisonFacts({ baseline, candidate });
  return {
    report: {
      schema: COMPARISON_SCHEMA,
      tool: { name: 'heteroglossia', version: toolVersion() },
      run: {
        inputs: [...plans.baseline.inputs, ...plans.candidate.inputs],
        options: options.options ?? ({} satisfies Details),
        planDigest: planDigest(baseline.profile.plan),
        startedAt: baseline.startedAt,
        seconds: baseline.elapsed(),
      },
      ...facts,
    },
    lost: [...baseline.lost, ...candidate.lost],
  };
}

/** Standard input ends when it was read once. */
function refuseReadTwice({ baseline, candidate }: Sides<ReadPlan>): void {
  if (!baseline.inputs.includes('-') || !candidate.inputs.includes('-')) return;
  throw new CorpusError({
    code: 'OPTION_INVALID',
    option: 'The candidate',
    value: '-',
    expected: 'a file, a folder, a glob or a profile where the baseline is standard input',
  });
}
