import type { TrendPoint } from '../../trend/trend.ts';
import { signedText } from '../figure-text.ts';
import { printableText } from '../printable-text.ts';
import { countText } from '../quantity-text.ts';
import type { WeeksIndex } from '../weeks-index.ts';
import { indexSparkline } from './index-sparkline.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { pointOutcome } from './point-outcome.ts';
import { shortName } from './short-name.ts';
import { rowsNote, shownPlaces } from './shown-places.ts';
import type { Cell } from './table.ts';
import { table } from './table.ts';

/** Five years. */
const MOST_ROWS = 260;
const LONGEST_NAME = 40;
const PAGE = '.html';

/** All weeks as a table, the last first, with the way to their reports. */
export function weeksSection({ points, reports }: WeeksIndex): Markup {
  const paths = new Map(reports.map((report) => [report.week, report.paths]));
  const alarmed = points.flatMap(({ alarms }, place) => (alarms.length > 0 ? [place] : []));
  const shown = shownPlaces(points.length, alarmed, MOST_ROWS);
  const note = rowsNote(shown.length, points.length);
  return html`<section aria-labelledby="weeks"><h2 id="weeks">Weeks</h2>
    ${note === '' ? null : html`<p class="soft">${note}</p>`}
    ${table(
      'All weeks as a table',
      [
        { title: 'week' },
        { title: 'alarms' },
        { title: 'level' },
        { title: 'index', isNumber: true },
        { title: 'change', isNumber: true },
        { title: 'more' },
        { title: 'documents', isNumber: true },
      ],
      shown.toReversed().map((place) => rowOf(points, place, paths)),
    )}
    <p class="soft">The index is that of homogeneity, from 0, many voices, to 100, one voice, with the line of the last twelve weeks; change is in its points against the baseline.</p>
  </section>`;
}

function rowOf(
  points: readonly TrendPoint[],
  place: number,
  paths: ReadonlyMap<string, readonly string[]>,
): readonly Cell[] {
  const point = points[place];
  if (point === undefined) return [];
  const { name, level, homogeneity, change, documents } = point;
  const own = paths.get(name) ?? [];
  const page = own.find((path) => path.endsWith(PAGE));
  const label = html`<bdi class="whole" id=${`point-${place}`}>${shortName(name, LONGEST_NAME)}</bdi>`;
  return [
    { content: page === undefined ? label : html`<a href=${addressOf(page)}>${label}</a>` },
    { content: pointOutcome(point, place) },
    { content: level === 'insufficient-data' ? 'none: too little data' : level },
    homogeneity === null
      ? { content: '–' }
      : {
          content: html`${indexSparkline(points, place)}<span class="digits">${homogeneity.value.toFixed(1)}</span>`,
          key: homogeneity.value,
        },
    change === null ? { content: '–' } : { content: signedText(change.value, 1), key: change.value },
    {
      content: html`<span class="whole">${own
        .filter((path) => path !== page)
        .map(
          (path, index) =>
            html`${index === 0 ? '' : ' '}<a href=${addressOf(path)}>${endingOf(path)}<span class="unseen"> of ${shortName(name, LONGEST_NAME)}</span></a>`,
        )}</span>`,
    },
    { content: countText(documents), key: documents },
  ];
}

/** Beside the index, whatever the path looks like. */
function addressOf(path: string): string {
  return `./${printableText(path).split('/').map(encodeURIComponent).join('/')}`;
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
