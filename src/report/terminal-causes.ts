import type { Evidence } from '../audits/audit.ts';
import type { CauseFinding } from '../audits/causes.ts';
import { displayWidth, limitText, truncateText } from './display-width.ts';
import { printableText } from './printable-text.ts';
import { countedText } from './quantity-text.ts';
import { line, type TerminalLine } from './terminal-line.ts';

const INDENT = '   ';
const MOST_SUMMARY_LINES = 2;
const MOST_REMEDY_LINES = 2;
const WIDEST_ID = 24;
const SHORTEST_QUOTE = 20;

/** The causes in at most so many lines: the strongest with quote and remedy, the rest by name. */
export function causeLines(causes: readonly CauseFinding[], width: number, rows: number): TerminalLine[] {
  const lines: TerminalLine[] = [];
  for (const [index, cause] of causes.entries()) {
    const left = rows - lines.length;
    const isLast = index === causes.length - 1;
    const block = fittingBlock(cause, index, width, isLast ? left : left - 1);
    if (block === null) {
      return left < 1 ? lines : [...lines, line(alsoText(causes.slice(index), index > 0))];
    }
    lines.push(...block);
  }
  return lines;
}

function fittingBlock(
  cause: CauseFinding,
  index: number,
  width: number,
  rows: number,
): TerminalLine[] | null {
  const full = causeBlock(cause, index, width, true);
  if (full.length <= rows) return full;
  const short = causeBlock(cause, index, width, false);
  return short.length <= rows ? short : null;
}

function causeBlock(cause: CauseFinding, index: number, width: number, full: boolean): TerminalLine[] {
  const room = Math.max(1, width - INDENT.length);
  const number = `${index + 1}. `;
  const summary = limitText(printableText(cause.summary), room, full ? MOST_SUMMARY_LINES : 1);
  const remedy = limitText(`→ ${printableText(cause.remedy)}`, room, full ? MOST_REMEDY_LINES : 1);
  const [evidence] = cause.evidence;
  return [
    ...summary.map(
      (text, row): TerminalLine => [
        { text: row === 0 ? number : INDENT, style: 'plain' },
        { text, style: 'bold' },
      ],
    ),
    ...(evidence === undefined ? [] : [line(INDENT + evidenceText(evidence, room), 'cyan')]),
    ...remedy.map((text) => line(INDENT + text)),
  ];
}

function evidenceText(evidence: Evidence, width: number): string {
  const [id] = evidence.documents;
  const where = id === undefined ? '' : `, first in ${truncateText(printableText(id), WIDEST_ID)}`;
  const times = `${countedText(evidence.count, 'time', 'times')}${where}`;
  if (evidence.quote === '') return times;
  const tail = ` ${times}`;
  const room = Math.max(SHORTEST_QUOTE, width - displayWidth(tail) - 2);
  return `“${truncateText(printableText(evidence.quote), room)}”${tail}`;
}

function alsoText(causes: readonly CauseFinding[], some: boolean): string {
  return `${some ? 'Also: ' : 'Causes: '}${causes.map((cause) => cause.cause).join(', ')}`;
}
