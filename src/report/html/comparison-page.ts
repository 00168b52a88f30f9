import type { ComparisonReport } from '../comparison-report.ts';
import { adviceSentence, directionSentence, partsSentence, sureSentence } from '../comparison-text.ts';
import { printableText } from '../printable-text.ts';
import type { Explanations } from '../renderer.ts';
import { causesSection } from './causes-section.ts';
import { changeParts } from './change-parts.ts';
import { comparisonNotes } from './comparison-section.ts';
import { explanationList } from './explanation-list.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { narrowingFigure } from './narrowing-figure.ts';
import { comparisonRunSection, sidesLeftOutSection } from './run-section.ts';
import { staticPage } from './static-page.ts';

/** The report of a comparison as one file that needs nothing else. */
export function comparisonPage(report: ComparisonReport, explanations: Explanations): string {
  const { verdict, run, tool } = report;
  return staticPage({
    kind: 'comparison of two versions',
    finding: directionSentence(verdict),
    lead: html`
      <p class="lead">${printableText(verdict.summary)}</p>
      <p class="todo">${`To do: ${adviceSentence(verdict)}`}</p>
      ${comparisonNotes(report)}`,
    main: html`
      ${narrowingFigure(verdict)}
      ${surePart(report, explanations)}
      ${causesSection(verdict.causes)}
      ${changeParts(report, explanations, 'h2')}
      ${sidesLeftOutSection(report)}
      ${comparisonRunSection(report)}`,
    tool,
    run,
  });
}

/** How sure the direction is, and how the figure is got. */
function surePart({ verdict }: ComparisonReport, explanations: Explanations): Markup {
  const sentences = [partsSentence(verdict), sureSentence(verdict)].filter((sentence) => sentence !== '');
  const explained = ['narrowing', 'detectable-share'] as const;
  return html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    ${explained.map((id) => {
      const explanation = explanations[id];
      return explanation === undefined ? null : explanationList(id, explanation);
    })}`;
}
