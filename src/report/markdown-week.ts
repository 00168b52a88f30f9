import type { Alarm } from '../trend/trend.ts';
import { markdownCode, markdownProse } from './markdown-text.ts';
import type { WeekFacts } from './week-facts.ts';
import { alarmSentence, seriesSentences, weekSentence } from './week-text.ts';

const MOST_QUOTES = 3;
const MOST_WORDS = 10;

/** The part of the page that says where the week stands in its series. */
export function weekPart(week: WeekFacts): string[] {
  return [
    `## Week ${week.name}`,
    '',
    markdownProse(weekSentence(week)),
    ...week.alarms.flatMap((alarm) => ['', ...alarmLines(alarm, week.name)]),
    ...seriesSentences(week).flatMap((text) => ['', markdownProse(text)]),
  ];
}

function alarmLines(alarm: Alarm, week: string): string[] {
  const words = alarm.words.slice(0, MOST_WORDS).map(markdownCode);
  return [
    `- **${markdownProse(alarmSentence(alarm, week))}**`,
    ...(words.length > 0 ? [`  - words: ${words.join(', ')}`] : []),
    ...alarm.evidence.flatMap(({ summary, quotes, sources }) => [
      `  - ${markdownProse(summary)}`,
      ...quotes.slice(0, MOST_QUOTES).map((quote) => `    - ${markdownCode(quote)}`),
      ...(sources.length > 0
        ? [`    - from ${sources.slice(0, MOST_WORDS).map(markdownCode).join(', ')}`]
        : []),
    ]),
  ];
}
