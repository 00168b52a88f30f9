import type { Verdict } from '../../audits/verdict.ts';
import { printableText } from '../printable-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { quotes } from './quotes.ts';

const MOST_QUOTES = 3;

/** Why the documents are alike, the strongest cause first, each with what to do about it. */
export function causesSection({ causes }: Verdict): Markup {
  if (causes.length === 0) return null;
  return html`<section aria-labelledby="causes"><h2 id="causes">Why, and what to do</h2>
    <ol class="causes">${causes.map(
      ({ cause, summary, remedy, evidence }) => html`<li>
        <h3>${headline(cause)}</h3>
        <p>${printableText(summary)}</p>
        ${quotes(evidence.slice(0, MOST_QUOTES))}
        <p class="todo">${`To do: ${printableText(remedy)}`}</p>
      </li>`,
    )}</ol></section>`;
}

/** An id as a heading. */
function headline(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
