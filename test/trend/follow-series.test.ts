import { describe, expect, test } from 'vitest';
import type { DriftedWord, WordDrift } from '../../src/compare/comparison.ts';
import { falseAlarmsPerPoint } from '../../src/trend/chart-limits.ts';
import { followSeries } from '../../src/trend/follow-series.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';
import type { Trend } from '../../src/trend/trend.ts';
import { madePoint, quietSeries } from './made-series.ts';

const WEEKLY = { period: null } as const;

function alarmsIn({ points }: Trend): readonly string[] {
  return points.flatMap(({ name, alarms }) =>
    alarms.map(({ kind, measure }) => `${name}: ${kind} by ${measure}`),
  );
}

/** The series with points changed at some places, from 0. */
function changed(
  points: readonly SeriesPoint[],
  change: (point: SeriesPoint, place: number) => SeriesPoint,
): readonly SeriesPoint[] {
  return points.map((point, place) => change(point, place));
}

function moved(point: SeriesPoint, id: string, by: number): SeriesPoint {
  const own = point.figures[id];
  if (own === undefined) throw new Error(`the point has no ${id}`);
  return { ...point, figures: { ...point.figures, [id]: { ...own, value: own.value + by } } };
}

function drifting(...words: readonly string[]): WordDrift {
  return {
    alarm: true,
    tested: 100,
    windowWords: 100,
    rose: words.length,
    fell: 0,
    words: words.map((word): DriftedWord => ({ word, baseline: 0, candidate: 1, ratio: 9, adjustedP: 1e-6 })),
  };
}

function movedBoth(point: SeriesPoint): SeriesPoint {
  return moved(moved(point, 'homogeneity', 2), 'tail-kept', -0.01);
}

describe('followSeries', () => {
  test('says nothing of an empty series, and nothing of few points', () => {
    for (const length of [0, 1, 4]) {
      const trend = followSeries(quietSeries(length, 3), WEEKLY);
      expect(trend.verdict).toMatchObject({ direction: 'insufficient-data', slope: null });
      expect(alarmsIn(trend)).toEqual([]);
      expect(trend.points).toHaveLength(length);
    }
  });

  test('tells a jump in the point where it is, and judges later ones by those before it', () => {
    const quiet = quietSeries(30, 5);
    const trend = followSeries(
      changed(quiet, (point, place) => (place === 20 ? moved(point, 'homogeneity', 30) : point)),
      WEEKLY,
    );
    expect(alarmsIn(trend)).toEqual(['week 21: narrowing by homogeneity']);
    const [chart] = trend.charts;
    const [untouched] = followSeries(
      quiet.filter((_, place) => place !== 20),
      WEEKLY,
    ).charts;
    expect(chart?.points.at(-1)?.centre).toBe(untouched?.points.at(-1)?.centre);
  });

  test('tells a slow loss of the tail, and from where it began', () => {
    const trend = followSeries(
      changed(quietSeries(40, 6), (point, place) =>
        place < 30 ? point : moved(point, 'tail-kept', -0.004 * (place - 29)),
      ),
      WEEKLY,
    );
    const [alarm] = trend.points.flatMap(({ alarms }) => alarms);
    expect(alarm).toMatchObject({ kind: 'narrowing', chart: 'cusum' });
    expect(Number(alarm?.since.slice('week '.length))).toBeGreaterThan(25);
  });

  test('calls the same loss word drift where the baseline lacks as many words of the points', () => {
    const trend = followSeries(
      changed(quietSeries(40, 6), (point, place) =>
        place < 30 ? point : moved(moved(point, 'tail-kept', -0.02), 'tail-known', -0.02),
      ),
      WEEKLY,
    );
    expect(alarmsIn(trend)[0]).toMatch(/word-drift by tail-kept/u);
  });

  test('finds a change that each figure shows a little of by both together, which says where each stands', () => {
    const firsts = Array.from({ length: 12 }, (_, seed) => {
      const trend = followSeries(
        changed(quietSeries(64, seed), (point, place) => (place < 50 ? point : movedBoth(point))),
        WEEKLY,
      );
      const [alarm] = trend.points.slice(50).flatMap(({ alarms }) => alarms);
      return alarm;
    });
    const together = firsts.filter((alarm) => alarm?.measure === 'narrowing');
    expect(together.length).toBeGreaterThan(2);
    for (const alarm of together) {
      expect(alarm).toMatchObject({ kind: 'narrowing', chart: 'cusum' });
      expect(alarm?.summary).toMatch(/Homogeneity of distinct texts .* Rare words kept/u);
    }
  });

  test('takes a level that stays for the usual one after three points', () => {
    const trend = followSeries(
      changed(quietSeries(60, 8), (point, place) => (place < 30 ? point : moved(point, 'homogeneity', 40))),
      WEEKLY,
    );
    expect(alarmsIn(trend)).toEqual(
      ['week 31', 'week 32', 'week 33'].map((week) => `${week}: narrowing by homogeneity`),
    );
    expect(trend.points[32]?.alarms[0]?.summary).toMatch(/counts as usual/u);
  });

  test('draws points that are too small or of another plan, and neither tests them nor learns from them', () => {
    const quiet = quietSeries(30, 9);
    const odd = (more: Partial<SeriesPoint>): Trend =>
      followSeries(
        changed(quiet, (point, place) =>
          place === 20 ? { ...moved(point, 'homogeneity', 50), ...more } : point,
        ),
        WEEKLY,
      );
    const small = odd({ documents: 19 });
    const other = odd({ planDigest: 'earlier' });
    expect([small.points[20]?.state, other.points[20]?.state]).toEqual(['too-small', 'other-plan']);
    for (const trend of [small, other]) {
      expect(alarmsIn(trend)).toEqual([]);
      expect(trend.charts[0]?.points[20]).toMatchObject({ score: null, up: null });
      expect(trend.charts[0]?.points[20]?.value).toBeGreaterThan(80);
    }
  });

  test('tells copies in the point where they are, with few earlier points and with many', () => {
    for (const place of [2, 25]) {
      const trend = followSeries(
        changed(quietSeries(26, 11), (point, own) =>
          own === place ? moved(point, 'duplicates', 0.5) : point,
        ),
        WEEKLY,
      );
      expect(alarmsIn(trend)).toEqual([`week ${place + 1}: duplicates by duplicates`]);
    }
  });

  test('takes no alarm from copies where weeks always have some', () => {
    const trend = followSeries(
      changed(quietSeries(40, 12), (point, place) => moved(point, 'duplicates', 0.02 * (place % 8))),
      WEEKLY,
    );
    expect(alarmsIn(trend).filter((alarm) => alarm.includes('duplicates'))).toHaveLength(0);
  });

  test('tells a jump in volume apart from change', () => {
    const trend = followSeries(
      changed(quietSeries(20, 13), (point, place) => (place === 15 ? { ...point, documents: 900 } : point)),
      WEEKLY,
    );
    expect(alarmsIn(trend)).toEqual(['week 16: volume by volume']);
  });

  test('tells each word once, hostile ones among them', () => {
    const trend = followSeries(
      changed(quietSeries(12, 14), (point, place) => ({
        ...point,
        wordDrift: place < 8 ? null : drifting('constructor', ...(place < 10 ? [] : ['__proto__', '\ud800'])),
      })),
      WEEKLY,
    );
    const told = trend.points.flatMap(({ name, alarms }) => alarms.map(({ words }) => [name, ...words]));
    expect(told).toEqual([
      ['week 9', 'constructor'],
      ['week 11', '__proto__', '\ud800'],
    ]);
  });

  test('gives the direction of the whole, with its slope', () => {
    const rising = Array.from({ length: 8 }, (_, place) =>
      madePoint(`${place}`, { homogeneity: 40 + 3 * place }),
    );
    expect(followSeries(rising, WEEKLY).verdict).toMatchObject({
      direction: 'narrowing',
      slope: { value: 3, confidence: 0.98 },
    });
    const falling = rising.toReversed();
    expect(followSeries(falling, WEEKLY).verdict.direction).toBe('widening');
    expect(followSeries(quietSeries(100, 15), WEEKLY).verdict.direction).toBe('stable');
  });

  test('puts dated points in order and counts the periods between them', () => {
    const dated = ['2026-01-26', '2026-01-05', '2026-01-12'].map((date) =>
      madePoint(date, { homogeneity: 40 }, { date }),
    );
    const trend = followSeries(dated, { period: 'week' });
    expect(trend.points.map(({ name }) => name)).toEqual(['2026-01-05', '2026-01-12', '2026-01-26']);
    expect(trend.missing).toEqual({ total: 1, names: ['2026-W04'] });
  });

  test('says of a point what it said before others came, and holds finite numbers alone', () => {
    const all = quietSeries(60, 16);
    const whole = followSeries(all, WEEKLY);
    const part = followSeries(all.slice(0, 40), WEEKLY);
    expect(whole.points.slice(0, 40)).toEqual(part.points);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  test('has as many false alarms as it states where values are normal', () => {
    const [series, length] = [40, 260];
    let alarms = 0;
    for (let seed = 0; seed < series; seed++)
      alarms += alarmsIn(followSeries(quietSeries(length, 1000 + seed), WEEKLY)).length;
    const expected = falseAlarmsPerPoint() * series * length;
    // Four standard deviations of a Poisson count.
    expect(Math.abs(alarms - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });
});
