import type { Level } from '../audits/level.ts';
import { limitText } from './display-width.ts';
import { homogeneityRuler } from './homogeneity-ruler.ts';
import { printableText } from './printable-text.ts';
import { problemSentences } from './problem-text.ts';
import { bytesText, countedText } from './quantity-text.ts';
import type { Renderer } from './renderer.ts';
import type { Report } from './report.ts';
import { auditLines } from './terminal-audits.ts';
import { causeLines } from './terminal-causes.ts';
import { duplicateLines } from './terminal-duplicates.ts';
import { line, type Palette, type Style, screenText, stacked, type TerminalLine } from './terminal-line.ts';
import { homogeneitySentence, NO_TEXT_NOTE, PROVISIONAL_NOTE, verdictSentence } from './verdict-text.ts';

export interface TerminalLook {
  /** Columns; no line is wider. */
  readonly width: number;
  readonly palette: Palette;
}

const LEVEL_STYLES: Readonly<Record<Level, Style>> = {
  heteroglossic: 'green',
  narrowing: 'yellow',
  monologic: 'red',
  'insufficient-data': 'cyan',
};

/** One screen of 24 lines less the line of the prompt. */
const SCREEN_ROWS = 23;
/** Audit lines that causes may not push out. */
const RESERVED_AUDIT_ROWS = 6;
/** The strongest cause in short, and a line that names the others: what facts on copies may not push out. */
const RESERVED_CAUSE_ROWS = 4;
const MOST_VERDICT_LINES = 2;
const MOST_WARNINGS = 2;
const MOST_NOTE_LINES = 2;

/** The report on one screen: the verdict, its causes, the audits, then what was left out. */
export function terminalRenderer(look: TerminalLook): Renderer {
  return {
    id: 'terminal',
    extensions: [],
    render: (report) => screenText(screenOf(report, look.width), look.width, look.palette),
  };
}

/** The footer takes two lines a message where that hides no audit, else one. */
function screenOf(report: Report, width: number): readonly TerminalLine[] {
  const roomy = partsOf(report, width, MOST_NOTE_LINES);
  const hidesAudits = roomy.audits.length < Object.keys(report.audits).length;
  const { head, causes, audits, foot } = hidesAudits ? partsOf(report, width, 1) : roomy;
  return stacked([head, causes, audits, foot]);
}

interface ScreenParts {
  readonly head: TerminalLine[];
  readonly causes: TerminalLine[];
  readonly audits: TerminalLine[];
  readonly foot: TerminalLine[];
}

function partsOf(report: Report, width: number, noteLines: number): ScreenParts {
  const head = headLines(report, width);
  const foot = footLines(report, width, noteLines);
  const auditCount = Object.keys(report.audits).length;
  const blankLines = 1 + (report.verdict.causes.length > 0 ? 1 : 0) + (auditCount > 0 ? 1 : 0);
  const room = SCREEN_ROWS - head.length - foot.length - blankLines;
  const auditRows = Math.min(auditCount, RESERVED_AUDIT_ROWS);
  const spare = room - auditRows - (report.verdict.causes.length > 0 ? RESERVED_CAUSE_ROWS : 0);
  const duplicates = duplicateLines(report.audits, width, noteLines).slice(0, Math.max(0, spare));
  const left = room - duplicates.length;
  const causes = causeLines(report.verdict.causes, width, left - auditRows);
  const audits = auditLines(report.audits, width, left - causes.length);
  return { head, causes, audits, foot: [...duplicates, ...foot] };
}

function headLines({ verdict, comparison }: Report, width: number): TerminalLine[] {
  const style = LEVEL_STYLES[verdict.level];
  const ruler = verdict.homogeneity === null ? [] : homogeneityRuler(verdict.homogeneity, width, style);
  return [
    ...limitText(verdictSentence(verdict), width, MOST_VERDICT_LINES).map((text) => line(text, style)),
    ...limitText(homogeneitySentence(verdict), width, MOST_VERDICT_LINES).map((text) => line(text)),
    ...(ruler.length > 0 ? [ruler] : []),
    ...(comparison === undefined
      ? []
      : limitText(
          `Against the baseline: ${printableText(comparison.verdict.summary)}`,
          width,
          MOST_VERDICT_LINES,
        )
    ).map((text) => line(text, comparison?.verdict.direction === 'narrowed' ? 'red' : 'plain')),
  ];
}

function footLines({ verdict, corpus, run }: Report, width: number, noteLines: number): TerminalLine[] {
  const problems = problemSentences(corpus.problems);
  const leftOut = problems.length === 0 ? ['Left out: nothing.'] : problems;
  const warnings = verdict.warnings.slice(0, MOST_WARNINGS).map((warning) => printableText(warning.summary));
  // Where no level is given, a warning says why.
  const warningLines = verdict.level === 'insufficient-data' ? MOST_NOTE_LINES : noteLines;
  const size = [
    countedText(corpus.documents, 'document', 'documents'),
    countedText(corpus.tokens, 'token', 'tokens'),
    bytesText(corpus.bytes),
    run.inputs.map(printableText).join(', '),
  ];
  return [
    ...warnings.flatMap((text) => limitText(text, width, warningLines)).map((text) => line(text, 'yellow')),
    ...leftOut
      .flatMap((text) => limitText(text, width, noteLines))
      .map((text) => line(text, problems.length === 0 ? 'dim' : 'yellow')),
    ...(corpus.holdsText ? [] : [line(NO_TEXT_NOTE, 'yellow')]),
    ...(verdict.provisional ? [line(PROVISIONAL_NOTE, 'dim')] : []),
    line(size.join(' · '), 'dim'),
  ];
}
