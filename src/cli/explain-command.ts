import type { Command } from 'commander';
import type { Audit } from '../audits/audit.ts';
import { displayWidth, padText, truncateText, wrapText } from '../report/display-width.ts';
import { EXIT_CODES } from './exit-code.ts';
import { unknownName } from './nearest-name.ts';
import type { Session } from './session.ts';

const WIDTH = 80;
const LABEL_COLUMNS = 10;

/** Says what an audit measures, why it matters, how to read it and where it comes from. */
export function addExplainCommand(program: Command, session: Session): void {
  program
    .command('explain')
    .summary('say what an audit measures and how to read it')
    .description('Says what an audit measures, why it matters, how to read it, and its source.')
    .argument('[audit]', 'the id of an audit; without it all are listed')
    .addHelpText('after', '\nExample:\n  heteroglossia explain cross-document-overlap')
    .action(async (id: string | undefined) => {
      const { AUDITS } = await import('../audits/registry.ts');
      const audits = new Map<string, Audit>(Object.entries(AUDITS));
      await session.stdout.write(id === undefined ? listOf(audits) : await explanationOf(id, audits));
      session.finish(EXIT_CODES.fine);
    });
}

function listOf(audits: ReadonlyMap<string, Audit>): string {
  const widest = Math.max(0, ...[...audits.keys()].map(displayWidth));
  const lines = [...audits].map(([id, { explanation }]) => {
    const [sentence = ''] = explanation.measures.split(/(?<=[.:]) /u);
    return `${padText(id, widest)}  ${truncateText(sentence.replace(/[.:]$/u, ''), WIDTH - widest - 2)}\n`;
  });
  return lines.join('');
}

async function explanationOf(id: string, audits: ReadonlyMap<string, Audit>): Promise<string> {
  const audit = audits.get(id);
  if (audit === undefined) throw await unknownName('audit', id, [...audits.keys()]);
  const { measures, matters, reading, source } = audit.explanation;
  const states = audit.title === audit.failureTitle ? audit.title : `${audit.title} / ${audit.failureTitle}`;
  const parts = [
    ['Measures', measures],
    ['Matters', matters],
    ['Reading', reading],
    ['Source', source],
  ] as const;
  return `${[...wrapText(`${id}: ${states}`, WIDTH), ...parts.flatMap(partLines)].join('\n')}\n`;
}

function partLines([label, text]: readonly [label: string, text: string]): string[] {
  return [
    '',
    ...wrapText(text, WIDTH - LABEL_COLUMNS).map(
      (line, row) => padText(row === 0 ? label : '', LABEL_COLUMNS) + line,
    ),
  ];
}
