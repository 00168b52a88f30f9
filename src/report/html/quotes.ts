import type { Evidence } from '../../audits/audit.ts';
import { printableText } from '../printable-text.ts';
import { countedText } from '../quantity-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { shortName } from './short-name.ts';

const MOST_IDS = 3;
/** Beyond it an id is for machines, which have the JSON report. */
const LONGEST_ID = 80;

/** Untrusted text in one piece, whatever its direction is. */
function quoted(text: string): Markup {
  return html`<q dir="auto">${printableText(text)}</q>`;
}

/** A name out of the data: an id, a source, a file. */
export function named(text: string): Markup {
  return html`<bdi class="id">${printableText(text)}</bdi>`;
}

/** What an audit quotes, with how often and where it stands. */
export function quotes(evidence: readonly Evidence[]): Markup {
  if (evidence.length === 0) return null;
  return html`<ul class="quotes">${evidence.map((each) => html`<li>${quote(each)}</li>`)}</ul>`;
}

function quote({ quote: text, count, documents }: Evidence): Markup {
  const ids = documents
    .slice(0, MOST_IDS)
    .map((id, index) => html`${index === 0 ? '' : ', '}${named(shortName(id, LONGEST_ID))}`);
  return html`${text === '' ? null : html`${quoted(text)} `}<span class="soft">${countedText(count, 'time', 'times')}${
    ids.length === 0 ? '' : ', in '
  }${ids}${documents.length > MOST_IDS ? ', …' : ''}</span>`;
}
