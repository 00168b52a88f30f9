import type { ReadPlan } from '../engine/engine.ts';
import { runInputs } from '../engine/run.ts';
import type { ProblemCode } from '../problem.ts';
import { encodeProfile } from '../profile/codec.ts';
import type { JobOptions } from './audit-job.ts';

export interface ProfileOutcome {
  /** The encoded profile. */
  readonly bytes: Uint8Array;
  readonly documents: number;
  readonly problems: number;
  readonly lost: readonly ProblemCode[];
}

/** Profiles inputs without judging them. Throws as `auditInputs` does. */
export async function profileInputs(plan: ReadPlan, options: JobOptions): Promise<ProfileOutcome> {
  const { profile, lost } = await runInputs(plan, options);
  return {
    bytes: encodeProfile(profile),
    documents: profile.sample.total,
    problems: [...profile.problems.values()].reduce((sum, number) => sum + number, 0),
    lost,
  };
}
