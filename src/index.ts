export type { Audit, Cause, Details, Evidence, Explanation, Json, Outcome } from './audits/audit.ts';
export type { Level } from './audits/level.ts';
export { AUDITS } from './audits/registry.ts';
export type { Finding, Findings } from './audits/runner.ts';
export type { Verdict } from './audits/verdict.ts';
export type {
  Accumulation,
  ChangeCause,
  Comparison,
  ComparisonVerdict,
  Difference,
  Direction,
  DocumentChanges,
  TailChange,
  WordDrift,
} from './compare/comparison.ts';
export type { Document } from './document.ts';
export type { Failure } from './errors.ts';
export { CorpusError } from './errors.ts';
export type { ComparisonOptions, Documents, LibraryOptions, ProfileOptions } from './jobs/documents-job.ts';
export { audit, auditProfile, compare, merge, profile } from './jobs/documents-job.ts';
export type { Reference } from './jobs/reference.ts';
export { readReference } from './jobs/reference.ts';
export type { Problem, ProblemCode } from './problem.ts';
export { PROBLEM_KINDS } from './problem.ts';
export type { Capacities } from './profile/capacities.ts';
export { DEFAULT_CAPACITIES } from './profile/capacities.ts';
export { comparisonMarkdown } from './report/comparison-markdown.ts';
export type { ComparisonReport } from './report/comparison-report.ts';
export { jsonRenderer } from './report/json.ts';
export { markdownRenderer } from './report/markdown.ts';
export type { CorpusFacts, Report, RunFacts, SliceResult } from './report/report.ts';
export type { Quantity, Unit } from './statistics/quantity.ts';
