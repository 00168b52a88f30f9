import { z } from 'zod';
import { mondayOfWeek } from '../calendar-week.ts';
import type { Quantity, Unit } from '../statistics/quantity.ts';
import type { PointEvidence, SeriesPoint } from '../trend/series.ts';
import { isSeriesName, type WeekEntry, type WeekRun } from './history.ts';

const UNITS: Readonly<Record<Unit, true>> = {
  documents: true,
  tokens: true,
  types: true,
  share: true,
  'per-million': true,
  ratio: true,
  points: true,
  'tokens-per-sentence': true,
};
const DIGEST = /^[0-9a-f]{64}$/u;
const PLAN_DIGEST = /^[0-9a-f]{16}$/u;
const FIGURE_NAME = /^[a-z][\w.:-]*$/iu;

const count = z.int().min(0);
const interval = z.tuple([z.number(), z.number()]);

const QUANTITY = z.object({
  value: z.number(),
  unit: z.custom<Unit>((unit) => typeof unit === 'string' && Object.hasOwn(UNITS, unit)),
  interval: interval.exactOptional(),
  documents: z.number().min(0),
}) satisfies z.ZodType<Quantity>;

const WORD_DRIFT = z.object({
  alarm: z.boolean(),
  tested: count,
  windowWords: count,
  rose: count,
  fell: count,
  words: z.array(
    z.object({
      word: z.string().nullable(),
      baseline: z.number(),
      candidate: z.number(),
      ratio: z.number(),
      adjustedP: z.number(),
    }),
  ),
});

const texts = z.array(z.string());

const EVIDENCE = z.object({
  kind: z.enum(['narrowing', 'duplicates', 'word-drift']),
  summary: z.string(),
  quotes: texts,
  documents: texts,
  sources: texts,
}) satisfies z.ZodType<PointEvidence>;

/** The figures of a week, as they are kept. Numbers are finite. */
const POINT = z.object({
  name: z.string(),
  date: z.string().nullable(),
  documents: count,
  distinctDocuments: z.number().min(0),
  tokens: count,
  level: z.enum(['heteroglossic', 'narrowing', 'monologic', 'insufficient-data']),
  homogeneity: QUANTITY.nullable(),
  change: z.object({ value: z.number(), interval: interval.nullable() }).nullable(),
  figures: z.record(z.string().regex(FIGURE_NAME), QUANTITY),
  wordDrift: WORD_DRIFT.nullable(),
  planDigest: z.string().regex(PLAN_DIGEST),
  evidence: z.array(EVIDENCE).exactOptional(),
}) satisfies z.ZodType<SeriesPoint>;

/** Figures as JSON text. Throws where one of them is not finite, which would not come back. */
export function pointText(point: SeriesPoint): string {
  return JSON.stringify(POINT.parse(point));
}

/** JSON text that holds what a schema asks for. */
function jsonText<Value>(schema: z.ZodType<Value>): z.ZodType<Value, string> {
  return z.string().transform((text, context) => {
    const parsed = schema.safeParse(parsedJson(text));
    if (parsed.success) return parsed.data;
    context.issues.push({ code: 'custom', input: text, message: 'other JSON' });
    return z.NEVER;
  });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const series = z.string().refine(isSeriesName, { error: 'no name of a series' });
const week = z.string().refine((text) => mondayOfWeek(text) !== null, { error: 'no ISO 8601 week' });
const digest = z.string().regex(DIGEST, { error: 'no SHA-256' });
const reportDocument = z.looseObject({ schema: z.string().startsWith('heteroglossia-report/') });

const ROW = {
  series,
  week,
  profile_digest: digest,
  baseline_digest: digest.nullable(),
  point: jsonText(POINT),
};

/** A row of the table without its report. */
export const WEEK_ROW: z.ZodType<WeekEntry> = z.object(ROW).transform(entryOfRow);

/** A row of the table with its report. */
export const WHOLE_WEEK_ROW: z.ZodType<WeekRun> = z
  .object({ ...ROW, report: z.string() })
  .transform((row) => ({ ...entryOfRow(row), report: row.report }));

export const EXPORT_SCHEMA = 'heteroglossia-history/1';

/** A line of an export. Its point must be named and dated by its week. */
export const EXPORTED_WEEK: z.ZodType<WeekRun> = z
  .object({
    schema: z.literal(EXPORT_SCHEMA, { error: `not ${EXPORT_SCHEMA}` }),
    series,
    week,
    profileDigest: digest,
    baselineDigest: digest.nullable(),
    point: POINT,
    report: reportDocument,
  })
  .refine(({ point, week: of }) => point.name === of && point.date === mondayOfWeek(of), {
    error: 'of another week',
    path: ['point'],
  })
  .transform(({ series: of, week: name, profileDigest, baselineDigest, point, report }) => ({
    series: of,
    week: name,
    profileDigest,
    baselineDigest,
    point,
    report: JSON.stringify(report),
  }));

interface Row extends Pick<WeekEntry, 'series' | 'week' | 'point'> {
  readonly profile_digest: string;
  readonly baseline_digest: string | null;
}

function entryOfRow({ series: of, week: name, profile_digest, baseline_digest, point }: Row): WeekEntry {
  return { series: of, week: name, profileDigest: profile_digest, baselineDigest: baseline_digest, point };
}
