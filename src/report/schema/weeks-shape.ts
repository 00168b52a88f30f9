import { z } from 'zod';
import type { WeekReports, WeeksIndex } from '../weeks-index.ts';
import { WEEKS_SCHEMA } from '../weeks-index.ts';
import { TEXT, TOOL } from './shapes.ts';
import { TREND } from './trend-shape.ts';

const REPORTS = z.object({
  week: TEXT,
  paths: z.array(TEXT).readonly().describe('Seen from the index.'),
}) satisfies z.ZodType<WeekReports>;

/** The index of all weeks that were reported. */
export const WEEKS_SHAPE = z.object({
  schema: z.literal(WEEKS_SCHEMA),
  tool: TOOL,
  series: TEXT,
  ...TREND.shape,
  reports: z.array(REPORTS).readonly(),
}) satisfies z.ZodType<WeeksIndex>;
