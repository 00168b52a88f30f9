import type { Evidence } from '../audits/audit.ts';
import type { Interval } from '../statistics/jackknife.ts';
import type { PointEvidence, SeriesPoint } from '../trend/series.ts';
import type { PointReport } from './series-figures.ts';
import { seriesFigures } from './series-figures.ts';

const MOST_QUOTES = 3;
const MOST_WORDS = 10;
const MOST_DOCUMENTS = 10;
const MOST_SOURCES = 3;
/** Share of the change of overlap from which on a source stands behind it. */
const LEAST_SHARE = 0.1;

/** The name and the first day of a point. */
export interface PointPlace {
  readonly name: string;
  readonly date: string | null;
}

/** What a series keeps of a report: its figures, and what is seen in it that could explain an alarm. */
export function seriesPointOf(report: PointReport, { name, date }: PointPlace): SeriesPoint {
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
    figures: seriesFigures(report),
    wordDrift: comparison?.wordDrift ?? null,
    planDigest: run.planDigest,
    evidence: [...duplicateEvidence(report), ...narrowingEvidence(report), ...driftEvidence(report)],
  };
}

/** The point that the others are held against: it has not changed. */
export function asBaseline(point: SeriesPoint): SeriesPoint {
  const interval: Interval = [0, 0];
  return { ...point, change: { value: 0, interval } };
}

function duplicateEvidence({ audits }: PointReport): readonly PointEvidence[] {
  return ['exact-duplicates', 'near-duplicates'].flatMap((id): readonly PointEvidence[] => {
    const finding = audits[id];
    if (finding === undefined || finding.evidence.length === 0) return [];
    return [{ kind: 'duplicates', summary: finding.reason, ...quoted(finding.evidence), sources: [] }];
  });
}

/** Causes of the change, else those of the level; what the tail lost; and the sources that the change comes from. */
function narrowingEvidence({ verdict, comparison }: PointReport): readonly PointEvidence[] {
  const changed = comparison?.verdict.causes ?? [];
  const causes = changed.length > 0 ? changed : verdict.causes;
  const lost = (comparison?.tail?.lostWords ?? []).slice(0, MOST_WORDS);
  const sources = (comparison?.attribution ?? [])
    .filter(({ by, share }) => by === 'source' && (share ?? 0) >= LEAST_SHARE)
    .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
    .slice(0, MOST_SOURCES);
  return [
    ...causes.map(
      ({ summary, evidence }): PointEvidence => ({
        kind: 'narrowing',
        summary,
        ...quoted(evidence),
        sources: [],
      }),
    ),
    ...(lost.length === 0
      ? []
      : [
          {
            kind: 'narrowing' as const,
            summary: 'Words of the baseline that are gone beyond chance.',
            quotes: lost.flatMap(({ word }) => (word === null ? [] : [word])),
            documents: [],
            sources: [],
          },
        ]),
    ...(sources.length === 0
      ? []
      : [
          {
            kind: 'narrowing' as const,
            summary: 'Sources that the change of the overlap comes from, the greatest part first.',
            quotes: [],
            documents: [],
            sources: sources.map(({ slice }) => slice),
          },
        ]),
  ];
}

function driftEvidence({ comparison }: PointReport): readonly PointEvidence[] {
  const words = comparison?.wordDrift.words ?? [];
  if (words.length === 0) return [];
  const rose = words.filter(({ ratio }) => ratio > 1).slice(0, MOST_WORDS);
  const fell = words.filter(({ ratio }) => ratio < 1).slice(0, MOST_WORDS);
  return [
    { summary: 'Words and phrases that rose most surely against the baseline.', of: rose },
    { summary: 'Words and phrases that fell most surely against the baseline.', of: fell },
  ].flatMap(({ summary, of }): readonly PointEvidence[] =>
    of.length === 0
      ? []
      : [
          {
            kind: 'word-drift',
            summary,
            quotes: of.flatMap(({ word }) => (word === null ? [] : [word])),
            documents: [],
            sources: [],
          },
        ],
  );
}

function quoted(evidence: readonly Evidence[]): Pick<PointEvidence, 'quotes' | 'documents'> {
  return {
    quotes: evidence.slice(0, MOST_QUOTES).flatMap(({ quote }) => (quote === '' ? [] : [quote])),
    documents: [...new Set(evidence.flatMap(({ documents }) => documents))].slice(0, MOST_DOCUMENTS),
  };
}
