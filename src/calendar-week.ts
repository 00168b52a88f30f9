import { dayNumber, dayText, mondayBefore, numberOfDay, padded, partsOf, WEEKDAYS } from './calendar-day.ts';

const WEEK = /^(\d{4})-W(\d\d)$/u;
/** Days from the Monday of a week to the Thursday that says to which year it belongs (ISO 8601). */
const TO_THURSDAY = 3;
/** The day of January that lies in the first week of every year (ISO 8601). */
const DAY_OF_FIRST_WEEK = 4;

/** The ISO 8601 week of a day `YYYY-MM-DD`, such as `2026-W12`. Null where there is no such day. */
export function weekOfDay(day: string): string | null {
  const number = numberOfDay(day);
  return number === null ? null : weekAt(number);
}

/** The same of a day number. */
export function weekAt(number: number): string {
  const thursday = mondayBefore(number) + TO_THURSDAY;
  const { year } = partsOf(thursday);
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / WEEKDAYS) + 1;
  return `${padded(year, 4)}-W${padded(week, 2)}`;
}

/** The Monday `YYYY-MM-DD` with which an ISO 8601 week such as `2026-W12` begins. Null where there is no such week. */
export function mondayOfWeek(week: string): string | null {
  const [, year, number] = WEEK.exec(week) ?? [];
  if (year === undefined || number === undefined) return null;
  const first = mondayBefore(dayNumber(Number(year), 1, DAY_OF_FIRST_WEEK));
  const monday = first + (Number(number) - 1) * WEEKDAYS;
  return weekAt(monday) === week ? dayText(monday) : null;
}
