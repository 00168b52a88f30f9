import { printableText } from '../printable-text.ts';
import type { Explanations } from '../renderer.ts';
import {
  alarmsSentence,
  falseAlarmSentence,
  slopeSentence,
  trendNotes,
  trendSentence,
} from '../trend-text.ts';
import { alarmsText } from '../week-text.ts';
import type { WeeksIndex } from '../weeks-index.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { seriesCharts } from './series-charts.ts';
import { shortName } from './short-name.ts';
import { staticPage } from './static-page.ts';
import { trendAlarmsSection } from './trend-alarms-section.ts';
import { weeksSection } from './weeks-section.ts';

const LONGEST_NAME = 120;
const LONGEST_NOTE = 600;

/** The index of all weeks as one file that needs nothing else but what it leads to. */
export function weeksPage(index: WeeksIndex, explanations: Explanations = {}): string {
  const { verdict, points, missing, series, tool } = index;
  return staticPage({
    kind: `corpus health by week, series ${shortName(series, LONGEST_NAME)}`,
    finding: trendSentence(verdict),
    lead: html`
      <p class="lead">${printableText(verdict.summary)} ${slopeSentence({ verdict, by: 'week' })}</p>
      <p>${lastWeek(index)} ${alarmsSentence(index)} ${falseAlarmSentence({ verdict, by: 'week' })}</p>
      ${trendNotes({ points, missing, dates: null }).map((note) => html`<p class="note">${shortName(note, LONGEST_NOTE)}</p>`)}`,
    main: html`
      ${weeksSection(index)}
      ${seriesCharts(index, 'week', explanations)}
      ${trendAlarmsSection(points)}`,
    tool,
    run: null,
  });
}

function lastWeek({ points }: WeeksIndex): Markup {
  const last = points.at(-1);
  if (last === undefined) return 'There is no week yet.';
  const { name, state, alarms } = last;
  return html`<strong>${`${shortName(name, LONGEST_NAME)}, the last week: ${alarmsText(state, alarms)}.`}</strong>`;
}
