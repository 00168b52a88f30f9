import { z } from 'zod';
import type { Cause, Evidence, Json } from '../../audits/audit.ts';
import { PROBLEM_KINDS, type ProblemCode } from '../../problem.ts';
import type { Quantity, Unit } from '../../statistics/quantity.ts';
import type { CorpusFacts, RunFacts } from '../report.ts';

/** Shapes that audits and comparisons have in common. They take fields that they do not know, which are left out. */

export const TEXT = z.string();
/** More than anything that is counted; sums and scales of such numbers are still finite, and JSON can write others. */
const LARGEST = 1e18;
export const NUMBER = z.number().min(-LARGEST).max(LARGEST);
export const COUNT = z.number().nonnegative().max(LARGEST);

export const INTERVAL = z.tuple([NUMBER, NUMBER]).readonly().describe('The 95 % interval, low and high.');

const UNIT = z.enum([
  'documents',
  'tokens',
  'types',
  'share',
  'per-million',
  'ratio',
  'points',
  'tokens-per-sentence',
]) satisfies z.ZodType<Unit>;

export const CAUSE = z.enum([
  'exact-duplicates',
  'near-duplicates',
  'boilerplate',
  'templates',
  'phrase-stock',
  'shared-openings',
  'uniform-rhythm',
  'repetition',
  'narrow-vocabulary',
  'one-voice',
  'dominant-source',
]) satisfies z.ZodType<Cause>;

export const QUANTITY = z
  .object({
    value: NUMBER,
    unit: UNIT,
    interval: INTERVAL.exactOptional(),
    documents: COUNT,
  })
  .describe(
    'A number with its unit, its interval (absent for exact counts) and the documents behind it.',
  ) satisfies z.ZodType<Quantity>;

export const EVIDENCE = z
  .object({ quote: TEXT, count: COUNT, documents: z.array(TEXT).readonly() })
  .describe('Words of the corpus, and the documents that hold them.') satisfies z.ZodType<Evidence>;

const JSON_VALUE: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), NUMBER, TEXT, z.array(JSON_VALUE).readonly(), z.record(TEXT, JSON_VALUE)]),
);

/** Figures that only some readers know. */
export const DETAILS = z.record(TEXT, JSON_VALUE);

export const TOOL = z.object({ name: z.literal('heteroglossia'), version: TEXT });

export const RUN = z
  .object({
    inputs: z.array(TEXT).readonly(),
    options: DETAILS,
    planDigest: TEXT,
    startedAt: TEXT.describe('ISO 8601, UTC.'),
    seconds: COUNT,
  })
  .describe('The only part that may differ between equal runs.') satisfies z.ZodType<RunFacts>;

// The keys of a literal are its own.
const PROBLEM_CODE = z.enum(Object.keys(PROBLEM_KINDS) as [ProblemCode, ...ProblemCode[]]);

export const CORPUS = z.object({
  documents: COUNT,
  tokens: COUNT,
  types: COUNT,
  bytes: COUNT.describe('Of decompressed text.'),
  unspacedShare: NUMBER.min(0).max(1),
  holdsText: z.boolean(),
  problems: z.object({
    total: COUNT,
    byCode: z.partialRecord(PROBLEM_CODE, COUNT),
    examples: z
      .array(
        z.object({
          code: PROBLEM_CODE,
          uri: TEXT,
          line: COUNT.nullable(),
          message: TEXT,
          excerpt: TEXT,
        }),
      )
      .readonly(),
  }),
}) satisfies z.ZodType<CorpusFacts>;
