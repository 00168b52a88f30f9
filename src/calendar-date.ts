const LAST_DAY = 31;
const EXTENDED = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:[T Z+-].*)?)?)?$/su;
const BASIC = /^(\d{4})(0[1-9]|1[0-2])(\d\d)(?:T.*)?$/su;

/**
 * The month of an ISO 8601 calendar date, `2025-03`, or the year of one that says no more, `2025`.
 * Null where it is none: `01/02/2025` is two dates, and a number of seconds could be anything.
 * What follows the day, a time or a zone, is not looked at.
 */
export function periodOfDate(date: string): string | null {
  const trimmed = date.trim();
  const [, year, month, day] = EXTENDED.exec(trimmed) ?? BASIC.exec(trimmed) ?? [];
  if (year === undefined) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > LAST_DAY)) return null;
  return month === undefined ? year : `${year}-${month}`;
}
