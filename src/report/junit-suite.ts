import { xmlText } from './xml-text.ts';

/** What came of a case. `passed` and `skipped` have at most a reason, the others also lines of what was seen. */
export interface JunitCase {
  /** What groups cases of one kind: `heteroglossia.audit`. */
  readonly className: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'error' | 'skipped';
  readonly reason: string;
  readonly lines: readonly string[];
}

export interface JunitSuite {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly seconds: number;
  readonly cases: readonly JunitCase[];
  /** What is to be read besides, a line each. */
  readonly notes: readonly string[];
}

/**
 * A suite as JUnit XML, in the elements that continuous integration reads: `testsuites`, `testsuite`, `testcase`,
 * `failure`, `error`, `skipped` and `system-out`.
 */
export function junitXml({ name, startedAt, seconds, cases, notes }: JunitSuite): string {
  const count = (outcome: JunitCase['outcome']): number =>
    cases.filter((each) => each.outcome === outcome).length;
  const totals = `tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}" time="${seconds.toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="heteroglossia" ${totals}>`,
    `  <testsuite name="${xmlText(name)}" ${totals} timestamp="${xmlText(startedAt.replace(/\.\d+Z$|Z$/u, ''))}">`,
    ...cases.flatMap(caseLines),
    ...(notes.length === 0
      ? []
      : ['    <system-out>', ...notes.map((note) => `      ${xmlText(note)}`), '    </system-out>']),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const ELEMENTS = { failed: 'failure', error: 'error', skipped: 'skipped' } as const;

function caseLines({ className, name, outcome, reason, lines }: JunitCase): readonly string[] {
  const head = `    <testcase classname="${xmlText(className)}" name="${xmlText(name)}" time="0"`;
  if (outcome === 'passed')
    return reason === ''
      ? [`${head} />`]
      : [`${head}>`, `      <system-out>${xmlText(reason)}</system-out>`, '    </testcase>'];
  const element = ELEMENTS[outcome];
  const type = outcome === 'skipped' ? '' : ` type="${xmlText(className)}"`;
  const open = `      <${element} message="${xmlText(reason)}"${type}`;
  return [
    `${head}>`,
    ...(lines.length === 0
      ? [`${open} />`]
      : [`${open}>`, ...lines.map((text) => `        ${xmlText(text)}`), `      </${element}>`]),
    '    </testcase>',
  ];
}
