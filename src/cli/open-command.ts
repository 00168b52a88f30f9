import type { Command } from 'commander';
import { addOptions, givenOptions } from './command-options.ts';
import type { Session } from './session.ts';

/** A report that was written as JSON, shown again. */
export function addOpenCommand(program: Command, session: Session): void {
  const command = program.command('open');
  command
    .summary('show a JSON report as a page in the browser')
    .description('Makes a page of a JSON report, prints its path and opens it in the browser.')
    .argument(
      '<report>',
      'a report that was written as JSON, of an audit, a comparison, a series or all weeks',
    );
  addOptions(command, ['output'], {
    output: 'write it here, as the ending says, instead of beside the report; repeatable',
  })
    .option('--no-open', 'only print the path')
    .addHelpText('after', HELP)
    .action(async (path: string, { open }: { readonly open: boolean }) => {
      const { runOpen } = await import('./open-run.ts');
      session.finish(await runOpen(path, givenOptions(command, ['output']), { session, opens: open }));
    });
}

const HELP = `
The page is written beside the report. Where a file of its name is there already, or nothing can be written, it goes
to a folder for temporary files. A browser is opened only from a terminal.

Examples:
  heteroglossia open report.json
  heteroglossia open changes.json --no-open
  heteroglossia open report.json -o report.md`;
