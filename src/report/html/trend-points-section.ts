import type { TrendPoint } from '../../trend/trend.ts';
import { signedText } from '../figure-text.ts';
import { countText, quantityParts } from '../quantity-text.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { pointOutcome } from './point-outcome.ts';
import { endOfName } from './short-name.ts';
import { rowsNote, shownPlaces } from './shown-places.ts';
import type { Cell } from './table.ts';
import { table } from './table.ts';

const MOST_ROWS = 200;
const LONGEST_NAME = 36;

/** All points as a table, the last first, with 95 % intervals and the way to their alarms. */
export function trendPointsSection(points: readonly TrendPoint[]): Markup {
  const alarmed = points.flatMap(({ alarms }, place) => (alarms.length > 0 ? [place] : []));
  const shown = shownPlaces(points.length, alarmed, MOST_ROWS);
  const note = rowsNote(shown.length, points.length);
  return html`<section aria-labelledby="points"><h2 id="points">Points</h2>
    <p>Homogeneity and change in points, with 95 % intervals.</p>
    ${note === '' ? null : html`<p class="soft">${note}</p>`}
    ${table(
      'All points as a table',
      [
        { title: 'point' },
        { title: 'alarms' },
        { title: 'level' },
        { title: 'homogeneity', isNumber: true },
        { title: 'change', isNumber: true },
        { title: 'documents', isNumber: true },
      ],
      shown.toReversed().map((place) => rowOf(points[place], place)),
    )}
  </section>`;
}

function rowOf(point: TrendPoint | undefined, place: number): readonly Cell[] {
  if (point === undefined) return [];
  const { name, documents, level, homogeneity, change } = point;
  return [
    { content: html`<bdi class="whole" id=${`point-${place}`}>${endOfName(name, LONGEST_NAME)}</bdi>` },
    { content: pointOutcome(point, place) },
    { content: level === 'insufficient-data' ? 'none: too little data' : level },
    homogeneity === null ? { content: '–' } : { content: indexText(homogeneity), key: homogeneity.value },
    change === null ? { content: '–' } : { content: changeText(change), key: change.value },
    { content: countText(documents), key: documents },
  ];
}

function indexText(homogeneity: NonNullable<TrendPoint['homogeneity']>): string {
  const { number, interval } = quantityParts(homogeneity);
  return `${number} ${interval}`.trimEnd();
}

function changeText({ value, interval }: NonNullable<TrendPoint['change']>): string {
  const range = interval === null ? '' : ` (${interval.map((end) => signedText(end, 1)).join(' to ')})`;
  return `${signedText(value, 1)}${range}`;
}
