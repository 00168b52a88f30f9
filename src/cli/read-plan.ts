import type { Details } from '../audits/audit.ts';
import type { ReadPlan } from '../engine/engine.ts';
import { DEFAULT_FIELDS } from '../formats/format.ts';
import { type OptionValues, READING_OPTIONS } from './option-table.ts';

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
  };
}

/** The options that bear on the figures, as the report repeats them. */
export function reportedOptions(values: OptionValues): Details {
  const names = [...READING_OPTIONS, 'fail-on'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
