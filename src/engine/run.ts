import { CorpusError } from '../errors.ts';
import { DEFAULT_CAPACITIES } from '../profile/capacities.ts';
import type { Profile } from '../profile/profile.ts';
import { createProfile, mergeProfiles } from '../profile/profile.ts';
import { resolveInputs } from '../sources/inputs.ts';
import type { ReadPlan, RunOptions, RunResult } from './engine.ts';
import { createFieldCheck } from './field-check.ts';
import { createObserver } from './observation.ts';
import { createLedger, enterProblem, examplesOf, lostCodes, summaryOf } from './problem-ledger.ts';
import { isProfileFile, readProfile } from './profile-file.ts';
import type { ShardJob } from './shard-job.ts';
import { isComplete, readIntoProfile } from './shard-job.ts';
import { forEachShard } from './shard-queue.ts';
import { storedBytes } from './stored-bytes.ts';

/**
 * Profiles all inputs in this process; profiles among them are added as they are.
 * Throws a `CorpusError` where an input is missing, a field that was named does not exist, or no document
 * could be read, and the signal's reason when it is aborted.
 */
export async function runInputs(plan: ReadPlan, options: RunOptions): Promise<RunResult> {
  const started = Date.now();
  const { profiles, others } = await sortInputs(plan.inputs);
  const source = await resolveInputs(others);
  const profile = createProfile(options.capacities ?? DEFAULT_CAPACITIES);
  const ledger = createLedger();
  const fieldCheck = createFieldCheck(plan.fields);
  const job: ShardJob = {
    plan,
    observer: createObserver(profile),
    ledger,
    fieldCheck,
    signal: options.signal,
    progress: { documents: 0, bytes: 0, totalBytes: null },
    onProgress: options.onProgress ?? null,
  };
  if (options.onProgress !== undefined) job.progress.totalBytes = await storedBytes(source, options.signal);
  await forEachShard(source, {
    signal: options.signal,
    sequential: plan.limit !== undefined,
    isDone: () => isComplete(job),
    onProblem: (problem, index) => enterProblem(ledger, index, problem),
    work: (shard, index) => readIntoProfile(job, shard, index),
  });
  if (others.length > 0) fieldCheck.verify();
  const whole = await addProfiles({ ...profile, problems: ledger.counts }, profiles);
  if (whole.sample.total === 0)
    throw new CorpusError({ code: 'NOTHING_READABLE', detail: detailOf(summaryOf(ledger)) });
  return {
    profile: whole,
    examples: examplesOf(ledger),
    lost: lostCodes(ledger),
    startedAt: new Date(started).toISOString(),
    seconds: (Date.now() - started) / 1000,
  };
}

async function sortInputs(
  inputs: readonly string[],
): Promise<{ readonly profiles: readonly string[]; readonly others: readonly string[] }> {
  const profiles: string[] = [];
  const others: string[] = [];
  for (const input of inputs) (input !== '-' && (await isProfileFile(input)) ? profiles : others).push(input);
  return { profiles, others };
}

async function addProfiles(profile: Profile, paths: readonly string[]): Promise<Profile> {
  let sum = profile;
  for (const path of paths) sum = mergeProfiles(sum, await readProfile(path));
  return sum;
}

function detailOf(summary: string): string {
  return summary === '' ? 'the inputs hold no records' : summary;
}
