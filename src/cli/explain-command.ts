import type { Command } from 'commander';
import type { Audit, Explanation } from '../audits/audit.ts';
import type { Measure, MeasureExplanation } from '../measures/measure.ts';
import { displayWidth, padText, truncateText, wrapText } from '../report/display-width.ts';
import { EXIT_CODES } from './exit-code.ts';
import { unknownName } from './nearest-name.ts';
import type { Session } from './session.ts';

const WIDTH = 80;
const LABEL_COLUMNS = 10;
const INDENT = 2;

/** What can be explained. An audit and a measure may have one id: the audit is told first. */
interface Explained {
  readonly audits: ReadonlyMap<string, Audit>;
  readonly measures: ReadonlyMap<string, Measure>;
  /** Parts of a comparison. */
  readonly comparisons: ReadonlyMap<string, { readonly explanation: Explanation }>;
  /** Parts of a series. */
  readonly series: ReadonlyMap<string, { readonly explanation: Explanation }>;
}

/** Says what an audit or a measure is, how it is computed and read, what moves it, and when it is silent. */
export function addExplainCommand(program: Command, session: Session): void {
  program
    .command('explain')
    .summary('say what an audit or a measure is and how to read it')
    .description(
      'Says of an audit or a measure what it is, its formula, how to read it, what moves it, when it is silent, and its source.',
    )
    .argument('[id]', 'the id of an audit or of a measure; without it all are listed')
    .addHelpText('after', '\nExample:\n  heteroglossia explain cross-document-overlap')
    .action(async (id: string | undefined) => {
      const { AUDITS } = await import('../audits/registry.ts');
      const { MEASURES } = await import('../measures/registry.ts');
      const { COMPARISON_EXPLANATIONS } = await import('../compare/explanations.ts');
      const { TREND_EXPLANATIONS } = await import('../trend/explanations.ts');
      const explained = {
        audits: new Map<string, Audit>(Object.entries(AUDITS)),
        measures: new Map<string, Measure>(Object.entries(MEASURES)),
        comparisons: partsByName(COMPARISON_EXPLANATIONS),
        series: partsByName(TREND_EXPLANATIONS),
      };
      await session.stdout.write(id === undefined ? listOf(explained) : await explanationOf(id, explained));
      session.finish(EXIT_CODES.fine);
    });
}

function partsByName(explanations: Readonly<Record<string, Explanation>>): Explained['comparisons'] {
  return new Map(Object.entries(explanations).map(([part, explanation]) => [part, { explanation }]));
}

function listOf({ audits, measures, comparisons, series }: Explained): string {
  const widest = Math.max(
    0,
    ...[...audits.keys(), ...measures.keys(), ...comparisons.keys(), ...series.keys()].map(displayWidth),
  );
  const rows = (named: Explained[keyof Explained]): string =>
    [...named].map(([id, { explanation }]) => rowOf(id, explanation, widest)).join('');
  return `Audits\n${rows(audits)}\nMeasures\n${rows(measures)}\nComparisons\n${rows(comparisons)}\nSeries\n${rows(series)}`;
}

function rowOf(id: string, { measures }: MeasureExplanation, widest: number): string {
  const [sentence = ''] = measures.split(/(?<=[.:]) /u);
  const room = WIDTH - widest - 2 * INDENT;
  return `${' '.repeat(INDENT)}${padText(id, widest + INDENT)}${truncateText(sentence.replace(/[.:]$/u, ''), room)}\n`;
}

async function explanationOf(
  id: string,
  { audits, measures, comparisons, series }: Explained,
): Promise<string> {
  const audit = audits.get(id);
  const measure = measures.get(id);
  const comparison = comparisons.get(id);
  const part = series.get(id);
  if ([audit, measure, comparison, part].every((found) => found === undefined))
    throw await unknownName('audit or measure', id, [
      ...audits.keys(),
      ...measures.keys(),
      ...comparisons.keys(),
      ...series.keys(),
    ]);
  return [
    ...(audit === undefined ? [] : [auditText(audit)]),
    ...(measure === undefined ? [] : [measureText(measure)]),
    ...(comparison === undefined ? [] : [partText(`${id}: comparison`, comparison.explanation)]),
    ...(part === undefined ? [] : [partText(`${id}: series`, part.explanation)]),
  ].join('\n');
}

function auditText({ id, title, failureTitle, explanation, needs }: Audit): string {
  const states = title === failureTitle ? title : `${title} / ${failureTitle}`;
  return page(`${id}: ${states}`, [...partsOf(explanation), ['Taken of', needs.join(', ')]]);
}

function measureText({ id, explanation }: Measure): string {
  return page(`${id}: measure`, partsOf(explanation));
}

function partText(heading: string, explanation: Explanation): string {
  return page(heading, partsOf(explanation));
}

type Part = readonly [label: string, text: string];

/** Why one wants to know is told of audits and comparisons, not of measures. */
function partsOf(explanation: MeasureExplanation & Partial<Pick<Explanation, 'matters'>>): readonly Part[] {
  const { measures, formula, matters, reading, moves, silence, source } = explanation;
  return [
    ['Measures', measures],
    ['Formula', formula],
    ...(matters === undefined ? [] : [['Matters', matters] as const]),
    ['Reading', reading],
    ['Moved by', moves],
    ['Silent', silence],
    ['Source', source],
  ];
}

function page(heading: string, parts: readonly Part[]): string {
  return `${[...wrapText(heading, WIDTH), ...parts.flatMap(partLines)].join('\n')}\n`;
}

function partLines([label, text]: Part): string[] {
  return [
    '',
    ...wrapText(text, WIDTH - LABEL_COLUMNS).map(
      (line, row) => padText(row === 0 ? label : '', LABEL_COLUMNS) + line,
    ),
  ];
}
