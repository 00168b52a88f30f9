import type { Command, CommanderError } from 'commander';
import { unknownName } from './nearest-name.ts';

/** A command line that cannot be carried out, with the command that found the fault. */
export interface Refusal {
  readonly error: CommanderError;
  readonly command: Command;
}

const NEEDED_ARGUMENTS = new Map([
  ['audit', 'Name at least one input: a file, a folder, a glob, or - for standard input.'],
  ['profile', 'Name at least one input: a file, a folder, a glob, or - for standard input.'],
  [
    'compare',
    'Name two versions, the baseline first: files, folders, globs, profiles or - for standard input.',
  ],
  ['tokenize', 'Name at least one input: a file, a folder, a glob, or - for standard input.'],
  ['merge', 'Name at least one profile to merge.'],
  ['evaluate', 'Name a file of labelled cases, such as cases.json.'],
  ['open', 'Name a report that was written as JSON, such as report.json.'],
  ['history', 'Say what to do, and with which history: heteroglossia history list weeks.sqlite.'],
  ['run', 'Name a pipeline file, such as pipelines/audit.yaml.'],
]);

/** The sentence that answers a faulty command line, null where help or the version was asked for and printed. */
export async function refusalText({ error, command }: Refusal): Promise<string | null> {
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null;
    case 'commander.unknownOption':
      return (await unknownName('option', quotedName(error), optionNames(command))).message;
    case 'commander.unknownCommand':
      return (await unknownName('command', quotedName(error), commandNames(command))).message;
    case 'commander.missingArgument':
      return NEEDED_ARGUMENTS.get(command.name()) ?? sentence(error);
    case 'commander.missingMandatoryOptionValue':
      return `Say where the profile goes, for example -o corpus.profile, or -o - for standard output.`;
    case 'commander.optionMissingArgument':
      return `The option ${quotedName(error)} needs a value.`;
    case 'commander.excessArguments':
      return `Too many arguments: "${command.name()}" takes ${command.registeredArguments.length}.`;
    default:
      return sentence(error);
  }
}

/** The name between the quotes of commander's message, without a value glued to it. */
function quotedName(error: CommanderError): string {
  return /'([^'=]*)/.exec(error.message)?.[1] ?? '';
}

function optionNames(command: Command): string[] {
  const names = command.options.flatMap((option) => option.long ?? []);
  return [...names, '--help'];
}

function commandNames(command: Command): string[] {
  return command.commands.map((known) => known.name());
}

function sentence(error: CommanderError): string {
  return error.message.replace(/^error: /, '');
}
