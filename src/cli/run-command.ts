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
      const pipeline = await readPipelineFile(path);
      const values = { ...pipeline.options, output: pipeline.outputs, ...given };
      if (pipeline.job === 'compare') {
        const { runCompare } = await import('./compare-run.ts');
        session.finish(await runCompare(pipeline, values, session));
        return;
      }
      const { runAudit } = await import('./audit-run.ts');
      session.finish(await runAudit(pipeline.inputs, values, session));
    });
}

const HELP = `
A pipeline file:
  job: audit
  inputs: [corpus.jsonl]
  options: { text-field: body, fail-on: narrowing }
  outputs: [report.json, report.md]

One of two versions:
  job: compare
  baseline: [monday.profile]
  candidate: [tuesday.jsonl]
  outputs: [changes.md]

Example:
  heteroglossia run pipelines/audit.yaml`;
