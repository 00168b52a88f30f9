import { z } from 'zod';
import { optionSchema, pathsSchema } from './option-schema.ts';
import { AUDIT_OPTIONS, type OptionValues } from './option-table.ts';
import { readYamlFile } from './yaml-file.ts';

/** A job written down: what would stand on the command line. Paths are relative to the current folder, as there. */
export interface Pipeline {
  readonly job: 'audit';
  readonly inputs: readonly string[];
  readonly options: OptionValues;
  readonly outputs: readonly string[];
}

/** Outputs have a key of their own. */
const PIPELINE_OPTIONS = AUDIT_OPTIONS.filter((name) => name !== 'output');

const PIPELINE_SCHEMA: z.ZodType<Pipeline> = z.strictObject(
  {
    job: z.literal('audit', { error: 'audit' }),
    inputs: pathsSchema('a list of paths, globs or -'),
    options: optionSchema(PIPELINE_OPTIONS).default({}),
    outputs: pathsSchema('a list of paths').default([]),
  },
  { error: 'the keys job, inputs, options and outputs' },
);

export function readPipelineFile(path: string): Promise<Pipeline> {
  return readYamlFile(path, {
    schema: PIPELINE_SCHEMA,
    knownKeys: ([first]) =>
      first === 'options' ? PIPELINE_OPTIONS : ['job', 'inputs', 'options', 'outputs'],
  });
}
