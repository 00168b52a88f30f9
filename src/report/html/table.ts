import type { Markup } from './markup.ts';
import { html } from './markup.ts';

/** A cell: what is shown, and for a number what it is sorted by. */
export interface Cell {
  readonly content: Markup;
  readonly key?: number;
}

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** A table that can be sorted where there is something to sort. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  const canSort = rows.length > 1;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}><table>
    <thead><tr>${columns.map(
      ({ title, isNumber }) =>
        html`<th scope="col" class=${isNumber === true ? 'number' : ''}>${canSort ? html`<button type="button">${title}</button>` : title}</th>`,
    )}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr>${row.map(
          ({ content, key }) =>
            html`<td class=${key === undefined ? '' : 'number'} data-key=${key}>${content}</td>`,
        )}</tr>`,
    )}</tbody>
  </table></div>`;
}
