import { availableParallelism } from 'node:os';
import { mergeProfiles, withoutText } from '../profile/profile.ts';
import { resolveInputs } from '../sources/inputs.ts';
import type { Source } from '../sources/source.ts';
import type { Checkpoint } from './checkpoint.ts';
import { openCheckpoint } from './checkpoint.ts';
import { presentCircumstances } from './checkpoint-circumstances.ts';
import type { ReadPlan, RunOptions, RunResult } from './engine.ts';
import { filledIn, verifyFields } from './field-check.ts';
import { capacitiesFor, DEFAULT_MEMORY, threadsFor } from './memory.ts';
import { nothingReadable } from './nothing-readable.ts';
import { examplesOf, lostCodes } from './problem-ledger.ts';
import { isProfileFile, readProfile } from './profile-file.ts';
import { storedBytes } from './stored-bytes.ts';
import { threadCounter } from './thread-counter.ts';
import type { UnitSettings } from './unit-count.ts';
import { planUnits, UNIT_BYTES } from './unit-plan.ts';
import { countPieces } from './unit-queue.ts';
import type { Whole } from './whole.ts';
import { createWhole, linesBefore, watchOf } from './whole.ts';

/** Below this, starting threads takes longer than counting. */
const WORTH_THREADS = 6 * 2 ** 20;

/**
 * Profiles all inputs, in threads where that pays; profiles among them are added as they are.
 * Throws a `CorpusError` where an input is missing, a field that was named does not exist, or no document
 * could be read, and the signal's reason when it is aborted.
 */
export async function runInputs(plan: ReadPlan, options: RunOptions): Promise<RunResult> {
  const started = Date.now();
  const { profiles, others } = await sortInputs(plan.inputs);
  const whole = createWhole(options.capacities ?? capacitiesFor(options.memory ?? DEFAULT_MEMORY));
  if (options.noText === true) whole.profile = withoutText(whole.profile);
  if (options.checkpoint !== undefined && profiles.length > 0) options.onNote?.(profileNote(others.length));
  await countSource(await resolveInputs(others), plan, options, whole);
  whole.profile = { ...whole.profile, problems: whole.ledger.counts };
  await verifyFields(plan.fields, { names: whole.fieldNames, filled: new Set(filledIn(whole.profile)) });
  for (const path of profiles) whole.profile = mergeProfiles(whole.profile, await readProfile(path));
  if (whole.profile.sample.total === 0) throw nothingReadable(whole.ledger, whole.fieldNames);
  return {
    profile: whole.profile,
    examples: examplesOf(whole.ledger, linesBefore(whole)),
    lost: lostCodes(whole.ledger),
    startedAt: new Date(started).toISOString(),
    elapsed: () => (Date.now() - started) / 1000,
  };
}

async function countSource(source: Source, plan: ReadPlan, options: RunOptions, whole: Whole): Promise<void> {
  const { inputs: _, ...unitPlan } = plan;
  const settings: UnitSettings = { plan: unitPlan, capacities: whole.capacities };
  const allowed = threadsAllowed(options);
  whole.progress.totalBytes = await storedBytes(source, options.signal);
  const checkpoint = await checkpointFor(source, plan, options, whole);
  const isSmall = (whole.progress.totalBytes ?? Number.POSITIVE_INFINITY) < WORTH_THREADS;
  const threads = plan.limit !== undefined || (isSmall && options.workers === undefined) ? 0 : allowed;
  if (threads === 0) options.onCountingHere?.();
  const watch = watchOf(whole, options, () => counter?.problems() ?? 0);
  const onBytes = (bytes: number): void => watch.onAdvance(0, bytes);
  const { totalBytes } = whole.progress;
  const { signal, unitBytes = UNIT_BYTES } = options;
  const pieces = planUnits(source, { plan, signal, unitBytes, totalBytes, onBytes });
  const isEager = checkpoint !== null;
  const counter = threads === 0 ? null : threadCounter({ threads, settings, watch, isEager });
  try {
    await countPieces(pieces, { whole, counter, settings, watch, threads: Math.max(1, threads), checkpoint });
  } finally {
    await counter?.close();
  }
  await checkpoint?.remove();
}

async function checkpointFor(
  source: Source,
  plan: ReadPlan,
  options: RunOptions,
  whole: Whole,
): Promise<Checkpoint | null> {
  if (options.checkpoint === undefined) return null;
  const present = await presentCircumstances(source, plan, whole.capacities, options);
  return openCheckpoint(options.checkpoint, present, whole);
}

/** Profiles are not read in units: they are added in one go, at the end. */
function profileNote(others: number): string {
  const what =
    others === 0 ? 'has no effect here: profiles are added' : 'keeps nothing of profiles: they are added';
  return `--checkpoint ${what} in one go.`;
}

function threadsAllowed({ workers, memory = DEFAULT_MEMORY, onNote }: RunOptions): number {
  const wanted = workers ?? availableParallelism();
  const allowed = threadsFor(memory, Math.max(1, wanted));
  if (workers !== undefined && allowed < workers)
    onNote?.(`The memory allows ${allowed} of the ${workers} workers: raise --memory for more.`);
  return wanted === 0 ? 0 : allowed;
}

async function sortInputs(
  inputs: readonly string[],
): Promise<{ readonly profiles: readonly string[]; readonly others: readonly string[] }> {
  const profiles: string[] = [];
  const others: string[] = [];
  for (const input of inputs) (input !== '-' && (await isProfileFile(input)) ? profiles : others).push(input);
  return { profiles, others };
}
