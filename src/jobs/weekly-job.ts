import type { ReadPlan } from '../engine/engine.ts';
import type { History } from '../history/history.ts';
import type { ProblemCode } from '../problem.ts';
import { encodeProfile } from '../profile/codec.ts';
import type { Report } from '../report/report.ts';
import type { WeekFacts } from '../report/week-facts.ts';
import { type AuditOptions, auditInputs } from './audit-job.ts';
import { type WeekName, weekRun } from './week-run.ts';
import { weekFacts } from './week-series.ts';

/** The profile of an earlier week, kept to compare later ones with. */
export interface KeptBaseline {
  readonly week: string;
  readonly path: string;
}

export interface WeeklyOptions extends Omit<AuditOptions, 'baseline'>, WeekName {
  /** What every week is compared with; absent: the first week from which a level could be told. */
  readonly baseline?: ReadPlan;
  /** That week, where there is one already. */
  readonly kept: KeptBaseline | null;
  /** Stores the profile of a week that becomes the baseline. It is called before the history is written. */
  readonly keep: (bytes: Uint8Array) => Promise<void>;
  /** Called before the history gets the week. */
  readonly beforeKept: () => Promise<void>;
}

/** A report of a week, with its place in the series. */
export interface WeekReport extends Report {
  readonly week: WeekFacts;
}

export interface WeeklyOutcome {
  readonly report: WeekReport;
  /** Codes of the problems by which an input was lost: empty when everything was read. */
  readonly lost: readonly ProblemCode[];
}

/**
 * Audits the batch of a week, compares it with the baseline, and follows it in the history, which keeps it in the end.
 * A week that was run before is replaced. Throws a `CorpusError` where it cannot be done, with the history as it was,
 * and the reason of the signal when that is aborted.
 */
export async function runWeek(
  plan: ReadPlan,
  history: History,
  { baseline: given, kept, keep, beforeKept, series, week, ...options }: WeeklyOptions,
): Promise<WeeklyOutcome> {
  const earlier = kept === null || kept.week === week ? null : kept;
  const baseline = given ?? (earlier === null ? undefined : { ...plan, inputs: [earlier.path] });
  const outcome = await auditInputs(plan, { ...options, ...(baseline === undefined ? {} : { baseline }) });
  options.signal.throwIfAborted();
  const { level } = outcome.report.verdict;
  // Before the history, so that a week that is there has its baseline whenever the run is killed.
  if (baseline === undefined && level !== 'insufficient-data') await keep(encodeProfile(outcome.profile));
  const run = weekRun({ series, week }, outcome);
  const baselineWeek = given === undefined ? (earlier?.week ?? null) : null;
  const facts = weekFacts(await history.list(series), run, baselineWeek);
  const report = { ...outcome.report, week: facts };
  options.signal.throwIfAborted();
  await beforeKept();
  await history.put([{ ...run, report: JSON.stringify(report) }]);
  return { report, lost: outcome.lost };
}
