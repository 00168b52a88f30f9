import { describe, expect, test } from 'vitest';
import { dayOfDocument } from '../../src/trend/document-day.ts';

const LATEST = '2026-06-30';

describe('dayOfDocument', () => {
  test.each([
    ['2026-03-18', '2026-03-18'],
    [' 2026-03-18T23:30:00-11:00 ', '2026-03-18'],
    ['20260318', '2026-03-18'],
    ['20260318T101500Z', '2026-03-18'],
    ['2026-03-18 10:15', '2026-03-18'],
    ['2026-06-30', '2026-06-30'],
  ])('of %j is %s', (date, day) => {
    expect(dayOfDocument(date, 'week', LATEST)).toEqual({ day });
  });

  test.each([
    [undefined, 'missing'],
    ['  ', 'missing'],
    ['18.3.2026', 'unreadable'],
    ['03/18/2026', 'unreadable'],
    ['1773792000', 'unreadable'],
    ['2026-02-29', 'unreadable'],
    ['2026-13', 'unreadable'],
    ['0000-01-01', 'unreadable'],
    ['constructor', 'unreadable'],
    ['2026-03', 'too-coarse'],
    ['2026', 'too-coarse'],
    ['2026-07-01', 'future'],
  ])('of %j is none: %s', (date, undated) => {
    expect(dayOfDocument(date, 'week', LATEST)).toEqual({ undated });
  });

  test('needs no more than its period does', () => {
    expect(dayOfDocument('2026-03', 'month', LATEST)).toEqual({ day: '2026-03-01' });
    expect(dayOfDocument('2026', 'month', LATEST)).toEqual({ undated: 'too-coarse' });
    expect(dayOfDocument('2026', 'year', LATEST)).toEqual({ day: '2026-01-01' });
  });
});
