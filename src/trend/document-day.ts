import { periodOfDay } from './calendar-period.ts';
import type { Period } from './trend.ts';

/** Why a document lies in no period. */
export type Undated = 'missing' | 'unreadable' | 'too-coarse' | 'future';

const EXTENDED = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T Z+-].*)?)?)?$/su;
const BASIC = /^(\d{4})(\d\d)(\d\d)(?:T.*)?$/su;

/**
 * The day `YYYY-MM-DD` of an ISO 8601 date as it is written, whatever its time and zone: the first day of a month or a
 * year where it says no more and a period needs no more. Days after `latest` lie in the future.
 */
export function dayOfDocument(
  date: string | undefined,
  period: Period,
  latest: string,
): { readonly day: string } | { readonly undated: Undated } {
  if (date === undefined || date.trim() === '') return { undated: 'missing' };
  const trimmed = date.trim();
  const [, year, month, day] = EXTENDED.exec(trimmed) ?? BASIC.exec(trimmed) ?? [];
  // No text is of the year 0: it stands for a date that is not known.
  if (year === undefined || year === '0000') return { undated: 'unreadable' };
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (periodOfDay(first, 'day') === null) return { undated: 'unreadable' };
  if (isTooCoarse(month, day, period)) return { undated: 'too-coarse' };
  return first > latest ? { undated: 'future' } : { day: first };
}

function isTooCoarse(month: string | undefined, day: string | undefined, period: Period): boolean {
  if (period === 'year') return false;
  return period === 'month' ? month === undefined : day === undefined;
}
