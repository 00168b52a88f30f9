import type { Details } from '../audits/audit.ts';
import type { Findings } from '../audits/runner.ts';
import type { Verdict } from '../audits/verdict.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { ProblemCode } from '../problem.ts';
import type { WeekFacts } from './week-facts.ts';

export const REPORT_SCHEMA = 'heteroglossia-report/1';

/** What is known about a run and not about the corpus: the only part that may differ between equal runs. */
export interface RunFacts {
  readonly inputs: readonly string[];
  readonly options: Details;
  readonly planDigest: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly seconds: number;
}

export interface ProblemExample {
  readonly code: ProblemCode;
  readonly uri: string;
  readonly line: number | null;
  readonly message: string;
  readonly excerpt: string;
}

export interface CorpusFacts {
  readonly documents: number;
  readonly tokens: number;
  readonly types: number;
  readonly bytes: number;
  /** Share of the tokens that are pairs of characters, from scripts written without spaces. */
  readonly unspacedShare: number;
  /** False where a profile without text is behind the report: quotes are empty, and words are absent. */
  readonly holdsText: boolean;
  readonly problems: {
    readonly total: number;
    readonly byCode: Readonly<Partial<Record<ProblemCode, number>>>;
    readonly examples: readonly ProblemExample[];
  };
}

export interface SliceResult {
  readonly by: 'source' | 'period' | 'label';
  readonly name: string;
  readonly documents: number;
  readonly tokens: number;
  /** False where the numbers are estimated from the share of the sampled texts. */
  readonly exact: boolean;
}

/** What the listed slices of one kind stand for. */
export interface SliceCoverage {
  readonly by: SliceResult['by'];
  /** How many there are in the corpus. */
  readonly names: number;
  /** False where there are too many to be told apart: `names` is estimated, and those listed are a sample. */
  readonly exact: boolean;
  readonly listed: number;
}

/** Two versions of a dataset and what they say about each other. */
export interface ComparisonFacts extends Comparison {
  readonly baseline: CorpusFacts;
  readonly candidate: CorpusFacts;
}

/** Everything a renderer may show, as plain JSON. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: 'heteroglossia'; readonly version: string };
  readonly run: RunFacts;
  readonly corpus: CorpusFacts;
  readonly verdict: Verdict;
  /** By audit id, in the order of the audit table. */
  readonly audits: Findings;
  readonly slices: readonly SliceResult[];
  readonly sliceCoverage: readonly SliceCoverage[];
  /** Against an earlier version, where one is given. */
  readonly comparison?: ComparisonFacts;
  /** In a series of weeks. */
  readonly week?: WeekFacts;
}
