import { z } from 'zod';
import type { PointEvidence } from '../../trend/series.ts';
import type { Alarm, TrendVerdict } from '../../trend/trend.ts';
import type { WeekFacts } from '../week-facts.ts';
import { COUNT, INTERVAL, NUMBER, TEXT } from './shapes.ts';

const TEXTS = z.array(TEXT).readonly();

const POINT_EVIDENCE = z.object({
  kind: z.enum(['narrowing', 'duplicates', 'word-drift']),
  summary: TEXT,
  quotes: TEXTS,
  documents: TEXTS,
  sources: TEXTS,
}) satisfies z.ZodType<PointEvidence>;

const ALARM = z.object({
  kind: z.enum(['narrowing', 'widening', 'word-drift', 'duplicates', 'volume']),
  measure: TEXT,
  chart: z.enum(['cusum', 'jump', 'words']),
  statistic: NUMBER,
  limit: NUMBER,
  since: TEXT,
  words: TEXTS,
  summary: TEXT,
  evidence: z.array(POINT_EVIDENCE).readonly(),
}) satisfies z.ZodType<Alarm>;

const TREND_VERDICT = z.object({
  direction: z.enum(['narrowing', 'stable', 'widening', 'insufficient-data']),
  slope: z.object({ value: NUMBER, interval: INTERVAL.nullable(), confidence: NUMBER }).nullable(),
  falseAlarmsPerYear: NUMBER,
  falseAlarmsPerPoint: NUMBER,
  pointsPerYear: NUMBER,
  summary: TEXT,
}) satisfies z.ZodType<TrendVerdict>;

/** Where a report stands in its series. */
export const WEEK = z.object({
  series: TEXT,
  name: TEXT,
  monday: TEXT,
  weeks: COUNT,
  baselineWeek: TEXT.nullable(),
  state: z.enum(['tested', 'learning', 'too-small', 'other-plan', 'no-figures']),
  alarms: z.array(ALARM).readonly(),
  verdict: TREND_VERDICT,
}) satisfies z.ZodType<WeekFacts>;
