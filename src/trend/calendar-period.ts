import type { Period } from './trend.ts';

const MILLISECONDS_OF_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/u;
const WEEKDAYS = 7;
/** The first of January 1970 was a Thursday, three days after a Monday. */
const DAYS_AFTER_MONDAY = 3;
/** Days from the Monday of a week to the Thursday that says to which year it belongs (ISO 8601). */
const TO_THURSDAY = 3;
const DAYS_OF_400_YEARS = 146_097;
const MOST_NAMES = 100;

/** A period by its name, such as `2026-W12`, and its first day. */
export interface NamedPeriod {
  readonly name: string;
  readonly date: string;
}

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
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
      return { name: dateText(number), date: dateText(number) };
    case 'week':
      return weekAt(number);
    case 'month':
      return { name: dateText(number).slice(0, 7), date: dateText(dayNumber(year, month, 1)) };
    case 'year':
      return { name: dateText(number).slice(0, 4), date: dateText(dayNumber(year, 1, 1)) };
  }
}

function weekAt(number: number): NamedPeriod {
  const monday = mondayBefore(number);
  const { year } = partsOf(monday + TO_THURSDAY);
  const week = Math.floor((monday + TO_THURSDAY - dayNumber(year, 1, 1)) / WEEKDAYS) + 1;
  return { name: `${padded(year, 4)}-W${padded(week, 2)}`, date: dateText(monday) };
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

function mondayBefore(number: number): number {
  return number - ((((number + DAYS_AFTER_MONDAY) % WEEKDAYS) + WEEKDAYS) % WEEKDAYS);
}

/** Days since the first of January 1970; null where the date is none of the calendar. */
function numberOfDay(date: string): number | null {
  const [, year, month, day] = DAY.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const number = dayNumber(Number(year), Number(month), Number(day));
  return dateText(number) === date ? number : null;
}

/** The calendar repeats after 400 years, by which years below 100 are kept from being taken for those of 1900. */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / MILLISECONDS_OF_DAY - DAYS_OF_400_YEARS;
}

/** Year, month and day of a day number (Hinnant 2013, "chrono-compatible low-level date algorithms"). */
function partsOf(number: number): DayParts {
  const fromMarch = number + 719_468;
  const era = Math.floor(fromMarch / DAYS_OF_400_YEARS);
  const inEra = fromMarch - era * DAYS_OF_400_YEARS;
  const ofEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const shifted = Math.floor((5 * inYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: ofEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

function dateText(number: number): string {
  const { year, month, day } = partsOf(number);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
