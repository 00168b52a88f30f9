import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { nearestName } from '../nearest-name.ts';
import { addOptions } from './command-options.ts';
import { effectiveOptions } from './effective-options.ts';
import { unknownName } from './nearest-name.ts';
import { AUDIT_OPTIONS } from './option-table.ts';
import type { Session } from './session.ts';

const NAME_LIKE_COMMAND = /^[\w-]+$/;

/** One corpus in, report out. It also runs where no command is named: `heteroglossia <input>`. */
export function addAuditCommand(program: Command, session: Session): void {
  const command = program.command('audit', { isDefault: true });
  command
    .summary('measure a corpus and say how alike its documents are, and why')
    .description('One corpus in, report out. "heteroglossia <input>" is short for it.')
    .argument('<input...>', 'files, folders, globs, profiles or - for standard input, read as one corpus');
  addOptions(command, AUDIT_OPTIONS)
    .option('--config <file>', 'take options from a YAML file with their long names; the command line wins')
    .addHelpText('after', HELP)
    .action(async (inputs: string[]) => {
      if (program.args[0] !== 'audit') await refuseMisspeltCommand(program, inputs[0] ?? '');
      const values = await effectiveOptions(command, AUDIT_OPTIONS);
      const { runAudit } = await import('./audit-run.ts');
      session.finish(await runAudit(inputs, values, session));
    });
}

const HELP = `
--fail-on insufficient also fails on a monologic corpus.

Examples:
  heteroglossia audit corpus.jsonl
  heteroglossia audit "crawl/**/*.jsonl.gz" --text-field content -o report.md
  zcat corpus.jsonl.gz | heteroglossia audit - --json | jq .verdict.level
  heteroglossia audit corpus.jsonl -o - >> summary.md`;

/** Without a named command the first word is an input, unless it is one letter away from a command. */
async function refuseMisspeltCommand(program: Command, word: string): Promise<void> {
  if (!NAME_LIKE_COMMAND.test(word) || word === '-' || existsSync(word)) return;
  const commands = program.commands.map((command) => command.name());
  if ((await nearestName(word, commands)) !== null)
    throw await unknownName('command or file', word, commands);
}
