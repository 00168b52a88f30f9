import type { Level } from '../audits/level.ts';
import type { Direction } from '../compare/comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { adviceSentence, directionSentence } from './comparison-text.ts';
import { printableText } from './printable-text.ts';
import { problemSentences } from './problem-text.ts';
import type { Report } from './report.ts';
import type { TrendReport } from './trend-report.ts';
import { alarmText, slopeSentence, trendNotes, trendSentence } from './trend-text.ts';
import { homogeneitySentence, verdictSentence } from './verdict-text.ts';

/** GitHub shows ten of a kind for a step. */
const MOST_CAUSES = 5;

type Severity = 'error' | 'warning' | 'notice';

const LEVEL_SEVERITIES: Readonly<Record<Level, Severity>> = {
  monologic: 'warning',
  narrowing: 'warning',
  heteroglossic: 'notice',
  'insufficient-data': 'notice',
};

const DIRECTION_SEVERITIES: Readonly<Record<Direction, Severity>> = {
  narrowed: 'warning',
  unchanged: 'notice',
  widened: 'notice',
  'insufficient-data': 'notice',
};

/** An audit as annotations of GitHub Actions, a line each: an error where the run fails because of its level. */
export function auditAnnotations({ verdict, corpus, comparison }: Report, hasFailed: boolean): string {
  const against = comparison === undefined ? '' : ` ${directionSentence(comparison.verdict)}`;
  return [
    annotation(
      hasFailed ? 'error' : LEVEL_SEVERITIES[verdict.level],
      verdict.level,
      `${verdictSentence(verdict)} ${homogeneitySentence(verdict)}${against}`,
    ),
    ...causeAnnotations(verdict.causes),
    ...verdict.warnings.map(({ code, summary }) => annotation('notice', code, summary)),
    ...problemSentences(corpus.problems).map((text) => annotation('warning', 'left out', text)),
  ].join('');
}

/** A comparison in the same way: an error where the run fails because the new version narrowed. */
export function comparisonAnnotations(report: ComparisonReport, hasFailed: boolean): string {
  const { verdict, baseline, candidate } = report;
  return [
    annotation(
      hasFailed ? 'error' : DIRECTION_SEVERITIES[verdict.direction],
      verdict.direction,
      `${directionSentence(verdict)} ${verdict.summary} To do: ${adviceSentence(verdict, report.documents)}`,
    ),
    ...causeAnnotations(verdict.causes),
    ...verdict.warnings.map(({ code, summary }) => annotation('notice', code, summary)),
    ...problemSentences(baseline.problems).map((text) =>
      annotation('warning', 'left out of the baseline', text),
    ),
    ...problemSentences(candidate.problems).map((text) =>
      annotation('warning', 'left out of the new version', text),
    ),
  ].join('');
}

/** A series in the same way: its direction, and the alarms of its last point. */
export function trendAnnotations(report: TrendReport, hasFailed: boolean): string {
  const { verdict, points } = report;
  const severe = hasFailed ? 'error' : 'warning';
  const { alarms = [], name = '' } = points.at(-1) ?? {};
  return [
    annotation(
      verdict.direction === 'narrowing' ? severe : 'notice',
      verdict.direction,
      `${trendSentence(verdict)} ${verdict.summary} ${slopeSentence(report)}`.trimEnd(),
    ),
    ...alarms
      .slice(0, MOST_CAUSES)
      .map((alarm) =>
        annotation(alarm.kind === 'volume' ? 'notice' : severe, alarm.kind, `${name}: ${alarmText(alarm)}`),
      ),
    ...trendNotes(report).map((note) => annotation('notice', 'not tested or left out', note)),
  ].join('');
}

function causeAnnotations(
  causes: readonly { readonly cause: string; readonly summary: string; readonly remedy: string }[],
): readonly string[] {
  return causes
    .slice(0, MOST_CAUSES)
    .map(({ cause, summary, remedy }) => annotation('warning', cause, `${summary} To do: ${remedy}`));
}

/** One line; what would end it, or the value of a property, is written as the runner of GitHub decodes it. */
function annotation(severity: Severity, about: string, text: string): string {
  const title = escaped(`heteroglossia: ${about}`).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} title=${title}::${escaped(text)}\n`;
}

function escaped(text: string): string {
  return printableText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
