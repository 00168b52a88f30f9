import { z } from 'zod';
import type { Finding } from '../../audits/runner.ts';
import type { Verdict } from '../../audits/verdict.ts';
import { REPORT_SCHEMA, type Report, type SliceCoverage, type SliceResult } from '../report.ts';
import { COMPARISON_FACTS } from './comparison-shape.ts';
import {
  CAUSE,
  CORPUS,
  COUNT,
  DETAILS,
  EVIDENCE,
  INTERVAL,
  NUMBER,
  QUANTITY,
  RUN,
  TEXT,
  TOOL,
} from './shapes.ts';
import { WEEK } from './week-shape.ts';

const VERDICT = z.object({
  level: z.enum(['heteroglossic', 'narrowing', 'monologic', 'insufficient-data']),
  homogeneity: QUANTITY.nullable().describe('0 to 100, higher is more alike; null below 5 documents.'),
  decidedBy: z.array(TEXT).readonly(),
  provisional: z.boolean(),
  scale: z
    .array(
      z.object({
        name: TEXT,
        voices: z.enum(['many', 'one']).nullable(),
        documents: COUNT,
        value: NUMBER,
        interval: INTERVAL,
      }),
    )
    .readonly()
    .describe('Corpora of known kinds, least alike first.'),
  causes: z
    .array(
      z.object({
        cause: CAUSE,
        summary: TEXT,
        remedy: TEXT,
        relief: NUMBER.nullable(),
        audits: z.array(TEXT).readonly(),
        evidence: z.array(EVIDENCE).readonly(),
      }),
    )
    .readonly(),
  warnings: z
    .array(
      z.object({
        code: z.enum([
          'small-sample',
          'many-problems',
          'duplicates-present',
          'boilerplate-present',
          'mixed-languages',
          'word-salad',
          'undecided',
          'script-not-calibrated',
          'short-documents',
        ]),
        summary: TEXT,
      }),
    )
    .readonly(),
}) satisfies z.ZodType<Verdict>;

const FINDING = z.object({
  title: TEXT,
  outcome: z.enum(['passed', 'failed', 'informative', 'not-applicable', 'error']),
  quantity: QUANTITY.nullable(),
  reason: TEXT,
  evidence: z.array(EVIDENCE).readonly(),
  details: DETAILS,
}) satisfies z.ZodType<Finding>;

const SLICED_BY = z.enum(['source', 'period', 'label']);

const SLICE = z.object({
  by: SLICED_BY,
  name: TEXT,
  documents: COUNT,
  tokens: COUNT,
  exact: z.boolean(),
}) satisfies z.ZodType<SliceResult>;

const COVERAGE = z.object({
  by: SLICED_BY,
  names: COUNT,
  exact: z.boolean(),
  listed: COUNT,
}) satisfies z.ZodType<SliceCoverage>;

/** The report of `audit`. */
export const REPORT_SHAPE = z.object({
  schema: z.literal(REPORT_SCHEMA),
  tool: TOOL,
  run: RUN,
  corpus: CORPUS,
  verdict: VERDICT,
  audits: z.record(TEXT, FINDING).readonly(),
  slices: z.array(SLICE).readonly(),
  sliceCoverage: z.array(COVERAGE).readonly(),
  week: WEEK.exactOptional().describe('In a series of weeks.'),
  comparison: COMPARISON_FACTS.exactOptional().describe('Against the baseline, where one was given.'),
}) satisfies z.ZodType<Report>;
