import type { Command } from 'commander';
import { addOptions } from './command-options.ts';
import { effectiveOptions } from './effective-options.ts';
import { TREND_OPTIONS } from './option-table.ts';
import type { Session } from './session.ts';

/** A series of versions or periods in, its direction and its alarms out. */
export function addTrendCommand(program: Command, session: Session): void {
  const command = program.command('trend');
  command
    .summary('follow a series and say where it narrows')
    .description(
      'Follows a series: each input is a point in the order given, or with --by each period of one dated corpus. Gives the direction of the whole, and alarms with the rate at which they are false.',
    )
    .argument('<input...>', 'files, folders, globs, profiles or -');
  addOptions(command, TREND_OPTIONS, DESCRIPTIONS)
    .option('--config <file>', 'take options from a YAML file with their long names; the command line wins')
    .addHelpText('after', HELP)
    .action(async (inputs: readonly string[]) => {
      const values = await effectiveOptions(command, TREND_OPTIONS);
      const { runTrend } = await import('./trend-run.ts');
      session.finish(await runTrend(inputs, values, session));
    });
}

const DESCRIPTIONS = {
  output:
    'write a report there (.html, .json, .md, .xml for JUnit), repeatable; - is standard output, as Markdown',
  baseline: 'hold every point against this profile or input (default: the first point with enough documents)',
  'fail-on':
    'exit 1 where the series narrows or its last point has an alarm other than volume, or never: narrowed, never (default: narrowed)',
};

const HELP = `
Examples:
  heteroglossia trend 2026-W1*.profile --baseline 2025.profile
  heteroglossia trend posts.jsonl --by week --date-field created_at
  heteroglossia trend posts.jsonl --by month -o trend.html -o trend.json
  heteroglossia trend v1/ v2/ v3/ --json | jq .verdict.direction`;
