import type { Command } from 'commander';
import { addOptions, givenOptions } from './command-options.ts';
import { AUDIT_OPTIONS } from './option-table.ts';
import type { Session } from './session.ts';

/** Runs a job that is written down in a file. */
export function addRunCommand(program: Command, session: Session): void {
  const command = program.command('run');
  command
    .summary('run a pipeline file')
    .description(
      'Runs a job that is written down in a YAML file. Options given here win over those in the file.',
    )
    .argument('<pipeline>', 'a YAML file; its paths are relative to the current folder');
  addOptions(command, AUDIT_OPTIONS)
    .addHelpText('after', HELP)
    .action(async (path: string) => {
      const given = givenOptions(command, AUDIT_OPTIONS);
      const { readPipelineFile } = await import('./pipeline-file.ts');
      const { inputs, options, outputs } = await readPipelineFile(path);
      const { runAudit } = await import('./audit-run.ts');
      session.finish(await runAudit(inputs, { ...options, output: outputs, ...given }, session));
    });
}

const HELP = `
A pipeline file:
  job: audit
  inputs: [corpus.jsonl]
  options: { text-field: body, fail-on: narrowing }
  outputs: [report.json, report.md]

Example:
  heteroglossia run pipelines/audit.yaml`;
