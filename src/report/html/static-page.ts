import { hash } from 'node:crypto';
import { h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { printableText } from '../printable-text.ts';
import type { RunFacts } from '../report.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** Nothing may be loaded and nothing sent; of what runs and styles, this text alone. */
const POLICY = [
  "default-src 'none'",
  `style-src '${integrityOf(STYLE)}'`,
  `script-src '${integrityOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What stands on a page. */
export interface StaticPage {
  /** What kind of report it is: `corpus diversity report`. */
  readonly kind: string;
  /** The finding in one sentence. */
  readonly finding: string;
  /** What follows at once from it. */
  readonly lead: Markup;
  readonly main: Markup;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: RunFacts;
}

/** A page as one file that needs nothing else. */
export function staticPage(page: StaticPage): string {
  return `<!doctype html>\n${renderToStaticMarkup(h('html', { lang: 'en' }, head(page), body(page)))}\n`;
}

function head({ finding, kind }: StaticPage): Markup {
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content=${POLICY} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${`${finding.split(':')[0] ?? ''} · ${kind}`}</title>
    <style dangerouslySetInnerHTML=${{ __html: STYLE }} />
  </head>`;
}

function body({ kind, finding, lead, main, tool, run }: StaticPage): Markup {
  return html`<body>
    <a class="skip" href="#main">To the report</a>
    <header>
      <p class="name">${`heteroglossia · ${kind}`}</p>
      <h1>${finding}</h1>
      ${lead}
    </header>
    <main id="main" tabindex="-1">${main}</main>
    <footer><p>${`Made by ${tool.name} ${printableText(tool.version)}, ${printableText(run.startedAt).slice(0, 10)}. The figures are those of the JSON report.`}</p></footer>
    <script dangerouslySetInnerHTML=${{ __html: SCRIPT }} />
  </body>`;
}

function integrityOf(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`;
}
