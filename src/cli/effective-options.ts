import type { Command } from 'commander';
import { givenOptions } from './command-options.ts';
import type { OptionName, OptionValues } from './option-table.ts';

/** The options of the file named by `--config`, overruled by those of the command line. */
export async function effectiveOptions(
  command: Command,
  names: readonly OptionName[],
): Promise<OptionValues> {
  const given = givenOptions(command, names);
  const { config } = command.opts<{ config?: string }>();
  if (config === undefined) return given;
  const { readConfigFile } = await import('./config-file.ts');
  return { ...(await readConfigFile(config, names)), ...given };
}
