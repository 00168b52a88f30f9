import type { Difference, Direction } from '../compare/comparison.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { directionSentence, documentsSentence } from './comparison-text.ts';
import { limitText, padText } from './display-width.ts';
import { printableText } from './printable-text.ts';
import { problemSentences } from './problem-text.ts';
import { countedText, quantityText } from './quantity-text.ts';
import type { TerminalLook } from './terminal.ts';
import { causeLines } from './terminal-causes.ts';
import { line, type Style, screenText, stacked, type TerminalLine } from './terminal-line.ts';

const DIRECTION_STYLES: Readonly<Record<Direction, Style>> = {
  narrowed: 'red',
  unchanged: 'green',
  widened: 'green',
  'insufficient-data': 'cyan',
};
const MOST_LINES = 2;
const MOST_DOCUMENT_LINES = 3;
const CAUSE_ROWS = 9;
const MOST_FIGURES = 6;
const WIDEST_TITLE = 40;
const FOUND: readonly Difference['direction'][] = ['narrowed', 'widened', 'changed'];

/** The comparison on one screen: the direction, its causes, the figures that moved, then the versions. */
export function comparisonTerminal(report: ComparisonReport, { width, palette }: TerminalLook): string {
  const parts = [
    headLines(report, width),
    causePart(report, width),
    figureLines(report, width),
    footLines(report, width),
  ];
  return screenText(stacked(parts), width, palette);
}

function headLines(
  { verdict, tail, documents, accumulation }: ComparisonReport,
  width: number,
): TerminalLine[] {
  const style = DIRECTION_STYLES[verdict.direction];
  return [
    ...limitText(directionSentence(verdict), width, MOST_LINES).map((text) => line(text, style)),
    ...limitText(printableText(verdict.summary), width, MOST_LINES).map((text) => line(text)),
    ...limitText(documentsSentence(documents, accumulation), width, MOST_DOCUMENT_LINES).map((text) =>
      line(text),
    ),
    ...(tail === null
      ? []
      : limitText(printableText(tail.effect), width, MOST_LINES).map((text) => line(text))),
  ];
}

function causePart({ verdict: { causes } }: ComparisonReport, width: number): TerminalLine[] {
  return causeLines(
    causes.map((cause) => ({ ...cause, relief: cause.points })),
    width,
    CAUSE_ROWS,
  );
}

function figureLines({ differences }: ComparisonReport, width: number): TerminalLine[] {
  const all = Object.values(differences);
  const found = all
    .filter(({ direction }) => FOUND.includes(direction))
    .toSorted((a, b) => (a.difference.adjustedP ?? 1) - (b.difference.adjustedP ?? 1));
  const shown = found.slice(0, MOST_FIGURES);
  const rest = all.length - shown.length;
  return [
    ...shown.map(
      (entry): TerminalLine => [
        {
          text: `${entry.direction === 'narrowed' ? '✗' : '·'} `,
          style: entry.direction === 'narrowed' ? 'red' : 'plain',
        },
        {
          text: padText(printableText(entry.title), Math.min(WIDEST_TITLE, Math.floor(width / 2))),
          style: 'plain',
        },
        { text: `  ${figureText(entry)}`, style: 'plain' },
      ],
    ),
    line(
      `${shown.length === 0 ? 'No figure moved' : `${found.length} of ${all.length} figures moved`} beyond chance${rest > 0 && shown.length > 0 ? '; all are in -o report.md' : ''}.`,
      'dim',
    ),
  ];
}

function figureText({ baseline, candidate }: Difference): string {
  const { interval: _, ...before } = baseline;
  const { interval: __, ...after } = candidate;
  return `${quantityText(before)} → ${quantityText(after)}`;
}

function footLines({ verdict, baseline, candidate, run }: ComparisonReport, width: number): TerminalLine[] {
  const notes = [
    ...verdict.warnings.map(({ summary }) => summary),
    ...problemSentences(baseline.problems).map((text) => `Baseline: ${text}`),
    ...problemSentences(candidate.problems).map((text) => `New version: ${text}`),
  ];
  const sizes = [baseline, candidate].map(({ documents }) => countedText(documents, 'document', 'documents'));
  return [
    ...notes
      .flatMap((text) => limitText(printableText(text), width, MOST_LINES))
      .map((text) => line(text, 'yellow')),
    ...(verdict.detectable === null
      ? []
      : limitText(verdict.detectable.summary, width, MOST_LINES).map((text) => line(text, 'dim'))),
    line(`${sizes.join(' against ')} · ${run.inputs.map(printableText).join(' → ')}`, 'dim'),
  ];
}
