import { z } from 'zod';
import type { LostWord } from '../../audits/reference-tail.ts';
import type {
  AttributedSlice,
  ComparisonVerdict,
  Difference,
  DocumentChanges,
  TailChange,
  WordDrift,
} from '../../compare/comparison.ts';
import { COMPARISON_SCHEMA, type ComparisonReport } from '../comparison-report.ts';
import type { ComparisonFacts } from '../report.ts';
import { CAUSE, CORPUS, COUNT, EVIDENCE, INTERVAL, NUMBER, QUANTITY, RUN, TEXT, TOOL } from './shapes.ts';

const CHANCE = NUMBER.min(0).max(1);

const VERDICT = z.object({
  direction: z.enum(['narrowed', 'unchanged', 'widened', 'insufficient-data']),
  summary: TEXT,
  narrowing: z
    .object({
      value: NUMBER,
      unit: z.literal('points'),
      interval: INTERVAL.nullable(),
      interval99: INTERVAL.nullable(),
      homogeneity: NUMBER,
      tail: NUMBER,
      smallest: NUMBER,
    })
    .nullable(),
  exchanged: z
    .object({
      value: NUMBER,
      unit: z.literal('points'),
      interval: INTERVAL.nullable(),
      interval99: INTERVAL.nullable(),
      went: COUNT,
      came: COUNT,
    })
    .nullable()
    .describe('By how many points the texts that came are more alike among themselves than those that went.'),
  detectable: z
    .object({ share: NUMBER, range: z.tuple([NUMBER, NUMBER]).readonly(), summary: TEXT })
    .nullable(),
  causes: z
    .array(
      z.object({
        cause: CAUSE,
        summary: TEXT,
        remedy: TEXT,
        points: NUMBER.nullable(),
        audits: z.array(TEXT).readonly(),
        evidence: z.array(EVIDENCE).readonly(),
      }),
    )
    .readonly(),
  warnings: z.array(z.object({ code: TEXT, summary: TEXT })).readonly(),
}) satisfies z.ZodType<ComparisonVerdict>;

const DIFFERENCE = z.object({
  title: TEXT,
  baseline: QUANTITY,
  candidate: QUANTITY,
  difference: z.object({ value: NUMBER, interval: INTERVAL.nullable(), adjustedP: CHANCE.nullable() }),
  direction: z.enum(['narrowed', 'unchanged', 'widened', 'changed']),
  effect: TEXT,
}) satisfies z.ZodType<Difference>;

const LOST_WORD = z.object({
  word: TEXT.nullable(),
  count: COUNT,
  documents: COUNT,
  expectedDocuments: COUNT,
  adjustedP: CHANCE,
}) satisfies z.ZodType<LostWord>;

const TAIL = z.object({
  survived: QUANTITY,
  expected: QUANTITY,
  effect: TEXT,
  bands: z
    .array(
      z.object({
        from: COUNT,
        to: COUNT,
        types: COUNT,
        survived: NUMBER,
        expected: NUMBER,
        difference: z.object({ value: NUMBER, interval: INTERVAL.nullable() }),
      }),
    )
    .readonly(),
  lostWords: z.array(LOST_WORD).readonly(),
  lost: COUNT,
  newWords: z.array(LOST_WORD).readonly(),
  gained: COUNT,
}) satisfies z.ZodType<TailChange>;

const DOCUMENTS = z.object({
  unchanged: COUNT,
  added: COUNT,
  removed: COUNT,
  edited: COUNT,
  exact: z.boolean(),
  edits: z.array(z.object({ id: TEXT, before: TEXT, after: TEXT, removed: TEXT, added: TEXT })).readonly(),
  addedLikeness: z
    .object({
      kept: QUANTITY,
      added: QUANTITY,
      difference: z.object({ value: NUMBER, interval: INTERVAL.nullable() }),
    })
    .nullable(),
}) satisfies z.ZodType<DocumentChanges>;

const ATTRIBUTED = z.object({
  by: z.enum(['source', 'period', 'label']),
  slice: TEXT,
  within: NUMBER,
  between: NUMBER,
  mix: NUMBER,
  total: NUMBER,
  interval: INTERVAL.nullable(),
  share: NUMBER.nullable(),
}) satisfies z.ZodType<AttributedSlice>;

const WORD_DRIFT = z.object({
  alarm: z.boolean(),
  tested: COUNT,
  windowWords: COUNT,
  rose: COUNT,
  fell: COUNT,
  words: z
    .array(
      z.object({
        word: TEXT.nullable(),
        baseline: COUNT.describe('Documents per million that hold it.'),
        candidate: COUNT,
        ratio: COUNT,
        adjustedP: CHANCE,
      }),
    )
    .readonly(),
}) satisfies z.ZodType<WordDrift>;

/** What two versions say about each other. */
export const COMPARISON_FACTS = z.object({
  baseline: CORPUS,
  candidate: CORPUS,
  verdict: VERDICT,
  differences: z.record(TEXT, DIFFERENCE).readonly(),
  tail: TAIL.nullable(),
  documents: DOCUMENTS,
  accumulation: z.enum(['accumulated', 'replaced', 'mixed', 'unrelated']),
  attribution: z.array(ATTRIBUTED).readonly(),
  wordDrift: WORD_DRIFT,
}) satisfies z.ZodType<ComparisonFacts>;

/** The report of `compare`. */
export const COMPARISON_SHAPE = z.object({
  schema: z.literal(COMPARISON_SCHEMA),
  tool: TOOL,
  run: RUN,
  ...COMPARISON_FACTS.shape,
}) satisfies z.ZodType<ComparisonReport>;
