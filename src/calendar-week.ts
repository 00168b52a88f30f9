const WEEK = /^(\d{4})-W(\d\d)$/u;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/u;
const DAYS_OF_WEEK = 7;
const MONTHS = 12;
const MILLISECONDS_OF_DAY = 86_400_000;
/** The first of January 1970 was a Thursday, the fourth day of a week that begins on Monday. */
const FIRST_WEEKDAY = 3;
/** The day of January that lies in the first week of every year (ISO 8601). */
const DAY_OF_FIRST_WEEK = 4;

/** The ISO 8601 week of a day `YYYY-MM-DD`, such as `2026-W12`. Null where there is no such day. */
export function weekOfDay(day: string): string | null {
  const [, year = '', month = '', date = ''] = DAY.exec(day) ?? [];
  const number = dayNumber(Number(year), Number(month), Number(date));
  if (dayText(number, Number(year)) !== day) return null;
  const monday = mondayBefore(number);
  const years = [Number(year) - 1, Number(year), Number(year) + 1];
  const weekYear = years.findLast((candidate) => firstMonday(candidate) <= monday) ?? Number(year);
  const week = (monday - firstMonday(weekYear)) / DAYS_OF_WEEK + 1;
  return `${String(weekYear).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** The Monday `YYYY-MM-DD` with which an ISO 8601 week such as `2026-W12` begins. Null where there is no such week. */
export function mondayOfWeek(week: string): string | null {
  const [, year = '', number = ''] = WEEK.exec(week) ?? [];
  const monday = dayText(firstMonday(Number(year)) + (Number(number) - 1) * DAYS_OF_WEEK, Number(year));
  return weekOfDay(monday) === week ? monday : null;
}

/** Days since the first of January 1970. */
function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MILLISECONDS_OF_DAY;
}

function mondayBefore(number: number): number {
  const weekday = (((number + FIRST_WEEKDAY) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  return number - weekday;
}

function firstMonday(year: number): number {
  return mondayBefore(dayNumber(year, 1, DAY_OF_FIRST_WEEK));
}

/** A day of a year, or of the December before it, as text. */
function dayText(number: number, year: number): string {
  const isBefore = number < dayNumber(year, 1, 1);
  const ofYear = isBefore ? year - 1 : year;
  const months = Array.from({ length: MONTHS }, (_, index) => index + 1);
  const month = months.findLast((candidate) => dayNumber(ofYear, candidate, 1) <= number) ?? 1;
  const date = number - dayNumber(ofYear, month, 1) + 1;
  const padded = [
    String(ofYear).padStart(4, '0'),
    ...[month, date].map((part) => String(part).padStart(2, '0')),
  ];
  return padded.join('-');
}
