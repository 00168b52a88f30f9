import type { Command } from 'commander';
import { EXIT_CODES } from './exit-code.ts';
import { checkOutput, writeOutput } from './output-file.ts';
import { profileOutput } from './profile-command.ts';
import { tell } from './progress-bar.ts';
import type { Session } from './session.ts';

/** Adds profiles together. */
export function addMergeCommand(program: Command, session: Session): void {
  program
    .command('merge')
    .summary('add profiles together')
    .description('Adds profiles together: the result is byte for byte the profile of all their inputs.')
    .argument('<profile...>', 'profiles made by "heteroglossia profile", folders or globs of them')
    .addOption(profileOutput())
    .addHelpText(
      'after',
      '\nExample:\n  heteroglossia merge january.profile february.profile -o winter.profile',
    )
    .action(async (inputs: string[], { output }: { output: string }) => {
      const { findProfiles } = await import('./merge-inputs.ts');
      const { paths, wide } = await findProfiles(inputs, session.signal);
      // A profile that is named may be the output, for all are read before it is replaced. One that a folder or
      // a glob leads to is the sum of the last time, which would be counted again.
      await checkOutput(output, wide, session.signal);
      const { mergeProfileFiles } = await import('../jobs/merge-job.ts');
      const bytes = await mergeProfileFiles(paths, { onNote: tell, signal: session.signal });
      session.signal.throwIfAborted();
      await (output === '-' ? session.stdout.write(bytes) : writeOutput(output, bytes));
      session.finish(EXIT_CODES.fine);
    });
}
