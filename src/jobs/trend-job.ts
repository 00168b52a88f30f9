import { compareCorpora, tailsOf } from '../compare/compare-corpora.ts';
import type { ComparedCorpus } from '../compare/compared-corpus.ts';
import { comparedCorpus } from '../compare/compared-corpus.ts';
import type { Tails } from '../compare/narrowing.ts';
import type { ReadPlan, RunResult } from '../engine/engine.ts';
import { takeValues } from '../engine/values.ts';
import type { Failure } from '../errors.ts';
import { CorpusError } from '../errors.ts';
import type { ProblemCode } from '../problem.ts';
import type { DateProblems, TrendReport } from '../report/trend-report.ts';
import { TREND_SCHEMA } from '../report/trend-report.ts';
import { followSeries } from '../trend/follow-series.ts';
import type { SeriesPoint } from '../trend/series.ts';
import { isLarge } from '../trend/series-size.ts';
import type { Period } from '../trend/trend.ts';
import type { JobOptions } from './audit-job.ts';
import { reportOf } from './audit-job.ts';
import { runSide } from './comparison-facts.ts';
import { corpusFigures } from './corpus-figures.ts';
import type { DatedPart } from './dated-parts.ts';
import { withDatedParts } from './dated-parts.ts';
import type { PointReport } from './series-figures.ts';
import { asBaseline, seriesPointOf } from './series-point.ts';
import { toolVersion } from './tool-version.ts';

export interface TrendOptions extends Omit<JobOptions, 'checkpoint'> {
  /** What one dated corpus is cut by; null where each input is a point. */
  readonly by: Period | null;
  /** How the baseline is read; absent: the first point with enough documents for a level. */
  readonly baseline?: ReadPlan;
  /** Documents of later days lie in the future, `YYYY-MM-DD`. */
  readonly latest: string;
}

export interface TrendOutcome {
  readonly report: TrendReport;
  /** Codes of the problems by which an input was lost: empty when everything was read. */
  readonly lost: readonly ProblemCode[];
}

/** One point before it is read. */
type Part = Pick<DatedPart, 'name' | 'plan'> & { readonly date: string | null };

/** What was met on the way through a series. */
interface Course {
  readonly points: SeriesPoint[];
  readonly lost: ProblemCode[];
  readonly problems: Map<ProblemCode, number>;
  against: ComparedCorpus | null;
  baseline: string | null;
  planDigest: string;
  /** That of the first point without a document, thrown where no point has one. */
  nothing: CorpusError | null;
}

/**
 * Follows a series: each input, or each period of a dated corpus, is read, audited and compared with the baseline, one
 * after another, of which only figures are kept. Throws a `CorpusError` where it cannot be done, and the reason of the
 * signal when that is aborted; temporary files are removed in any case.
 */
export async function trendInputs(plan: ReadPlan, options: TrendOptions): Promise<TrendOutcome> {
  const started = Date.now();
  const course = await startedCourse(options);
  const leftOut = await (options.by === null
    ? readInputs(plan, options, course)
    : readPeriods(plan, { ...options, by: options.by }, course));
  if (course.points.every(({ documents }) => documents === 0)) throw course.nothing ?? noPoint(leftOut);
  const byCode = [...course.problems].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    report: {
      schema: TREND_SCHEMA,
      tool: { name: 'heteroglossia', version: toolVersion() },
      run: {
        inputs: plan.inputs,
        options: options.options ?? {},
        planDigest: course.planDigest,
        startedAt: new Date(started).toISOString(),
        seconds: (Date.now() - started) / 1000,
      },
      by: options.by,
      baseline: course.baseline,
      dates: leftOut,
      problems: {
        total: byCode.reduce((sum, [, number]) => sum + number, 0),
        byCode: Object.fromEntries(byCode),
      },
      ...followSeries(course.points, { period: options.by }),
    },
    lost: course.lost,
  };
}

async function startedCourse(options: TrendOptions): Promise<Course> {
  const course: Course = {
    points: [],
    lost: [],
    problems: new Map(),
    against: null,
    baseline: null,
    planDigest: '',
    nothing: null,
  };
  if (options.baseline === undefined) return course;
  const { profile, lost } = await runSide(options.baseline, options);
  course.lost.push(...lost);
  course.against = comparedCorpus(profile);
  course.baseline = options.baseline.inputs.join(', ');
  return course;
}

async function readInputs(plan: ReadPlan, options: TrendOptions, course: Course): Promise<null> {
  for (const input of plan.inputs)
    await readPart({ name: input, date: null, plan: { ...plan, inputs: [input] } }, options, course);
  return null;
}

async function readPeriods(
  plan: ReadPlan,
  { by, ...options }: TrendOptions & { readonly by: Period },
  course: Course,
): Promise<DateProblems> {
  const { signal, latest } = options;
  return withDatedParts(plan, { period: by, latest, signal }, async ({ parts, leftOut, lost }) => {
    course.lost.push(...lost.lost);
    addProblems(course, lost.problems);
    for (const part of parts) await readPart(part, { ...options, by }, course);
    const { missing, unreadable, future, examples } = leftOut;
    // A day that never was is a date to readers, who look at months alone.
    if (unreadable > 0) course.problems.set('DATE_UNREADABLE', unreadable);
    return { missing, unreadable, tooCoarse: leftOut['too-coarse'], future, examples };
  });
}

async function readPart(part: Part, options: TrendOptions, course: Course): Promise<void> {
  options.signal.throwIfAborted();
  const result = await readOrNothing(part, options, course);
  if (result === null) return;
  if (options.by === null) {
    course.lost.push(...result.lost);
    addProblems(course, result.profile.problems);
  }
  const own = await auditedPart(result, part, options, course);
  const point = seriesPointOf(own.report, part);
  const isBaseline = course.against === null && isLarge(point);
  if (isBaseline) {
    course.against = own.corpus;
    course.baseline = part.name;
  }
  course.planDigest = point.planDigest;
  const figures = { ...point.figures, ...corpusFigures(own.corpus, own.tails) };
  course.points.push({ ...(isBaseline ? asBaseline(point) : point), figures });
}

/** A point without a document, or of another plan, is drawn where others can be read. */
async function readOrNothing(part: Part, options: TrendOptions, course: Course): Promise<RunResult | null> {
  try {
    return await runSide(part.plan, options);
  } catch (error) {
    if (!(error instanceof CorpusError) || !DRAWN.includes(error.failure.code)) throw error;
    course.nothing ??= error;
    const isOther = error.failure.code === 'COMPARISON_MISMATCH';
    if (isOther) options.onNote?.(error.message);
    course.points.push(emptyPoint(part, isOther ? OTHER_PLAN : course.planDigest));
    return null;
  }
}

const DRAWN: readonly Failure['code'][] = ['NOTHING_READABLE', 'COMPARISON_MISMATCH'];
/** Its digest is not known, but that it is another. */
const OTHER_PLAN = 'other';

function emptyPoint({ name, date }: Part, digest: string): SeriesPoint {
  return {
    name,
    date,
    documents: 0,
    distinctDocuments: 0,
    tokens: 0,
    level: 'insufficient-data',
    homogeneity: null,
    change: null,
    figures: {},
    wordDrift: null,
    planDigest: digest,
  };
}

interface AuditedPart {
  readonly report: PointReport;
  readonly corpus: ComparedCorpus;
  /** Null where there is nothing that it is held against. */
  readonly tails: Tails | null;
}

/** The report of a point, with its comparison but with the level that it has of itself. */
async function auditedPart(
  result: RunResult,
  part: Part,
  { signal }: TrendOptions,
  { against }: Course,
): Promise<AuditedPart> {
  const { values } = await takeValues(result.profile, { signal, thread: null });
  const report = reportOf(result, values, { inputs: part.plan.inputs });
  const corpus = comparedCorpus(result.profile);
  if (against === null) return { report, corpus, tails: null };
  signal.throwIfAborted();
  const sides = { baseline: against, candidate: corpus };
  return {
    report: { ...report, comparison: compareCorpora(sides) },
    corpus,
    tails: tailsOf(sides),
  };
}

function addProblems(course: Course, problems: ReadonlyMap<ProblemCode, number>): void {
  for (const [code, number] of problems) course.problems.set(code, (course.problems.get(code) ?? 0) + number);
}

function noPoint(leftOut: DateProblems | null): CorpusError {
  const { missing = 0, unreadable = 0, tooCoarse = 0, future = 0 } = leftOut ?? {};
  return new CorpusError({
    code: 'NOTHING_READABLE',
    detail: `of the dates ${missing} are missing, ${unreadable} are none of ISO 8601, ${tooCoarse} are no day and ${future} lie in the future`,
    remedy: 'Name the field with the date by --date-field, or cut by a longer period',
  });
}
