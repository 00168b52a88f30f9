import type { Cause } from '../audits/audit.ts';
import type { Report } from '../report/report.ts';
import type { Quantity } from '../statistics/quantity.ts';
import type { PointEvidence, SeriesPoint } from '../trend/series.ts';

const COPIES: readonly Cause[] = ['exact-duplicates', 'near-duplicates'];
const MOST_QUOTES = 3;
const MOST_DOCUMENTS = 20;

/** The name and the first day of a point. */
export interface PointPlace {
  readonly name: string;
  readonly date: string | null;
}

/** What a series keeps of a report: its figures, and what is seen in it that could explain an alarm. */
export function weekPoint(report: Report, { name, date }: PointPlace): SeriesPoint {
  const { corpus, verdict, comparison, audits, run } = report;
  const narrowing = comparison?.verdict.narrowing ?? null;
  const distinct = audits['exact-duplicates']?.details['distinctDocuments'];
  return {
    name,
    date,
    documents: corpus.documents,
    distinctDocuments: typeof distinct === 'number' ? distinct : corpus.documents,
    tokens: corpus.tokens,
    level: verdict.level,
    homogeneity: verdict.homogeneity,
    change: narrowing === null ? null : { value: narrowing.value, interval: narrowing.interval },
    figures: Object.fromEntries(
      Object.entries(audits).flatMap(([id, { quantity }]): [string, Quantity][] =>
        quantity === null ? [] : [[id, quantity]],
      ),
    ),
    wordDrift: comparison?.wordDrift ?? null,
    planDigest: run.planDigest,
    evidence: verdict.causes.map(evidenceOf),
  };
}

function evidenceOf({ cause, summary, evidence }: Report['verdict']['causes'][number]): PointEvidence {
  return {
    kind: COPIES.includes(cause) ? 'duplicates' : 'narrowing',
    summary,
    quotes: evidence.slice(0, MOST_QUOTES).map(({ quote }) => quote),
    documents: [...new Set(evidence.flatMap(({ documents }) => documents))].slice(0, MOST_DOCUMENTS),
    sources: [],
  };
}
