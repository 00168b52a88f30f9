import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { Cell, Column } from './table.ts';
import { table } from './table.ts';

export const WIDTH = 720;

export interface Figure {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, for those who do not see it. */
  readonly description: string;
  readonly height: number;
  readonly drawing: Markup;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the table leaves out. */
  readonly note?: string;
}

/** A picture under its finding, with its numbers as a table on demand. */
export function figure({ title, description, height, drawing, columns, rows, note = '' }: Figure): Markup {
  return html`<figure>
    <figcaption>${title}</figcaption>
    <div class="scroll" tabindex="0" role="group" aria-label=${title}><svg viewBox=${`0 0 ${WIDTH} ${height}`} role="img" aria-label=${description}>${drawing}</svg></div>
    <details class="numbers"><summary>The numbers</summary>${table(title, columns, rows)}${note === '' ? null : html`<p>${note}</p>`}</details>
  </figure>`;
}
