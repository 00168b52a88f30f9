import type { Evidence } from '../audits/audit.ts';
import { markdownCode } from './markdown-text.ts';
import { countedText } from './quantity-text.ts';

const MOST_IDS = 3;

/** What is quoted, how often it occurs, and in which documents. */
export function evidenceText(evidence: Evidence): string {
  const times = countedText(evidence.count, 'time', 'times');
  const ids = evidence.documents.slice(0, MOST_IDS).map(markdownCode).join(', ');
  const more = evidence.documents.length > MOST_IDS ? ', …' : '';
  const quote = evidence.quote === '' ? '' : `${markdownCode(evidence.quote)}, `;
  return `${quote}${times}${ids === '' ? '' : `, in ${ids}${more}`}`;
}
