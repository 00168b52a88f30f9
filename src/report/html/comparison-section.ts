import { adviceSentence, directionSentence, partsSentence } from '../comparison-text.ts';
import { printableText } from '../printable-text.ts';
import type { Explanations } from '../renderer.ts';
import type { ComparisonFacts, Report } from '../report.ts';
import { causeList } from './causes-section.ts';
import { changeParts } from './change-parts.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { narrowingFigure } from './narrowing-figure.ts';

/** How the corpus stands against an earlier version, where there was one. */
export function comparisonSection({ comparison }: Report, explanations: Explanations): Markup {
  if (comparison === undefined) return null;
  const { verdict } = comparison;
  const parts = partsSentence(verdict);
  return html`<section aria-labelledby="baseline"><h2 id="baseline">Against the baseline</h2>
    <p class="lead">${directionSentence(verdict)}</p>
    <p>${printableText(verdict.summary)}</p>
    ${parts === '' ? null : html`<p>${parts}</p>`}
    ${comparisonNotes(comparison)}
    ${narrowingFigure(verdict)}
    ${verdict.causes.length === 0 ? null : causeList(verdict.causes, 'h3')}
    <p class="todo">${`To do: ${adviceSentence(verdict)}`}</p>
    ${changeParts(comparison, explanations, 'h3')}
  </section>`;
}

/** What a reader of the direction must know besides, and what could have passed unseen. */
export function comparisonNotes({ verdict: { warnings, detectable } }: ComparisonFacts): Markup {
  return html`${warnings.map(({ summary }) => html`<p class="note">${printableText(summary)}</p>`)}
    ${detectable === null ? null : html`<p>${`What could pass unseen: ${printableText(detectable.summary)}`}</p>`}`;
}
