import { hash } from 'node:crypto';
import { h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
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
import { SCRIPT } from './script.ts';
import { slicesSection } from './slices-section.ts';
import { spectrumFigure } from './spectrum-figure.ts';
import { STYLE } from './style.ts';
import { weekSection } from './week-section.ts';

/** Nothing may be loaded and nothing sent; of what runs and styles, this text alone. */
const POLICY = [
  "default-src 'none'",
  `style-src '${integrityOf(STYLE)}'`,
  `script-src '${integrityOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The report as one file that needs nothing else. */
export function reportPage(report: Report, explanations: Explanations): string {
  return `<!doctype html>\n${renderToStaticMarkup(h('html', { lang: 'en' }, head(report), body(report, explanations)))}\n`;
}

function head({ verdict }: Report): Markup {
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content=${POLICY} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${`${verdictSentence(verdict).split(':')[0] ?? ''} · corpus diversity report`}</title>
    <style dangerouslySetInnerHTML=${{ __html: STYLE }} />
  </head>`;
}

function body(report: Report, explanations: Explanations): Markup {
  const { verdict, run, tool } = report;
  return html`<body>
    <a class="skip" href="#main">To the report</a>
    <header>
      <p class="name">heteroglossia · corpus diversity report</p>
      <h1>${verdictSentence(verdict)}</h1>
      <p class="lead">${homogeneitySentence(verdict)}</p>
      ${verdict.provisional ? html`<p class="note">${PROVISIONAL_NOTE}</p>` : null}
      ${verdict.warnings.map(({ summary }) => html`<p class="note">${printableText(summary)}</p>`)}
    </header>
    <main id="main" tabindex="-1">
      ${weekSection(report.week)}
      ${rulerFigure(verdict)}
      ${causesSection(verdict)}
      ${comparisonSection(report)}
      ${figuresSection(report)}
      ${auditsSection(report, explanations)}
      ${slicesSection(report)}
      ${problemsSection(report)}
      ${runSection(report)}
    </main>
    <footer><p>${`Made by ${tool.name} ${printableText(tool.version)}, ${printableText(run.startedAt).slice(0, 10)}. The figures are those of the JSON report.`}</p></footer>
    <script dangerouslySetInnerHTML=${{ __html: SCRIPT }} />
  </body>`;
}

function figuresSection(report: Report): Markup {
  const figures = [overlapFigure(report), spectrumFigure(report), growthFigure(report)].filter(
    (each) => each !== null,
  );
  return figures.length === 0
    ? null
    : html`<section aria-labelledby="figures"><h2 id="figures">Pictures</h2>${figures}</section>`;
}

function integrityOf(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`;
}
