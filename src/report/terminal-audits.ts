import type { Finding } from '../audits/runner.ts';
import { displayWidth, padText } from './display-width.ts';
import { printableText } from './printable-text.ts';
import { quantityText } from './quantity-text.ts';
import type { Report } from './report.ts';
import { line, type Style, type TerminalLine } from './terminal-line.ts';

type AuditOutcome = Finding['outcome'];

/** In the order in which outcomes are shown. */
const OUTCOME_LOOKS = new Map<AuditOutcome, { readonly mark: string; readonly style: Style }>([
  ['failed', { mark: '✗', style: 'red' }],
  ['error', { mark: '!', style: 'red' }],
  ['passed', { mark: '✓', style: 'green' }],
  ['informative', { mark: '·', style: 'plain' }],
  ['not-applicable', { mark: '–', style: 'dim' }],
]);
const OUTCOME_ORDER = [...OUTCOME_LOOKS.keys()];
const WIDEST_TITLE = 44;
const MARK_COLUMNS = 2;
const GAP = '  ';

/** One line an audit, at most so many lines; what does not fit is named on the last. */
export function auditLines(audits: Report['audits'], width: number, rows: number): TerminalLine[] {
  const sorted = Object.entries(audits).toSorted(
    ([, left], [, right]) => OUTCOME_ORDER.indexOf(left.outcome) - OUTCOME_ORDER.indexOf(right.outcome),
  );
  if (rows < 1 || sorted.length === 0) return [];
  const shown = sorted.length <= rows ? sorted : sorted.slice(0, rows - 1);
  const lines = tableOf(
    shown.map(([, audit]) => audit),
    width,
  );
  const hidden = sorted.slice(shown.length).map(([id]) => id);
  if (hidden.length === 0) return lines;
  const more = `… and ${hidden.length} more with -o report.md: ${hidden.join(', ')}`;
  return [...lines, line(more.length > width ? `${more.slice(0, width - 1)}…` : more, 'dim')];
}

function tableOf(audits: readonly Finding[], width: number): TerminalLine[] {
  const titles = audits.map((audit) => printableText(audit.title));
  const values = audits.map(valueText);
  const widestValue = Math.max(
    ...audits.map((audit, index) => (audit.quantity === null ? 0 : displayWidth(values[index] ?? ''))),
  );
  const widestTitle = Math.max(...titles.map(displayWidth));
  const room = width - MARK_COLUMNS - GAP.length - widestValue;
  const titleWidth = Math.max(1, Math.min(widestTitle, WIDEST_TITLE, Math.max(room, Math.floor(width / 3))));
  return audits.map((audit, index) => {
    const look = OUTCOME_LOOKS.get(audit.outcome) ?? { mark: '?', style: 'plain' };
    return [
      { text: `${look.mark} `, style: look.style },
      {
        text: padText(titles[index] ?? '', titleWidth),
        style: audit.outcome === 'not-applicable' ? 'dim' : 'plain',
      },
      { text: GAP, style: 'plain' },
      { text: values[index] ?? '', style: audit.quantity === null ? 'dim' : 'plain' },
    ];
  });
}

function valueText(audit: Finding): string {
  if (audit.quantity !== null) return quantityText(audit.quantity);
  const reason = printableText(audit.reason);
  return audit.outcome === 'error' ? `error: ${reason}` : reason;
}
