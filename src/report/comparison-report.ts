import type { Comparison } from '../compare/comparison.ts';
import type { CorpusFacts, RunFacts } from './report.ts';

export const COMPARISON_SCHEMA = 'heteroglossia-comparison/1';

/** Two versions of a dataset and what they say about each other. */
export interface ComparisonFacts extends Comparison {
  readonly baseline: CorpusFacts;
  readonly candidate: CorpusFacts;
}

/** Everything a renderer of a comparison may show, as plain JSON. */
export interface ComparisonReport extends ComparisonFacts {
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly tool: { readonly name: 'heteroglossia'; readonly version: string };
  /** Its inputs are the baseline and the candidate. */
  readonly run: RunFacts;
}
