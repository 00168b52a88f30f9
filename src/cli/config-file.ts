import { optionSchema } from './option-schema.ts';
import type { OptionName, OptionValues } from './option-table.ts';
import { readYamlFile } from './yaml-file.ts';

/** The options in a file given with `--config`. */
export function readConfigFile(path: string, names: readonly OptionName[]): Promise<OptionValues> {
  return readYamlFile(path, { schema: optionSchema(names), knownKeys: () => names });
}
