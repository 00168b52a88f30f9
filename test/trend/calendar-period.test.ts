import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOfDay, periodsBetween, periodsMissing } from '../../src/trend/calendar-period.ts';

describe('periodOfDay', () => {
  test.each([
    ['2026-03-18', '2026-W12', '2026-03-16'],
    ['2021-01-03', '2020-W53', '2020-12-28'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
    ['2000-01-01', '1999-W52', '1999-12-27'],
    ['1970-01-01', '1970-W01', '1969-12-29'],
  ])('of %s is the week %s', (day, name, date) => {
    expect(periodOfDay(day, 'week')).toEqual({ name, date });
  });

  test('names days, months and years by their beginnings', () => {
    expect(periodOfDay('2024-02-29', 'day')).toEqual({ name: '2024-02-29', date: '2024-02-29' });
    expect(periodOfDay('2024-02-29', 'month')).toEqual({ name: '2024-02', date: '2024-02-01' });
    expect(periodOfDay('0099-02-28', 'year')).toEqual({ name: '0099', date: '0099-01-01' });
  });

  test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-04-01', '', 'constructor'])(
    'is null for %j, which is no day',
    (day) => {
      expect(periodOfDay(day, 'week')).toBeNull();
    },
  );

  test('agrees with the calendar of the machine on every day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-02'), max: new Date('9998-12-30'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const monday = periodOfDay(day, 'week')?.date ?? '';
          expect(new Date(monday).getUTCDay()).toBe(1);
          const distance = (new Date(day).getTime() - new Date(monday).getTime()) / 86_400_000;
          expect(distance).toBeGreaterThanOrEqual(0);
          expect(distance).toBeLessThan(7);
          expect(periodOfDay(day, 'day')?.date).toBe(day);
        },
      ),
    );
  });
});

describe('periodsMissing', () => {
  test('names what lies between two days', () => {
    expect(periodsMissing('2020-12-20', '2021-01-05', 'week')).toEqual({
      total: 2,
      names: ['2020-W52', '2020-W53'],
    });
    expect(periodsMissing('2024-11-30', '2025-02-01', 'month')).toEqual({
      total: 2,
      names: ['2024-12', '2025-01'],
    });
    expect(periodsMissing('2024-11-30', '2024-12-01', 'day')).toEqual({ total: 0, names: [] });
    expect(periodsMissing('2024-11-30', '2024-11-30', 'year')).toEqual({ total: 0, names: [] });
  });

  test('counts more than it names', () => {
    const { total, names } = periodsMissing('1900-01-01', '2026-01-01', 'day');
    expect(total).toBe(46_020);
    expect(names).toHaveLength(100);
  });

  test('takes as many steps as lie between', () => {
    expect(periodsBetween('2020-01-01', '2026-01-01', 'year')).toBe(6);
    expect(periodsBetween('2025-12-28', '2026-01-05', 'week')).toBe(2);
    expect(periodsBetween('no day', '2026-01-05', 'week')).toBeNull();
  });
});
