import { printableText } from '../printable-text.ts';
import type { WeekFacts } from '../week-facts.ts';
import { alarmSentence, seriesSentences, weekSentence } from '../week-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

const MOST_QUOTES = 3;
const MOST_WORDS = 10;

/** Where the week stands in its series. */
export function weekSection(week: WeekFacts | undefined): Markup {
  if (week === undefined) return null;
  return html`<section aria-labelledby="week"><h2 id="week">${`Week ${week.name}`}</h2>
    <p>${printableText(weekSentence(week))}</p>
    ${week.alarms.map(
      (alarm) => html`<h3>${printableText(alarmSentence(alarm, week.name))}</h3>
        ${wordList(alarm.words)}
        ${alarm.evidence.map(
          ({ summary, quotes }) => html`<p>${printableText(summary)}</p>
            <ul class="quotes">${quotes.slice(0, MOST_QUOTES).map((quote) => html`<li><q dir="auto">${printableText(quote)}</q></li>`)}</ul>`,
        )}`,
    )}
    ${seriesSentences(week).map((note) => html`<p>${printableText(note)}</p>`)}</section>`;
}

function wordList(words: readonly string[]): Markup {
  if (words.length === 0) return null;
  return html`<p>${`Words: ${words.slice(0, MOST_WORDS).map(printableText).join(', ')}`}</p>`;
}
