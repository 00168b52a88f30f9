import type { Details } from '../audits/audit.ts';
import type { ReadPlan, RunOptions } from '../engine/engine.ts';
import { DEFAULT_FIELDS } from '../formats/format.ts';
import { bytesOf } from './byte-size.ts';
import { type OptionValues, READING_OPTIONS } from './option-table.ts';

type Resources = Pick<RunOptions, 'workers' | 'memory' | 'checkpoint'>;

/** How the inputs are to be read, from the options. */
export function readPlan(inputs: readonly string[], values: OptionValues): ReadPlan {
  const text = values['text-field'];
  const format = values['input-format'];
  return {
    inputs,
    ...(format === undefined ? {} : { format }),
    fields: {
      ...(text === undefined ? {} : { text }),
      id: values['id-field'] ?? DEFAULT_FIELDS.id,
      source: values['source-field'] ?? DEFAULT_FIELDS.source,
      date: values['date-field'] ?? DEFAULT_FIELDS.date,
      label: values['label-field'] ?? DEFAULT_FIELDS.label,
    },
    split: values.split ?? 'document',
    ...(values.limit === undefined ? {} : { limit: values.limit }),
    ...(values['max-document'] === undefined
      ? {}
      : { maximumDocumentBytes: bytesOf(values['max-document']) }),
  };
}

/** What a job may use, from the options. */
export function resources({ workers, memory, checkpoint }: OptionValues): Resources {
  return {
    ...(workers === undefined ? {} : { workers }),
    ...(memory === undefined ? {} : { memory: bytesOf(memory) }),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}

/** The options that bear on the figures, as the report repeats them. */
export function reportedOptions(values: OptionValues): Details {
  const names = [...READING_OPTIONS, 'by', 'reference', 'baseline', 'fail-on'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
