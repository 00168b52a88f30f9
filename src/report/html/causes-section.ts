import type { Cause, Evidence } from '../../audits/audit.ts';
import { printableText } from '../printable-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { quotes } from './quotes.ts';

const MOST_QUOTES = 3;

/** Something that makes documents alike, of a corpus or of a change. */
interface ToldCause {
  readonly cause: Cause;
  readonly summary: string;
  readonly remedy: string;
  /** Points of the homogeneity scale that its change is worth, where that was measured. */
  readonly points?: number | null;
  readonly evidence: readonly Evidence[];
}

/** Why the documents are alike, the strongest cause first, each with what to do about it. */
export function causesSection(causes: readonly ToldCause[]): Markup {
  if (causes.length === 0) return null;
  return html`<section aria-labelledby="causes"><h2 id="causes">Why, and what to do</h2>
    ${causeList(causes, 'h3')}</section>`;
}

/** The causes in their order, each under a heading. */
export function causeList(causes: readonly ToldCause[], heading: 'h3' | 'h4'): Markup {
  return html`<ol class="causes">${causes.map(
    ({ cause, summary, remedy, points = null, evidence }) => html`<li>
      <${heading}>${headline(cause)}<//>
      <p>${`${printableText(summary)}${points === null ? '' : ` Worth ${points.toFixed(1)} points.`}`}</p>
      ${quotes(evidence.slice(0, MOST_QUOTES))}
      <p class="todo">${`To do: ${printableText(remedy)}`}</p>
    </li>`,
  )}</ol>`;
}

/** An id as a heading. */
function headline(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
