import { type Command, Option } from 'commander';
import { addOptions } from './command-options.ts';
import { effectiveOptions } from './effective-options.ts';
import { EXIT_CODES } from './exit-code.ts';
import { type OptionValues, READING_OPTIONS, RESOURCE_OPTIONS } from './option-table.ts';
import { checkOutput, writeOutput } from './output-file.ts';
import { progressBar } from './progress-bar.ts';
import { readPlan, resources } from './read-plan.ts';
import type { Session } from './session.ts';

const PROFILE_OPTIONS = [...READING_OPTIONS, ...RESOURCE_OPTIONS, 'no-text', 'quiet', 'no-progress'] as const;

/** Measures without judging, and writes the profile. */
export function addProfileCommand(program: Command, session: Session): void {
  const command = program.command('profile');
  command
    .summary('measure a corpus and write its mergeable profile')
    .description('Measures a corpus without judging it, and writes the mergeable profile.')
    .argument('<input...>', 'files, folders, globs or - for standard input, read as one corpus')
    .addOption(profileOutput());
  addOptions(command, PROFILE_OPTIONS)
    .option('--config <file>', 'take options from a YAML file with their long names; the command line wins')
    .addHelpText('after', '\nExample:\n  heteroglossia profile "2026-03/*.jsonl" -o march.profile')
    .action(async (inputs: string[], { output }: { output: string }) => {
      const values = await effectiveOptions(command, PROFILE_OPTIONS);
      session.finish(await writeProfile(inputs, values, { output, session }));
    });
}

/** The option of the commands that write a profile. */
export function profileOutput(): Option {
  return new Option(
    '-o, --output <path>',
    'where the profile goes; - is standard output',
  ).makeOptionMandatory();
}

async function writeProfile(
  inputs: readonly string[],
  values: OptionValues,
  { output, session }: { readonly output: string; readonly session: Session },
): Promise<number> {
  await checkOutput(output, inputs, session.signal);
  const progress = await progressBar(values);
  try {
    const { profileInputs } = await import('../jobs/profile-job.ts');
    const { bytes, lost } = await profileInputs(readPlan(inputs, values), {
      ...resources(values),
      signal: session.signal,
      onProgress: progress.update,
      onNote: progress.note,
      noText: values['no-text'] === true,
    });
    session.signal.throwIfAborted();
    progress.stop();
    await (output === '-' ? session.stdout.write(bytes) : writeOutput(output, bytes));
    return lost.length > 0 ? EXIT_CODES.incomplete : EXIT_CODES.fine;
  } finally {
    progress.stop();
  }
}
