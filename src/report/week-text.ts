import type { Alarm, PointState } from '../trend/trend.ts';
import { countedText } from './quantity-text.ts';
import { falseAlarmSentence } from './trend-text.ts';
import type { WeekFacts } from './week-facts.ts';

const STATES: Readonly<Record<PointState, string>> = {
  tested: 'no alarm',
  learning: 'learning what is usual, so that nothing is tested yet',
  'too-small': 'not tested, since it has too few documents',
  'other-plan': 'not tested, since it was measured by another version or in another way',
  'no-figures': 'not tested, since it has no figures',
};

/** The kinds of alarms, each once, or why there is none. */
export function alarmsText(state: PointState, alarms: readonly Alarm[]): string {
  if (alarms.length === 0) return STATES[state];
  return [...new Set(alarms.map(({ kind }) => kind))].join(', ');
}

/** What became of a week, in one sentence. */
export function weekSentence({ name, state, alarms, weeks }: WeekFacts): string {
  const behind = countedText(weeks, 'week', 'weeks');
  const head = alarms.length === 0 ? '' : `${countedText(alarms.length, 'alarm', 'alarms')}: `;
  return `${name}, after ${behind} with this one: ${head}${alarmsText(state, alarms)}.`;
}

/** What the week was compared with, empty where it was compared with nothing or with what the run names. */
function baselineSentence({ baselineWeek }: WeekFacts): string {
  return baselineWeek === null ? '' : `It is compared with ${baselineWeek}, the first week of the series.`;
}

/** What the series says as a whole, and how often its alarms are false, one sentence each. */
export function seriesSentences(week: WeekFacts): readonly string[] {
  const { verdict } = week;
  return [baselineSentence(week), verdict.summary, falseAlarmSentence({ verdict, by: 'week' })].filter(
    (text) => text !== '',
  );
}

/** An alarm in one sentence, with the words that it is about. */
export function alarmSentence({ kind, summary, since }: Alarm, week: string): string {
  const begun = since === week ? '' : ` It seems to have begun in ${since}.`;
  return `${kind}: ${summary}${begun}`;
}
