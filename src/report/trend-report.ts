import type { Period, Trend } from '../trend/trend.ts';
import type { CorpusFacts, RunFacts } from './report.ts';

export const TREND_SCHEMA = 'heteroglossia-trend/1';

/** Documents that lie in no period, by what is wrong with their dates. */
export interface DateProblems {
  readonly missing: number;
  readonly unreadable: number;
  /** A year or a month where the period needs a day. */
  readonly tooCoarse: number;
  readonly future: number;
  readonly examples: readonly {
    readonly uri: string;
    readonly line: number | null;
    readonly date: string;
    readonly reason: string;
  }[];
}

/** Everything a renderer of a series may show, as plain JSON. */
export interface TrendReport extends Trend {
  readonly schema: typeof TREND_SCHEMA;
  readonly tool: { readonly name: 'heteroglossia'; readonly version: string };
  readonly run: RunFacts;
  /** Null where each input is a point. */
  readonly by: Period | null;
  /** What `change` is told against: an input, or the name of the first point with enough documents; null where none is. */
  readonly baseline: string | null;
  /** Documents that are in no point; null where each input is one. */
  readonly dates: DateProblems | null;
  readonly problems: Pick<CorpusFacts['problems'], 'total' | 'byCode'>;
}
