import { z } from 'zod';
import { optionSchema, pathsSchema } from './option-schema.ts';
import { AUDIT_OPTIONS, COMPARE_OPTIONS, type OptionValues } from './option-table.ts';
import { readYamlFile } from './yaml-file.ts';

/** A job written down: what would stand on the command line. Paths are relative to the current folder, as there. */
export type Pipeline = AuditPipeline | ComparePipeline;

interface AuditPipeline {
  readonly job: 'audit';
  readonly inputs: readonly string[];
  readonly options: OptionValues;
  readonly outputs: readonly string[];
}

/** Each version may be several inputs, which are added together. */
interface ComparePipeline {
  readonly job: 'compare';
  readonly baseline: readonly string[];
  readonly candidate: readonly string[];
  readonly options: OptionValues;
  readonly outputs: readonly string[];
}

/** Outputs have a key of their own. */
const PIPELINE_OPTIONS = AUDIT_OPTIONS.filter((name) => name !== 'output');
const COMPARE_PIPELINE_OPTIONS = COMPARE_OPTIONS.filter((name) => name !== 'output');
const PATHS = 'a list of paths, globs or -';
const OUTPUTS = pathsSchema('a list of paths').default([]);

const AUDIT_KEYS = ['job', 'inputs', 'options', 'outputs'];
const COMPARE_KEYS = ['job', 'baseline', 'candidate', 'options', 'outputs'];

const AUDIT_SCHEMA: z.ZodType<AuditPipeline> = z.strictObject(
  {
    job: z.literal('audit', { error: 'audit or compare' }),
    inputs: pathsSchema(PATHS),
    options: optionSchema(PIPELINE_OPTIONS).default({}),
    outputs: OUTPUTS,
  },
  { error: 'the keys job, inputs, options and outputs' },
);

const COMPARE_SCHEMA: z.ZodType<ComparePipeline> = z.strictObject(
  {
    job: z.literal('compare', { error: 'audit or compare' }),
    baseline: pathsSchema(PATHS),
    candidate: pathsSchema(PATHS),
    options: optionSchema(COMPARE_PIPELINE_OPTIONS).default({}),
    outputs: OUTPUTS,
  },
  { error: 'the keys job, baseline, candidate, options and outputs' },
);

/** What names its job is held to the keys of that job; everything else to those of an audit. */
const NAMED_SCHEMA = z.object({ job: z.unknown() }).catch({ job: undefined });

/** Reads and validates a pipeline file. Throws a `CorpusError` that names every fault with its line. */
export async function readPipelineFile(path: string): Promise<Pipeline> {
  const { job } = await readYamlFile(path, { schema: NAMED_SCHEMA, knownKeys: () => AUDIT_KEYS });
  if (job === 'compare')
    return readYamlFile(path, {
      schema: COMPARE_SCHEMA,
      knownKeys: ([first]) => (first === 'options' ? COMPARE_PIPELINE_OPTIONS : COMPARE_KEYS),
    });
  return readYamlFile(path, {
    schema: AUDIT_SCHEMA,
    knownKeys: ([first]) => (first === 'options' ? PIPELINE_OPTIONS : AUDIT_KEYS),
  });
}
