import { printableText } from '../printable-text.ts';
import type { Explanations } from '../renderer.ts';
import type { TrendReport } from '../trend-report.ts';
import {
  alarmsSentence,
  falseAlarmSentence,
  slopeSentence,
  trendNotes,
  trendSentence,
} from '../trend-text.ts';
import { html } from './markup.ts';
import { datesLeftOutSection, trendRunSection } from './run-section.ts';
import { seriesCharts } from './series-charts.ts';
import { endOfName, shortName } from './short-name.ts';
import { staticPage } from './static-page.ts';
import { trendAlarmsSection } from './trend-alarms-section.ts';
import { trendPointsSection } from './trend-points-section.ts';

const LONGEST_NAME = 120;

/** The report of a series as one file that needs nothing else. */
export function trendPage(report: TrendReport, explanations: Explanations): string {
  const { verdict, points, run, tool, baseline } = report;
  const against =
    baseline === null
      ? 'No point has enough documents to be a baseline, so that no change is told.'
      : `Change is told against ${endOfName(baseline, LONGEST_NAME)}.`;
  return staticPage({
    kind: 'a series of corpora',
    finding: trendSentence(verdict),
    lead: html`
      <p class="lead">${printableText(verdict.summary)} ${slopeSentence(report)}</p>
      <p><strong>${alarmsSentence(report)}</strong> ${falseAlarmSentence(report)}</p>
      <p>${against}</p>
      ${trendNotes(report).map((note) => html`<p class="note">${shortName(note, 600)}</p>`)}`,
    main: html`
      ${seriesCharts(report, report.by, explanations)}
      ${trendAlarmsSection(points)}
      ${trendPointsSection(points)}
      ${datesLeftOutSection(report)}
      ${trendRunSection(report)}`,
    tool,
    run,
  });
}
