import type { Command } from 'commander';
import { jsonLine } from '../report/json.ts';
import { addOptions } from './command-options.ts';
import { effectiveOptions } from './effective-options.ts';
import { EXIT_CODES } from './exit-code.ts';
import { READING_OPTIONS } from './option-table.ts';
import { readPlan } from './read-plan.ts';
import type { Session } from './session.ts';

/** Shows how text is cut: a JSON line a document. */
export function addTokenizeCommand(program: Command, session: Session): void {
  const command = program.command('tokenize');
  command
    .summary('show how text is cut, a JSON line a document')
    .description(
      'Prints a JSON line a document: its segments, which join to the text, its words as they are counted, its sentences.',
    )
    .argument('<input...>', 'files, folders, globs or - for standard input');
  addOptions(command, READING_OPTIONS)
    .option('--config <file>', 'take options from a YAML file with their long names; the command line wins')
    .addHelpText('after', '\nExample:\n  heteroglossia tokenize corpus.jsonl --limit 3')
    .action(async (inputs: string[]) => {
      const values = await effectiveOptions(command, READING_OPTIONS);
      const { tokenizeInputs } = await import('../jobs/tokenize-job.ts');
      for await (const document of tokenizeInputs(readPlan(inputs, values), { signal: session.signal })) {
        if (!(await session.stdout.write(`${jsonLine(document)}\n`))) break;
      }
      session.signal.throwIfAborted();
      session.finish(EXIT_CODES.fine);
    });
}
