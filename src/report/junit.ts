import type { Evidence } from '../audits/audit.ts';
import type { Finding } from '../audits/runner.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { adviceSentence, directionSentence } from './comparison-text.ts';
import type { JunitCase } from './junit-suite.ts';
import { junitXml } from './junit-suite.ts';
import { problemSentences } from './problem-text.ts';
import { countedText, quantityText } from './quantity-text.ts';
import type { Renderer } from './renderer.ts';
import { homogeneitySentence, PROVISIONAL_NOTE, verdictSentence } from './verdict-text.ts';

const MOST_QUOTES = 5;
const MOST_IDS = 3;

const OUTCOMES: Readonly<Record<Finding['outcome'], JunitCase['outcome']>> = {
  passed: 'passed',
  informative: 'passed',
  failed: 'failed',
  error: 'error',
  'not-applicable': 'skipped',
};

/** An audit a case, for continuous integration: a failed one is a failure with its reason and quotes. */
export const junitRenderer: Renderer = {
  id: 'junit',
  extensions: ['.xml'],
  render({ audits, verdict, corpus, run }) {
    const remedies = new Map(
      verdict.causes.flatMap(({ audits: ids, remedy }) => ids.map((id) => [id, remedy] as const)),
    );
    return junitXml({
      name: 'corpus diversity',
      startedAt: run.startedAt,
      seconds: run.seconds,
      cases: Object.entries(audits).map(([id, finding]) => auditCase(id, finding, remedies.get(id))),
      notes: [
        verdictSentence(verdict),
        homogeneitySentence(verdict),
        ...(verdict.provisional ? [PROVISIONAL_NOTE] : []),
        ...verdict.warnings.map(({ summary }) => summary),
        ...problemSentences(corpus.problems),
      ],
    });
  },
};

function auditCase(id: string, finding: Finding, remedy: string | undefined): JunitCase {
  const { title, outcome, quantity, reason, evidence } = finding;
  const figure = quantity === null ? [] : [`Figure: ${quantityText(quantity)}`];
  const todo = remedy === undefined ? [] : [`To do: ${remedy}`];
  return {
    className: `heteroglossia.${id}`,
    name: title,
    outcome: OUTCOMES[outcome],
    reason,
    lines: outcome === 'failed' ? [...figure, ...evidence.slice(0, MOST_QUOTES).map(quoteText), ...todo] : [],
  };
}

/** A figure a case, and the direction as one of its own: what narrowed is a failure. */
export function comparisonJunit(report: ComparisonReport): string {
  const { verdict, differences, baseline, candidate, run } = report;
  const figures = Object.entries(differences).map(
    ([id, { title, effect, direction }]): JunitCase => ({
      className: `heteroglossia.${id}`,
      name: title,
      outcome: direction === 'narrowed' ? 'failed' : 'passed',
      reason: effect,
      lines: [],
    }),
  );
  return junitXml({
    name: 'comparison of two versions',
    startedAt: run.startedAt,
    seconds: run.seconds,
    cases: [directionCase(verdict), ...figures],
    notes: [
      ...verdict.warnings.map(({ summary }) => summary),
      ...problemSentences(baseline.problems).map((text) => `Baseline: ${text}`),
      ...problemSentences(candidate.problems).map((text) => `New version: ${text}`),
    ],
  });
}

function directionCase(verdict: ComparisonReport['verdict']): JunitCase {
  const causes = verdict.causes.flatMap(({ cause, summary, evidence, remedy }) => [
    `${cause}: ${summary}`,
    ...evidence.slice(0, MOST_QUOTES).map(quoteText),
    `To do: ${remedy}`,
  ]);
  return {
    className: 'heteroglossia.direction',
    name: 'The new version is no more alike than the baseline',
    outcome: verdict.direction === 'narrowed' ? 'failed' : 'passed',
    reason: `${directionSentence(verdict)} ${verdict.summary}`,
    lines: [...causes, `To do: ${adviceSentence(verdict)}`],
  };
}

function quoteText({ quote, count, documents }: Evidence): string {
  const ids = documents.length === 0 ? '' : `, in ${documents.slice(0, MOST_IDS).join(', ')}`;
  return `${quote === '' ? '' : `“${quote}” `}${countedText(count, 'time', 'times')}${ids}`;
}
