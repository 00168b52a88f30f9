import { printableText } from '../printable-text.ts';
import type { Explanations } from '../renderer.ts';
import type { Report } from '../report.ts';
import { homogeneitySentence, PROVISIONAL_NOTE, verdictSentence } from '../verdict-text.ts';
import { auditsSection } from './audits-section.ts';
import { causesSection } from './causes-section.ts';
import { comparisonSection } from './comparison-section.ts';
import { growthFigure } from './growth-figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { overlapFigure } from './overlap-figure.ts';
import { rulerFigure } from './ruler-figure.ts';
import { problemsSection, runSection } from './run-section.ts';
import { shortName } from './short-name.ts';
import { slicesSection } from './slices-section.ts';
import { spectrumFigure } from './spectrum-figure.ts';
import { staticPage } from './static-page.ts';
import { weekSection } from './week-section.ts';

/** Beside the page of a week. */
const WEEKS_PAGE = 'index.html';
const LONGEST_NAME = 60;

/** The report of an audit as one file that needs nothing else. */
export function reportPage(report: Report, explanations: Explanations): string {
  const { verdict, run, tool } = report;
  return staticPage({
    kind: 'corpus diversity report',
    finding: verdictSentence(verdict),
    lead: html`
      ${report.week === undefined ? null : html`<p><a href=${WEEKS_PAGE}>${`All weeks of the series ${shortName(report.week.series, LONGEST_NAME)}`}</a></p>`}
      <p class="lead">${homogeneitySentence(verdict)}</p>
      ${verdict.provisional ? html`<p class="note">${PROVISIONAL_NOTE}</p>` : null}
      ${verdict.warnings.map(({ summary }) => html`<p class="note">${printableText(summary)}</p>`)}`,
    main: html`
      ${weekSection(report.week)}
      ${rulerFigure(verdict)}
      ${causesSection(verdict.causes)}
      ${comparisonSection(report, explanations)}
      ${figuresSection(report)}
      ${auditsSection(report, explanations)}
      ${slicesSection(report)}
      ${problemsSection(report)}
      ${runSection(report)}`,
    tool,
    run,
  });
}

function figuresSection(report: Report): Markup {
  const figures = [overlapFigure(report), spectrumFigure(report), growthFigure(report)].filter(
    (each) => each !== null,
  );
  return figures.length === 0
    ? null
    : html`<section aria-labelledby="figures"><h2 id="figures">Pictures</h2>${figures}</section>`;
}
