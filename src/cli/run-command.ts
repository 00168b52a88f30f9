import type { Command } from 'commander';
import { addOptions, givenOptions } from './command-options.ts';
import { AUDIT_OPTIONS, type OptionName } from './option-table.ts';
import type { Session } from './session.ts';

/** What any job takes. */
const RUN_OPTIONS: readonly OptionName[] = [...AUDIT_OPTIONS, 'by'];

/** Runs a job that is written down in a file. */
export function addRunCommand(program: Command, session: Session): void {
  const command = program.command('run');
  command
    .summary('run a pipeline file')
    .description(
      'Runs a job, or several, written down in a YAML file. Options given here win over those in the file.',
    )
    .argument('<pipeline>', 'a YAML file; its paths are relative to the current folder');
  addOptions(command, RUN_OPTIONS)
    .addHelpText('after', HELP)
    .action(async (path: string) => {
      const given = givenOptions(command, RUN_OPTIONS);
      const { readPipelineFile } = await import('./pipeline-file.ts');
      const pipeline = await readPipelineFile(path);
      if ('job' in pipeline) {
        const { runJob } = await import('./job-run.ts');
        session.finish(await runJob(pipeline.job, given, session));
        return;
      }
      const { runQueue } = await import('./queue-run.ts');
      session.finish(await runQueue(pipeline, given, session));
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

One of a week, followed in a history:
  job: weekly
  inputs: ["batches/{week}/*.jsonl"]
  history: weeks.sqlite
  reports: reports

Several, two side by side:
  parallel: 2
  jobs:
    - { job: audit, inputs: [news.jsonl], outputs: [news.html] }
    - { job: audit, inputs: [forum.jsonl], outputs: [forum.html] }

Example:
  heteroglossia run pipelines/audit.yaml`;
