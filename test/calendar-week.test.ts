import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mondayOfWeek, weekOfDay } from '../src/calendar-week.ts';

const DAY = 86_400_000;

/** Days of four-digit years, as text. */
const days = fc
  .integer({ min: Date.UTC(1, 0, 8) / DAY + 693_000, max: Date.UTC(9998, 11, 20) / DAY })
  .map((number) => dayText(number));

describe('the ISO week of a day', () => {
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2020-12-31', '2020-W53'],
    ['2016-01-03', '2015-W53'],
    ['2024-02-29', '2024-W09'],
    ['1969-12-31', '1970-W01'],
    ['2026-11-25', '2026-W48'],
  ])('%s lies in %s', (day, week) => {
    expect(weekOfDay(day)).toBe(week);
  });

  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-1-1',
    '',
    'constructor',
    '2025-01-01T00',
  ])('is none for %j', (day) => {
    expect(weekOfDay(day)).toBeNull();
  });

  it('holds the seven days from its Monday on', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = mondayOfWeek(weekOfDay(day) ?? '') ?? '';
        const distance = (Date.parse(day) - Date.parse(monday)) / DAY;
        expect(distance).toBe((new Date(day).getUTCDay() + 6) % 7);
      }),
    );
  });

  it('comes later for a later week, as text too', () => {
    fc.assert(
      fc.property(days, (day) => {
        const next = dayText(Date.parse(day) / DAY + 7);
        expect((weekOfDay(day) ?? '') < (weekOfDay(next) ?? '')).toBe(true);
      }),
    );
  });
});

describe('the Monday of an ISO week', () => {
  it.each([
    ['2026-W01', '2025-12-29'],
    ['2026-W12', '2026-03-16'],
    ['2020-W53', '2020-12-28'],
    ['1970-W01', '1969-12-29'],
  ])('of %s is %s', (week, monday) => {
    expect(mondayOfWeek(week)).toBe(monday);
  });

  it.each(['2026-W00', '2026-W54', '2025-W53', '2026-12', '2026W12', '2026-W1', ' 2026-W12', '__proto__'])(
    'is none of %j',
    (week) => {
      expect(mondayOfWeek(week)).toBeNull();
    },
  );
});

function dayText(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
