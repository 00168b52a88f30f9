import type { Command } from 'commander';
import { addOptions } from './command-options.ts';
import { effectiveOptions } from './effective-options.ts';
import { COMPARE_OPTIONS } from './option-table.ts';
import type { Session } from './session.ts';

/** Two versions of a dataset in, what changed out. */
export function addCompareCommand(program: Command, session: Session): void {
  const command = program.command('compare');
  command
    .summary('say how a new version of a dataset differs from an earlier one')
    .description(
      'Compares two versions of a dataset: whether the new one is more alike, what was lost, and why.',
    )
    .argument('<baseline>', 'the earlier version: a file, a folder, a glob, a profile or -')
    .argument('<candidate>', 'the new version, likewise');
  addOptions(command, COMPARE_OPTIONS, DESCRIPTIONS)
    .option('--config <file>', 'take options from a YAML file with their long names; the command line wins')
    .addHelpText('after', HELP)
    .action(async (baseline: string, candidate: string) => {
      const values = await effectiveOptions(command, COMPARE_OPTIONS);
      const { runCompare } = await import('./compare-run.ts');
      session.finish(await runCompare({ baseline: [baseline], candidate: [candidate] }, values, session));
    });
}

const DESCRIPTIONS = {
  'fail-on': 'exit 1 where the new version is narrowed, or never: narrowed, never (default: narrowed)',
};

const HELP = `
Examples:
  heteroglossia compare monday.profile tuesday.jsonl
  heteroglossia compare v1/ v2/ -o changes.html -o changes.json
  heteroglossia compare v1.profile v2.profile --json | jq .verdict.direction`;
