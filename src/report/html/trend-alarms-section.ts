import type { PointEvidence } from '../../trend/series.ts';
import type { Alarm, TrendPoint } from '../../trend/trend.ts';
import { countText } from '../quantity-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { named } from './quotes.ts';
import { endOfName, shortName } from './short-name.ts';

/** Points whose alarms are told in full. */
const MOST_POINTS = 60;
const MOST_OF_KIND = 10;
const MOST_WORDS = 15;
const MOST_QUOTES = 3;
const MOST_NAMES = 5;
const LONGEST_NAME = 36;
const LONGEST_TEXT = 240;

/** What the charts signalled, the last first, with the words, quotes, documents and sources behind it. */
export function trendAlarmsSection(points: readonly TrendPoint[]): Markup {
  const alarmed = points.flatMap((point, place) => (point.alarms.length > 0 ? [{ point, place }] : []));
  const told = alarmed.slice(-MOST_POINTS).toReversed();
  return html`<section aria-labelledby="alarms"><h2 id="alarms">Alarms</h2>
    ${alarmed.length === 0 ? html`<p>None.</p>` : null}
    ${
      alarmed.length > told.length
        ? html`<p class="soft">${`The last ${countText(told.length)} of ${countText(alarmed.length)} points with an alarm, the latest first. The JSON report has all.`}</p>`
        : null
    }
    ${told.map(({ point, place }) => pointAlarms(point, place))}
  </section>`;
}

function pointAlarms({ name, alarms }: TrendPoint, place: number): Markup {
  return html`<section class="alarm"><h3 id=${`alarm-${place}`}><a href=${`#point-${place}`}><bdi>${endOfName(name, LONGEST_NAME)}</bdi></a></h3>
    <ul class="alarms">${alarms.slice(0, MOST_OF_KIND).map((alarm) => html`<li>${alarmOf(alarm, name)}</li>`)}</ul></section>`;
}

function alarmOf({ kind, summary, since, words, evidence, chart }: Alarm, point: string): Markup {
  const begun =
    since === point || chart !== 'cusum'
      ? ''
      : ` It seems to have begun in ${endOfName(since, LONGEST_NAME)}.`;
  return html`<p><strong>${kind}</strong> ${shortName(summary, LONGEST_TEXT)}${begun}</p>
    ${wordsOf(words)}
    ${evidence.slice(0, MOST_OF_KIND).map((own) => evidenceOf(own))}`;
}

function wordsOf(words: readonly string[]): Markup {
  if (words.length === 0) return null;
  const more = words.length > MOST_WORDS ? `, and ${countText(words.length - MOST_WORDS)} more` : '';
  return html`<p class="words">Words: ${listOf(words.slice(0, MOST_WORDS))}${more}</p>`;
}

function evidenceOf({ kind, summary, quotes, documents, sources }: PointEvidence): Markup {
  const places = [
    ['Documents', documents],
    ['Sources', sources],
  ] as const;
  // Words need no lines of their own.
  if (kind === 'word-drift' && documents.length === 0 && sources.length === 0)
    return html`<p>${shortName(summary, LONGEST_TEXT)} ${listOf(quotes.slice(0, MOST_WORDS))}</p>`;
  return html`<p>${shortName(summary, LONGEST_TEXT)}</p>
    ${quoteList(quotes)}
    ${places.map(([title, names]) =>
      names.length === 0
        ? null
        : html`<p class="soft">${title}: ${listOf(names.slice(0, MOST_NAMES))}${names.length > MOST_NAMES ? ', …' : ''}</p>`,
    )}`;
}

function quoteList(quotes: readonly string[]): Markup {
  if (quotes.length === 0) return null;
  return html`<ul class="quotes">${quotes
    .slice(0, MOST_QUOTES)
    .map((quote) => html`<li><q dir="auto">${shortName(quote, LONGEST_TEXT)}</q></li>`)}</ul>`;
}

function listOf(names: readonly string[]): Markup {
  return names.map((name, index) => html`${index === 0 ? '' : ', '}${named(shortName(name, LONGEST_NAME))}`);
}
