import { dayNumber, dayText, mondayBefore, numberOfDay, partsOf, WEEKDAYS } from '../calendar-day.ts';
import { weekAt } from '../calendar-week.ts';
import type { Period } from './trend.ts';

const MOST_NAMES = 100;

/** A period by its name, such as `2026-W12`, and its first day. */
export interface NamedPeriod {
  readonly name: string;
  readonly date: string;
}

/** The period in which a day `YYYY-MM-DD` lies; weeks are those of ISO 8601. Null where there is no such day. */
export function periodOfDay(date: string, period: Period): NamedPeriod | null {
  const number = numberOfDay(date);
  return number === null ? null : periodAt(number, period);
}

/** How many periods lie between two days, 0 in one period; null where one is no day. */
export function periodsBetween(first: string, second: string, period: Period): number | null {
  const [from, to] = [numberOfDay(first), numberOfDay(second)];
  return from === null || to === null ? null : indexOf(to, period) - indexOf(from, period);
}

/** The periods after that of one day and before that of another: their number, and the names of the first hundred. */
export function periodsMissing(
  first: string,
  second: string,
  period: Period,
): { readonly total: number; readonly names: readonly string[] } {
  const total = Math.max(0, (periodsBetween(first, second, period) ?? 0) - 1);
  const names: string[] = [];
  let number = numberOfDay(first) ?? 0;
  while (names.length < Math.min(total, MOST_NAMES)) {
    number = startAfter(number, period);
    names.push(periodAt(number, period).name);
  }
  return { total, names };
}

function periodAt(number: number, period: Period): NamedPeriod {
  const { year, month } = partsOf(number);
  switch (period) {
    case 'day':
      return { name: dayText(number), date: dayText(number) };
    case 'week':
      return { name: weekAt(number), date: dayText(mondayBefore(number)) };
    case 'month':
      return { name: dayText(number).slice(0, 7), date: dayText(dayNumber(year, month, 1)) };
    case 'year':
      return { name: dayText(number).slice(0, 4), date: dayText(dayNumber(year, 1, 1)) };
  }
}

/** A number that rises by one from period to period. */
function indexOf(number: number, period: Period): number {
  const { year, month } = partsOf(number);
  switch (period) {
    case 'day':
      return number;
    case 'week':
      return mondayBefore(number) / WEEKDAYS;
    case 'month':
      return 12 * year + month;
    case 'year':
      return year;
  }
}

function startAfter(number: number, period: Period): number {
  const { year, month } = partsOf(number);
  switch (period) {
    case 'day':
      return number + 1;
    case 'week':
      return mondayBefore(number) + WEEKDAYS;
    case 'month':
      return month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
    case 'year':
      return dayNumber(year + 1, 1, 1);
  }
}
