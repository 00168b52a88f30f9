import type { Command } from 'commander';
import type { ReadingEnd } from '../engine/documents.ts';
import { PROBLEM_KINDS, type ProblemCode } from '../problem.ts';
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
      let lost: readonly ProblemCode[] = [];
      const onEnd = (end: ReadingEnd): void => {
        lost = end.lost;
      };
      const options = { signal: session.signal, onEnd };
      for await (const document of tokenizeInputs(readPlan(inputs, values), options)) {
        if (!(await session.stdout.write(`${jsonLine(document)}\n`))) break;
      }
      session.signal.throwIfAborted();
      if (lost.length > 0) process.stderr.write(`heteroglossia: ${lossText(lost)}\n`);
      session.finish(lost.length > 0 ? EXIT_CODES.incomplete : EXIT_CODES.fine);
    });
}

/** Unlike an audit, the lines on standard output cannot tell what is missing among them. */
function lossText(lost: readonly ProblemCode[]): string {
  return `Not everything could be read: ${lost.map((code) => `${PROBLEM_KINDS[code].title} (${code})`).join('; ')}.`;
}
