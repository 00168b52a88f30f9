import { z } from 'zod';
import type { ChartPoint, Trend, TrendChart, TrendPoint } from '../../trend/trend.ts';
import type { DateProblems, TrendReport } from '../trend-report.ts';
import { TREND_SCHEMA } from '../trend-report.ts';
import { CORPUS, COUNT, INTERVAL, LEVEL, NUMBER, QUANTITY, RUN, TEXT, TOOL, UNIT } from './shapes.ts';
import { ALARM, POINT_STATE, TREND_VERDICT } from './week-shape.ts';

const POINT = z.object({
  name: TEXT,
  date: TEXT.nullable().describe('The first day of the period, YYYY-MM-DD; null where points are not dated.'),
  documents: COUNT,
  distinctDocuments: COUNT,
  tokens: COUNT,
  level: LEVEL,
  homogeneity: QUANTITY.nullable().describe('0 to 100, higher is more alike.'),
  change: z
    .object({ value: NUMBER, interval: INTERVAL.nullable() })
    .nullable()
    .describe('Points against the baseline, above 0 where the point is more alike or poorer in rare words.'),
  figures: z.record(TEXT, QUANTITY).readonly(),
  state: POINT_STATE,
  alarms: z.array(ALARM).readonly(),
}) satisfies z.ZodType<TrendPoint>;

const CHART_POINT = z.object({
  name: TEXT,
  centre: NUMBER.nullable().describe('What was usual before the point.'),
  range: z
    .tuple([NUMBER, NUMBER])
    .readonly()
    .nullable()
    .describe('Where a single point stays but for chance.'),
  value: NUMBER.nullable(),
  score: NUMBER.nullable(),
  up: NUMBER.nullable(),
  down: NUMBER.nullable(),
  average: NUMBER.nullable(),
}) satisfies z.ZodType<ChartPoint>;

const CHART = z.object({
  measure: TEXT,
  title: TEXT,
  unit: UNIT,
  limits: z.object({ cusum: NUMBER.positive().nullable(), jump: NUMBER.positive().nullable() }),
  points: z.array(CHART_POINT).readonly(),
}) satisfies z.ZodType<TrendChart>;

export const TREND = z.object({
  points: z.array(POINT).readonly(),
  missing: z
    .object({ total: COUNT, names: z.array(TEXT).readonly() })
    .describe('Periods between the first and the last point of which there is nothing.'),
  charts: z.array(CHART).readonly(),
  verdict: TREND_VERDICT,
}) satisfies z.ZodType<Trend>;

const DATES = z.object({
  missing: COUNT,
  unreadable: COUNT,
  tooCoarse: COUNT,
  future: COUNT,
  examples: z.array(z.object({ uri: TEXT, line: COUNT.nullable(), date: TEXT, reason: TEXT })).readonly(),
}) satisfies z.ZodType<DateProblems>;

/** The report of `trend`. */
export const TREND_SHAPE = z.object({
  schema: z.literal(TREND_SCHEMA),
  tool: TOOL,
  run: RUN,
  by: z.enum(['day', 'week', 'month', 'year']).nullable().describe('Null where each input is a point.'),
  baseline: TEXT.nullable(),
  dates: DATES.nullable(),
  problems: CORPUS.shape.problems.pick({ total: true, byCode: true }),
  ...TREND.shape,
}) satisfies z.ZodType<TrendReport>;
