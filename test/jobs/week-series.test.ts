import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mondayOfWeek } from '../../src/calendar-week.ts';
import type { WeekEntry } from '../../src/history/history.ts';
import { weekFacts, weekTrend } from '../../src/jobs/week-series.ts';
import { madePoint, quietSeries } from '../trend/made-series.ts';

const BASELINE = digestOf('2026-W01');

describe('the weeks of a series', () => {
  it('are followed in the order of time, however they came', () => {
    const entries = quietWeeks(12);
    expect(weekTrend(entries.toReversed())).toEqual(weekTrend(entries));
    expect(weekTrend(entries).points.map(({ name }) => name)).toEqual(entries.map(({ week }) => week));
  });

  it('tell the weeks that are missing', () => {
    const entries = quietWeeks(12).filter(({ week }) => !['2026-W04', '2026-W09'].includes(week));
    expect(weekTrend(entries).missing).toEqual({ total: 2, names: ['2026-W04', '2026-W09'] });
  });

  it('keep of another baseline what was not found against it', () => {
    const entries = quietWeeks(12);
    const other = entries.map((entry, index) =>
      index < 3 ? { ...entry, baselineDigest: digestOf('an older one') } : entry,
    );
    const [first, second, third, fourth] = weekTrend(other).points;
    for (const point of [first, second, third]) expect(point?.figures).not.toHaveProperty('tail-kept');
    // The first is the baseline of the present weeks, though it was compared with another.
    expect(first?.change).toEqual({ value: 0, interval: [0, 0] });
    expect([second?.change, third?.change]).toEqual([null, null]);
    expect(fourth?.change).toEqual(entries[3]?.point.change);
    expect(second?.figures['homogeneity']).toEqual(entries[1]?.point.figures['homogeneity']);
  });

  it('of which the last jumps have an alarm in it alone', () => {
    const entries = [...quietWeeks(11), weekOf('2026-W12', madePoint('', { homogeneity: 70, kept: 0.7 }))];
    const [last] = entries.slice(-1);
    const facts = weekFacts(entries, last ?? weekOf('', madePoint('', {})), '2026-W01');
    expect(facts).toMatchObject({ name: '2026-W12', monday: '2026-03-16', weeks: 12, state: 'tested' });
    expect(facts.alarms.map(({ kind }) => kind)).toContain('narrowing');
    const before = entries.at(-2);
    if (before === undefined) throw new Error('there are twelve');
    // A week is judged by what was known then, though later ones are there.
    expect(weekFacts(entries, before, null).alarms).toEqual([]);
    expect(weekFacts(entries, before, null).weeks).toBe(11);
  });

  it('is judged anew where it is run again', () => {
    const entries = [...quietWeeks(11), weekOf('2026-W12', madePoint('', { homogeneity: 70, kept: 0.7 }))];
    const again = weekOf('2026-W12', madePoint('', { homogeneity: 40, kept: 1, known: 1, duplicates: 0 }));
    expect(weekFacts(entries, again, null)).toMatchObject({ weeks: 12, alarms: [] });
  });
});

function quietWeeks(length: number): WeekEntry[] {
  return quietSeries(length, 7).map((point, index) =>
    weekOf(`2026-W${String(index + 1).padStart(2, '0')}`, point),
  );
}

function weekOf(week: string, point: WeekEntry['point']): WeekEntry {
  return {
    series: 'main',
    week,
    profileDigest: digestOf(week),
    baselineDigest: week === '2026-W01' ? null : BASELINE,
    point: { ...point, name: week, date: mondayOfWeek(week) },
  };
}

function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}
