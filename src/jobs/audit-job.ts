import { availableParallelism } from 'node:os';
import type { Details } from '../audits/audit.ts';
import type { NamedVocabulary } from '../compare/tail-against.ts';
import { tailAgainst } from '../compare/tail-against.ts';
import type { ReadPlan, RunOptions, RunResult } from '../engine/engine.ts';
import { runInputs } from '../engine/run.ts';
import type { ValueThread } from '../engine/value-thread.ts';
import { startValueThread } from '../engine/value-thread.ts';
import { takeValues } from '../engine/values.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { ProblemCode } from '../problem.ts';
import { groupedVocabularyOf } from '../profile/grouped-vocabulary.ts';
import { planDigest } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import type { ComparisonFacts, Report } from '../report/report.ts';
import { comparisonFacts, runSide } from './comparison-facts.ts';
import type { FoundDuplicates } from './duplicate-lists.ts';
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
  /** How the earlier version is read with which the corpus is compared. */
  readonly baseline?: ReadPlan;
}

export interface AuditOutcome {
  readonly report: Report;
  readonly profile: Profile;
  /** The earlier version that it was compared with, null where there is none. */
  readonly baseline: Profile | null;
  /** What the lists of documents and pairs are made from. */
  readonly duplicates: FoundDuplicates;
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
  const isAlone = (options.workers ?? availableParallelism()) < 2;
  const threads: ValueThread[] = [];
  const startThread = (): void => {
    if (!isAlone && threads.length === 0) threads.push(startValueThread());
  };
  try {
    const result = await runInputs(plan, { ...options, onCountingHere: startThread });
    startThread();
    const { checkpoint: _, ...baselineOptions } = options;
    const earlier = options.baseline === undefined ? null : await runSide(options.baseline, baselineOptions);
    const comparison =
      earlier === null ? undefined : comparisonFacts({ baseline: earlier, candidate: result });
    const taken = await takeValues(result.profile, { ...options, thread: threads[0] ?? null });
    const report = reportOf(result, taken.values, { ...options, inputs: plan.inputs, reference, comparison });
    const duplicates = { graph: taken.graph, templates: taken.values.templates };
    const lost = [...(earlier?.lost ?? []), ...result.lost];
    const baseline = earlier?.profile ?? null;
    return { report, profile: result.profile, baseline, duplicates, lost };
  } finally {
    for (const thread of threads) await thread.close();
  }
}

interface ReportOptions extends Pick<JobOptions, 'options'> {
  readonly inputs: readonly string[];
  readonly reference?: NamedVocabulary | undefined;
  readonly comparison?: ComparisonFacts | undefined;
}

/** The report of a finished run. */
export function reportOf(
  { profile, examples, startedAt, elapsed }: RunResult,
  values: MeasureValues,
  { inputs, options = {}, reference, comparison }: ReportOptions,
): Report {
  const run = { inputs, options, planDigest: planDigest(profile.plan), startedAt, seconds: elapsed() };
  const tail = reference === undefined ? undefined : tailAgainst(reference, groupedVocabularyOf(profile));
  return assembleReport({ profile, values, examples, run, tail, comparison });
}
