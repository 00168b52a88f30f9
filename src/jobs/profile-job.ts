import type { ReadPlan } from '../engine/engine.ts';
import { runInputs } from '../engine/run.ts';
import type { ProblemCode } from '../problem.ts';
import { encodeProfile } from '../profile/codec.ts';
import { withoutText } from '../profile/profile.ts';
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
  const { noText = false, onNote } = options;
  if (!noText && !profile.holdsText)
    onNote?.('The profile holds no text, because a profile among the inputs holds none.');
  return {
    bytes: encodeProfile(noText ? withoutText(profile) : profile),
    documents: profile.sample.total,
    problems: [...profile.problems.values()].reduce((sum, number) => sum + number, 0),
    lost,
  };
}
