import type { Edit } from '../../compare/comparison.ts';
import { printableText } from '../printable-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { named } from './quotes.ts';

/** The words that became others in the first edited texts. */
export function editList(edits: readonly Edit[]): Markup {
  if (edits.length === 0) return null;
  return html`<p>The first edits:</p><ul class="quotes">${edits.map(
    ({ id, before, removed, added, after }) => html`<li>
      ${named(id)} <span dir="auto">${before === '' ? '' : `… ${printableText(before)} `}${
        removed === ''
          ? null
          : html`<del><span class="unseen">taken out: </span>${printableText(removed)}</del> `
      }${
        added === '' ? null : html`<ins><span class="unseen">put in: </span>${printableText(added)}</ins> `
      }${after === '' ? '' : `${printableText(after)} …`}</span>
    </li>`,
  )}</ul>`;
}
