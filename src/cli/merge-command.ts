import type { Command } from 'commander';
import { EXIT_CODES } from './exit-code.ts';
import { checkOutput, writeOutput } from './output-file.ts';
import { profileOutput } from './profile-command.ts';
import type { Session } from './session.ts';

/** Adds profiles together. */
export function addMergeCommand(program: Command, session: Session): void {
  program
    .command('merge')
    .summary('add profiles together')
    .description('Adds profiles together: the result is byte for byte the profile of all their inputs.')
    .argument('<profile...>', 'profiles made by "heteroglossia profile"')
    .addOption(profileOutput())
    .addHelpText(
      'after',
      '\nExample:\n  heteroglossia merge january.profile february.profile -o winter.profile',
    )
    .action(async (paths: string[], { output }: { output: string }) => {
      // The output may be one of the profiles: all are read before it is replaced.
      if (output !== '-') await checkOutput(output, []);
      const { mergeProfileFiles } = await import('../jobs/merge-job.ts');
      const bytes = await mergeProfileFiles(paths);
      session.signal.throwIfAborted();
      await (output === '-' ? session.stdout.write(bytes) : writeOutput(output, bytes));
      session.finish(EXIT_CODES.fine);
    });
}
