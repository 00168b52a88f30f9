const MILLISECONDS_OF_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/u;
export const WEEKDAYS = 7;
/** The first of January 1970 was a Thursday, three days after a Monday. */
const DAYS_AFTER_MONDAY = 3;
const DAYS_OF_400_YEARS = 146_097;

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since the first of January 1970; null where the date is none of the calendar. */
export function numberOfDay(date: string): number | null {
  const [, year, month, day] = DAY.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const number = dayNumber(Number(year), Number(month), Number(day));
  return dayText(number) === date ? number : null;
}

/**
 * Days since the first of January 1970. The calendar repeats after 400 years, by which years below 100 are kept from being taken for those of 1900.
 */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / MILLISECONDS_OF_DAY - DAYS_OF_400_YEARS;
}

/** Year, month and day of a day number (Hinnant 2013, "chrono-compatible low-level date algorithms"). */
export function partsOf(number: number): DayParts {
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

/** A day number as `YYYY-MM-DD`. */
export function dayText(number: number): string {
  const { year, month, day } = partsOf(number);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** The day number of the Monday of the week in which a day lies. */
export function mondayBefore(number: number): number {
  return number - ((((number + DAYS_AFTER_MONDAY) % WEEKDAYS) + WEEKDAYS) % WEEKDAYS);
}

/** A number with zeros before it. */
export function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
