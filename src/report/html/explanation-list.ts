import type { Explanation } from '../../audits/audit.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

/** How a figure is got and read, folded. */
export function explanationList(id: string, explanation: Explanation): Markup {
  const { measures, formula, matters, reading, moves, silence, source } = explanation;
  const rows = [
    ['What it is', measures],
    ['Why it matters', matters],
    ['How it is got', formula],
    ['How to read it', reading],
    ['What moves it', moves],
    ['When it is silent', silence],
    ['Source', source],
  ];
  return html`<details class="explanation"><summary>About this figure <code>${id}</code></summary>
    <dl>${rows.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl></details>`;
}
