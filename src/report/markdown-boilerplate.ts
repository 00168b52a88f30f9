import type { Details } from '../audits/audit.ts';
import { itemsOf, numberOf, textOf } from './detail-fields.ts';
import { truncateText } from './display-width.ts';
import { markdownCellCode, markdownTable } from './markdown-text.ts';
import { printableText } from './printable-text.ts';
import { countedText, countText, figureText } from './quantity-text.ts';
import type { Report } from './report.ts';

const MOST_PASSAGES = 10;
const MOST_SOURCES = 5;
const MOST_ROWS = 20;
const QUOTE_WIDTH = 120;
const NAME_WIDTH = 60;

/** Passages that several sources have, and how much of each source such passages are; empty where nothing is known. */
export function boilerplatePart(audits: Report['audits']): string[] {
  const details = audits['boilerplate']?.details ?? {};
  const parts = [
    travellingTable(itemsOf(details['travelling'])),
    sourceTable(itemsOf(details['bySource'])),
  ].filter((part) => part.length > 0);
  return parts.length === 0
    ? []
    : ['## Passages and their sources', ...parts.flatMap((part) => ['', ...part])];
}

function travellingTable(passages: readonly Details[]): string[] {
  if (passages.length === 0) return [];
  const rows = passages
    .slice(0, MOST_PASSAGES)
    .map(({ quote, words, documents, sources, sourceCount }) => [
      typeof quote === 'string' ? cell(quote, QUOTE_WIDTH) : '–',
      countText(numberOf(words)),
      countText(numberOf(documents)),
      sourcesCell(itemsOf(sources), numberOf(sourceCount)),
    ]);
  const hidden = passages.length - rows.length;
  return [
    'Passages that travel between sources, of each the source of earliest date first where dates are known:',
    '',
    ...markdownTable(['passage', 'words', 'documents', 'sources'], rows),
    ...hiddenText(hidden, 'passage is', 'passages are'),
  ];
}

function sourcesCell(sources: readonly Details[], all: number): string {
  const named = sources.slice(0, MOST_SOURCES).map(({ source, date }) => {
    const when = textOf(date);
    return `${cell(textOf(source), NAME_WIDTH)}${when === '' ? '' : ` ${cell(when, NAME_WIDTH)}`}`;
  });
  const more = all - named.length;
  return named.join(', ') + (more > 0 ? ` and ${countText(more)} more` : '');
}

/** Nothing where documents name no source. */
function sourceTable(sources: readonly Details[]): string[] {
  if (sources.every(({ source }) => typeof source !== 'string')) return [];
  const rows = sources
    .slice(0, MOST_ROWS)
    .map(({ source, documents, share }) => [
      typeof source === 'string' ? cell(source, NAME_WIDTH) : 'no source',
      countText(numberOf(documents)),
      figureText(typeof share === 'number' ? share : null),
    ]);
  return [
    'Words in passages that many documents have, by source:',
    '',
    ...markdownTable(['source', 'documents', 'share of its words'], rows),
    ...hiddenText(sources.length - rows.length, 'source is', 'sources are'),
  ];
}

function hiddenText(hidden: number, one: string, several: string): string[] {
  return hidden > 0 ? ['', `${countedText(hidden, `more ${one}`, `more ${several}`)} not shown.`] : [];
}

function cell(text: string, width: number): string {
  return markdownCellCode(truncateText(printableText(text), width));
}
