import { z } from 'zod';
import { mondayOfWeek } from '../calendar-week.ts';
import { isSeriesName, SERIES_NAME_RULE } from '../history/history.ts';
import { optionSchema, pathsSchema } from './option-schema.ts';
import {
  AUDIT_OPTIONS,
  COMPARE_OPTIONS,
  type OptionName,
  type OptionValues,
  TREND_OPTIONS,
  WEEKLY_OPTIONS,
} from './option-table.ts';

/** A job written down: what would stand on the command line. Paths are relative to the current folder, as there. */
export type Job = AuditJob | CompareJob | TrendJob | WeeklyJob;

interface EveryJob {
  /** In a list of jobs, what it is called in the summary. */
  readonly name?: string;
  readonly options: OptionValues;
}

interface AuditJob extends EveryJob {
  readonly job: 'audit';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Each version may be several inputs, which are added together. */
interface CompareJob extends EveryJob {
  readonly job: 'compare';
  readonly baseline: readonly string[];
  readonly candidate: readonly string[];
  readonly outputs: readonly string[];
}

/** Each input is a point, or each period of them all. */
interface TrendJob extends EveryJob {
  readonly job: 'trend';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** This week’s batch, in whose inputs `{week}` stands for the week. */
export interface WeeklyJob extends EveryJob {
  readonly job: 'weekly';
  readonly inputs: readonly string[];
  /** Absent: the first week of the series. */
  readonly baseline?: readonly string[];
  readonly history: string;
  /** The folder in which the reports and the index of all weeks are kept. */
  readonly reports: string;
  readonly series?: string;
  /** Absent: the present week. */
  readonly week?: string;
}

/** What the keys of a job may be. */
interface JobRule {
  readonly schema: z.ZodType<Job>;
  readonly keys: readonly string[];
  readonly options: readonly OptionName[];
}

/** These have keys of their own, or belong to a week. */
const APART: readonly OptionName[] = ['output', 'week', 'series', 'history'];
const PIPELINE_OPTIONS = AUDIT_OPTIONS.filter((name) => name !== 'output');
const COMPARE_PIPELINE_OPTIONS = COMPARE_OPTIONS.filter((name) => !APART.includes(name));
const TREND_PIPELINE_OPTIONS = TREND_OPTIONS.filter((name) => name !== 'output');
const PATHS = 'a list of paths, globs or -';
const KNOWN_JOBS = 'audit, compare, trend or weekly';

const outputs = pathsSchema('a list of paths').default([]);
const inputs = pathsSchema(PATHS);
const name = z.string({ error: 'a name' }).min(1, { error: 'a name' }).exactOptional();

function jobName<Name extends Job['job']>(kind: Name): z.ZodLiteral<Name> {
  return z.literal(kind, { error: KNOWN_JOBS });
}

function keysError(shape: object): { readonly error: string } {
  const keys = Object.keys(shape);
  return { error: `the keys ${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}` };
}

const AUDIT_SHAPE = {
  job: jobName('audit'),
  name,
  inputs,
  options: optionSchema(PIPELINE_OPTIONS).default({}),
  outputs,
};

const COMPARE_SHAPE = {
  job: jobName('compare'),
  name,
  baseline: inputs,
  candidate: inputs,
  options: optionSchema(COMPARE_PIPELINE_OPTIONS).default({}),
  outputs,
};

const TREND_SHAPE = {
  job: jobName('trend'),
  name,
  inputs,
  options: optionSchema(TREND_PIPELINE_OPTIONS).default({}),
  outputs,
};

const A_HISTORY = 'the path of a SQLite file, or postgres://user@host/database';
const A_FOLDER = 'the path of a folder';
const A_WEEK = 'an ISO week such as 2026-W12';

const WEEKLY_SHAPE = {
  job: jobName('weekly'),
  name,
  inputs,
  baseline: inputs.exactOptional(),
  history: z.string({ error: A_HISTORY }).min(1, { error: A_HISTORY }),
  reports: z.string({ error: A_FOLDER }).min(1, { error: A_FOLDER }),
  series: z
    .string({ error: SERIES_NAME_RULE })
    .refine(isSeriesName, { error: SERIES_NAME_RULE })
    .exactOptional(),
  week: z
    .string({ error: A_WEEK })
    .refine((week) => mondayOfWeek(week) !== null, { error: A_WEEK })
    .exactOptional(),
  options: optionSchema(WEEKLY_OPTIONS).default({}),
};

const RULES: Readonly<Record<Job['job'], JobRule>> = {
  audit: {
    schema: z.strictObject(AUDIT_SHAPE, keysError(AUDIT_SHAPE)),
    keys: Object.keys(AUDIT_SHAPE),
    options: PIPELINE_OPTIONS,
  },
  compare: {
    schema: z.strictObject(COMPARE_SHAPE, keysError(COMPARE_SHAPE)),
    keys: Object.keys(COMPARE_SHAPE),
    options: COMPARE_PIPELINE_OPTIONS,
  },
  trend: {
    schema: z.strictObject(TREND_SHAPE, keysError(TREND_SHAPE)),
    keys: Object.keys(TREND_SHAPE),
    options: TREND_PIPELINE_OPTIONS,
  },
  weekly: {
    schema: z.strictObject(WEEKLY_SHAPE, keysError(WEEKLY_SHAPE)),
    keys: Object.keys(WEEKLY_SHAPE),
    options: WEEKLY_OPTIONS,
  },
};

/** The rule of a job by what its key `job` holds; what names no job is held to the rule of an audit. */
export function jobRule(job: unknown): JobRule {
  const [, rule = RULES.audit] = Object.entries(RULES).find(([known]) => known === job) ?? [];
  return rule;
}
