import type { ReferenceTail } from '../audits/reference-tail.ts';
import { runAudits } from '../audits/runner.ts';
import { judge } from '../audits/verdict.ts';
import { againstBaseline } from '../compare/baseline-verdict.ts';
import type { MeasureValues } from '../measures/registry.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Profile } from '../profile/profile.ts';
import type { ComparisonFacts, CorpusFacts, Report, RunFacts } from '../report/report.ts';
import { REPORT_SCHEMA } from '../report/report.ts';
import { reportedSlices } from './report-slices.ts';
import { toolVersion } from './tool-version.ts';

/** What a report is made of: the profile, and what only the run that made it knows. */
export interface ReportInput {
  readonly profile: Profile;
  readonly values: MeasureValues;
  readonly examples: readonly Problem[];
  readonly run: RunFacts;
  /** How the corpus stands against a reference, where there is one. */
  readonly tail?: ReferenceTail | undefined;
  /** How the corpus stands against an earlier version, where there is one. */
  readonly comparison?: ComparisonFacts | undefined;
}

/** Audits a profile and puts the report together. */
export function assembleReport({ profile, values, examples, run, tail, comparison }: ReportInput): Report {
  const findings = runAudits(tail === undefined ? values : { ...values, 'reference-tail': tail });
  const corpus = corpusFacts(profile, { ...values, types: values.vocabulary.types }, examples);
  const verdict = judge({ values, findings, problems: corpus.problems.byCode });
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'heteroglossia', version: toolVersion() },
    run,
    corpus,
    verdict: comparison === undefined ? verdict : againstBaseline(verdict, comparison.verdict.direction),
    audits: findings,
    ...reportedSlices(values),
    ...(comparison === undefined ? {} : { comparison }),
  };
}

/** What is counted of a corpus as a whole. */
interface CorpusCounts extends Pick<MeasureValues, 'size' | 'identifiers'> {
  readonly types: number;
}

/** The facts of a corpus, whatever is then said of it. */
export function corpusFacts(
  profile: Profile,
  values: CorpusCounts,
  examples: readonly Problem[],
): CorpusFacts {
  const byCode = new Map<ProblemCode, number>(profile.problems);
  if (values.identifiers.repeated > 0) byCode.set('ID_REPEATED', values.identifiers.repeated);
  const sorted = [...byCode].filter(([, number]) => number > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    documents: values.size.documents,
    tokens: values.size.tokens,
    types: Math.round(values.types),
    bytes: values.size.bytes,
    unspacedShare: values.size.unspacedShare,
    holdsText: profile.holdsText,
    problems: {
      total: sorted.reduce((sum, [, number]) => sum + number, 0),
      byCode: Object.fromEntries(sorted),
      examples: examples.map(({ code, uri, line, message, excerpt }) => ({
        code,
        uri,
        line: line ?? null,
        message,
        excerpt: excerpt ?? '',
      })),
    },
  };
}
