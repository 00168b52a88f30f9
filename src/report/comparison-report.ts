import type { ComparisonFacts, RunFacts } from './report.ts';

export const COMPARISON_SCHEMA = 'heteroglossia-comparison/1';

/** Everything a renderer of a comparison may show, as plain JSON. */
export interface ComparisonReport extends ComparisonFacts {
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly tool: { readonly name: 'heteroglossia'; readonly version: string };
  /** Its inputs are the baseline and the candidate. */
  readonly run: RunFacts;
}
