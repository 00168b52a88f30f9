import type { Command } from 'commander';
import type { JudgedCase } from '../jobs/evaluate-job.ts';
import { printableText } from '../report/printable-text.ts';
import { EXIT_CODES } from './exit-code.ts';
import type { Session } from './session.ts';

const EVALUATION_SCHEMA = 'heteroglossia-evaluation/1';
const HELP = `
Exit codes: 0 every case that can be judged passes, 1 one fails, 2 it could not run.

Example:
  heteroglossia evaluate cases/cases.json`;

/** Judges labelled cases: a line each, and a summary. */
export function addEvaluateCommand(program: Command, session: Session): void {
  program
    .command('evaluate')
    .summary('judge labelled cases, a line each')
    .description(
      'Audits the files of labelled cases and says for each case the figure that decided, and whether it passes.',
    )
    .argument('<cases.json>', 'a JSON file with a list of cases; their files are relative to its folder')
    .option('--json', 'print the results as JSON and nothing else')
    .addHelpText('after', HELP)
    .action(async (path: string, { json = false }: { readonly json?: boolean }) => {
      const { evaluateCases } = await import('../jobs/evaluate-job.ts');
      const onCase = async (judged: JudgedCase): Promise<void> => {
        if (!json) await session.stdout.write(lineOf(judged));
      };
      const cases = await evaluateCases(path, { signal: session.signal, onCase });
      const summary = summaryOf(cases);
      const { jsonLine } = await import('../report/json.ts');
      const text = json
        ? `${jsonLine({ schema: EVALUATION_SCHEMA, summary, cases })}\n`
        : sentenceOf(summary);
      await session.stdout.write(text);
      session.finish(summary.failed > 0 ? EXIT_CODES.failed : EXIT_CODES.fine);
    });
}

interface Summary {
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly unjudged: number;
}

function lineOf({ outcome, kind, name, figure }: JudgedCase): string {
  const mark = { passed: 'pass', failed: 'FAIL', unjudged: 'cannot be judged' }[outcome];
  return `${mark}  ${printableText(`${kind} ${name}: ${figure}`)}\n`;
}

function summaryOf(cases: readonly JudgedCase[]): Summary {
  const number = (outcome: JudgedCase['outcome']): number =>
    cases.filter((judged) => judged.outcome === outcome).length;
  return {
    cases: cases.length,
    passed: number('passed'),
    failed: number('failed'),
    unjudged: number('unjudged'),
  };
}

function sentenceOf({ cases, passed, failed, unjudged }: Summary): string {
  const rest = unjudged === 0 ? '' : `, ${unjudged} cannot be judged by this version`;
  return `${passed} of ${cases} cases pass, ${failed} fail${rest}.\n`;
}
