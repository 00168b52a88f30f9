import type { OptionValues } from './option-table.ts';

/**
 * Puts annotations on standard error where the program runs in GitHub Actions, whose runner reads both streams, and a
 * report for people is wanted.
 */
export async function annotate({ json, quiet }: OptionValues, textOf: () => Promise<string>): Promise<void> {
  if (process.env['GITHUB_ACTIONS'] !== 'true' || json === true || quiet === true) return;
  process.stderr.write(await textOf());
}
