import type { LostWord } from '../../audits/reference-tail.ts';
import type { TailChange } from '../../compare/comparison.ts';
import { chanceText } from '../figure-text.ts';
import { countedText, countText } from '../quantity-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { named } from './quotes.ts';
import { table } from './table.ts';

const MOST_QUOTED = 12;

const COLUMNS = [
  { title: 'word' },
  { title: 'documents', isNumber: true },
  { title: 'times', isNumber: true },
  { title: 'chance', isNumber: true },
] as const;

/** The single words of which it is sure that they went, and those that came. */
export function goneWords({ lost, lostWords, gained, newWords }: TailChange): Markup {
  if (lost + gained === 0) return html`<p>Of no single word it is sure that it was lost.</p>`;
  return html`${wordTable(`${countedText(lost, 'word is', 'words are')} gone beyond chance`, lostWords)}
    ${wordTable(`${countedText(gained, 'word is', 'words are')} new beyond chance`, newWords)}`;
}

function wordTable(caption: string, words: readonly LostWord[]): Markup {
  const told = words.flatMap(({ word, documents, count, adjustedP }) =>
    word === null ? [] : [{ word, documents, count, adjustedP }],
  );
  if (words.length === 0) return null;
  if (told.length === 0)
    return html`<p>${`${caption}. The profile holds no text, so that they cannot be quoted.`}</p>`;
  const quoted = told
    .slice(0, MOST_QUOTED)
    .map(({ word }, index) => html`${index === 0 ? '' : ', '}${named(word)}`);
  return html`<p>${`${caption}: `}${quoted}${told.length > MOST_QUOTED ? ', …' : '.'}</p>
    <details class="numbers"><summary>The numbers</summary>${table(
      caption,
      COLUMNS,
      told.map(({ word, documents, count, adjustedP }) => [
        { content: named(word) },
        { content: countText(documents), key: documents },
        { content: countText(count), key: count },
        { content: chanceText(adjustedP), key: adjustedP },
      ]),
    )}</details>`;
}
