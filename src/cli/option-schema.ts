import { z } from 'zod';
import { isSizeFrom } from './byte-size.ts';
import {
  OPTION_TABLE,
  type OptionName,
  type OptionRule,
  type OptionValues,
  takenBy,
} from './option-table.ts';

/** The shape of a YAML mapping that holds options under their long names. */
export function optionSchema(names: readonly OptionName[]): z.ZodType<OptionValues> {
  const shape = Object.fromEntries(names.map((name) => [name, valueSchema(OPTION_TABLE[name]).optional()]));
  // The table gives every value the type of its option.
  return z.strictObject(shape, {
    error: 'options as "name: value" lines',
  });
}

/** One path, or a list of paths. */
export function pathsSchema(error: string): z.ZodType<string[]> {
  return z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.string({ error: 'a path' }).min(1, { error: 'a path' }), { error }).min(1, { error }),
  );
}

function valueSchema(rule: OptionRule): z.ZodType {
  const error = takenBy(rule);
  switch (rule.kind) {
    case 'text':
    case 'path':
      return z.string({ error }).min(1, { error });
    case 'size':
      return z.string({ error }).refine((text) => isSizeFrom(text, rule.least), { error });
    case 'count':
      return z.int({ error }).min(1, { error });
    case 'switch':
      return z.boolean({ error });
    case 'list':
      return pathsSchema(error);
    case 'choice':
      return z.enum([...(rule.choices ?? [])], { error });
  }
}
