import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointLabels } from '../../src/report/html/point-labels.ts';
import { labelWidth, seriesAxis } from '../../src/report/html/series-axis.ts';
import { endOfName } from '../../src/report/html/short-name.ts';
import { shownPlaces } from '../../src/report/html/shown-places.ts';
import { tickLabels } from '../../src/report/html/tick-labels.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';

function dated(...dates: readonly (string | null)[]): readonly { name: string; date: string | null }[] {
  return dates.map((date) => ({ name: date ?? 'undated', date }));
}

describe('the axis of a series', () => {
  it('places dated points by their periods, over leap days and turns of the year', () => {
    expect(seriesAxis(dated('2024-02-28', '2024-02-29', '2024-03-01', '2024-03-03'), 'day').periods).toEqual([
      0, 1, 2, 4,
    ]);
    expect(seriesAxis(dated('2025-12-22', '2025-12-29', '2026-01-05', '2026-01-26'), 'week').periods).toEqual(
      [0, 1, 2, 5],
    );
    expect(seriesAxis(dated('2025-11-01', '2026-01-01'), 'month').periods).toEqual([0, 2]);
    expect(seriesAxis(dated('1999-01-01', '2004-01-01'), 'year').periods).toEqual([0, 5]);
  });

  it('counts days as calendars do, through four centuries', () => {
    const { periods } = seriesAxis(dated('1900-03-01', '2000-03-01', '2300-03-01'), 'day');
    // Of four centuries all but three have a leap day at their turn.
    expect(periods).toEqual([0, 36_525, 146_097]);
  });

  it('takes the order given where dates are absent, unreadable or out of order', () => {
    for (const points of [
      dated('2026-01-01', null),
      dated('2026-01-01', 'soon'),
      dated('2026-01-01', '2025-01-01'),
      dated('2026-01-01', '2026-01-01'),
    ])
      expect(seriesAxis(points, 'month').periods).toEqual([0, 1]);
    expect(seriesAxis(dated('2026-01-01', '2029-01-01'), null).periods).toEqual([0, 1]);
  });

  it('marks gaps, and draws none wider than a few periods', () => {
    const { at, gaps } = seriesAxis(dated('1900-01-01', '2001-01-01', '2002-01-01'), 'year');
    expect([...gaps]).toEqual([1]);
    const [first = 0, second = 0, third = 0] = at;
    expect((second - first) / (third - second)).toBeCloseTo(4);
  });

  it('labels points so that none covers the next, and keeps their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 14 }), (length, width) => {
        const points = Array.from({ length }, (_, place) => ({
          name: String(place).padStart(width, 'n'),
          date: null,
        }));
        const { at, ticks } = seriesAxis(points, null);
        expect(ticks.length).toBeGreaterThan(0);
        expect(at.slice(1).every((each, place) => each > (at[place] ?? Infinity))).toBe(true);
        ticks.slice(1).forEach((tick, place) => {
          const before = ticks[place] ?? tick;
          expect(tick.at - before.at).toBeGreaterThan(
            (labelWidth(tick.label) + labelWidth(before.label)) / 2,
          );
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('labels of points', () => {
  it('leave out what all paths have in common, and keep periods whole', () => {
    expect(pointLabels(['a/b/v1_x-01.jsonl', 'a/b/v1_x-12.jsonl'], false)).toEqual(['01', '12']);
    expect(pointLabels(['2026-W01', '2026-W02'], true)).toEqual(['2026-W01', '2026-W02']);
    expect(pointLabels(['v1', 'v12'], false)).toEqual(['v1', 'v12']);
    expect(pointLabels(['data/v1/', 'data/v2/'], false)).toEqual(['v1', 'v2']);
    expect(pointLabels(['one/file.jsonl'], false)).toEqual(['file.jsonl']);
    expect(pointLabels([], false)).toEqual([]);
  });

  it('are never empty for a name that is not, however alike names are', () => {
    expect(pointLabels(['same.md', 'same.md'], false)).not.toContain('');
    for (const text of HOSTILE_STRINGS.filter((each) => each.trim() !== ''))
      for (const label of pointLabels([text, text, `${text} 1`], false)) expect(label).not.toBe('');
  });
});

describe('numbers at an axis', () => {
  it('have as many decimals as their distance needs', () => {
    expect(tickLabels([-0.5, 0, 0.5, 1], 'ratio')).toEqual(['−0.5', '0.0', '0.5', '1.0']);
    expect(tickLabels([0, 20, 40], 'points')).toEqual(['0', '20', '40']);
    expect(tickLabels([0, 0.002, 0.004], 'share')).toEqual(['0.0', '0.2', '0.4']);
    expect(tickLabels([1000, 2000], 'documents')).toEqual(['1,000', '2,000']);
    expect(tickLabels([1e18, 2e18], 'documents')).toEqual(['1e+18', '2e+18']);
    expect(tickLabels([7], 'points')).toEqual(['7']);
    expect(tickLabels([], 'points')).toEqual([]);
  });
});

describe('the rows of a long table', () => {
  it('are the last, and those with an alarm before them', () => {
    expect(shownPlaces(3, [0], 5)).toEqual([0, 1, 2]);
    expect(shownPlaces(10, [0, 2, 8], 4)).toEqual([0, 2, 6, 7, 8, 9]);
    expect(shownPlaces(0, [])).toEqual([]);
  });
});

describe('a name that is told by its end', () => {
  it('keeps the end, cut between letters, and is no longer than asked for', () => {
    expect(endOfName('a/very/long/path/week-12.jsonl', 14)).toBe('…week-12.jsonl');
    expect(endOfName('week-12', 14)).toBe('week-12');
    expect(endOfName('', 14)).toBe('');
    for (const text of HOSTILE_STRINGS) {
      const cut = endOfName(text.repeat(20), 9);
      expect([...new Intl.Segmenter('en').segment(cut)].length).toBeLessThanOrEqual(9);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }
  });
});
