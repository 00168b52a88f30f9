import { wrapText } from './display-width.ts';
import { printableText } from './printable-text.ts';
import type { TerminalLook } from './terminal.ts';
import { line, screenText } from './terminal-line.ts';
import type { WeekFacts } from './week-facts.ts';
import { alarmSentence, weekSentence } from './week-text.ts';

const MOST_ALARMS = 5;

/** The lines below a report on the terminal that say where the week stands in its series. */
export function weekScreen(week: WeekFacts, { width, palette }: TerminalLook): string {
  const style = week.alarms.some(({ kind }) => kind !== 'volume') ? 'red' : 'plain';
  const alarms = week.alarms.slice(0, MOST_ALARMS).map((alarm) => `! ${alarmSentence(alarm, week.name)}`);
  const hidden = week.alarms.length - alarms.length;
  const lines = [
    line(''),
    ...wrapText(printableText(weekSentence(week)), width).map((text) => line(text, style)),
    ...alarms.flatMap((text) => wrapText(printableText(text), width).map((part) => line(part))),
    ...(hidden > 0 ? [line(`and ${hidden} more in the report`)] : []),
  ];
  return screenText(lines, width, palette);
}
