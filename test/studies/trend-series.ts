import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { falseAlarmsPerPoint, pointsPerYear } from '../../src/trend/chart-limits.ts';
import { directionOf } from '../../src/trend/direction.ts';
import { followSeries } from '../../src/trend/follow-series.ts';
import type { SeriesPoint } from '../../src/trend/series.ts';
import type { Alarm, AlarmKind, Trend } from '../../src/trend/trend.ts';
import { seeded } from '../support/large-files.ts';
import { PAIRS } from './corpora.ts';
import { drawn, pointOf, textsOf, weekOf } from './trend-weeks.ts';

/**
 * How often a quiet series alarms, and how soon a copied week and a slow loss are found.
 * npm run study:trend -- [weeks drawn] [decades] [corpus] [file that keeps the weeks drawn] [weeks drawn for each share]
 */
const SHARED = join(import.meta.dirname, '../../../shared');
const WEEKS = Number(process.argv[2] ?? 2000);
const DECADES = Number(process.argv[3] ?? 1000);
const CORPUS = process.argv[4] ?? 'aistats';
const KEPT = process.argv[5] ?? null;

const DOCUMENTS = 120;
const WEEKS_OF_DECADE = 521;
const QUIET_WEEKS = [26, 52];
const LOSS_WEEKS = 10;
const LOSS_PER_WEEK = 0.02;
const DRAWS_PER_SHARE = Number(process.argv[6] ?? 20);
const TRIALS = 1000;
const COPIED_WEEKS = 60;
const DIRECTION_SERIES = 300;
const WEEKS_OF_DIRECTION = 104;
const PERIOD = { period: 'week' } as const;
const CHANGE: readonly AlarmKind[] = ['narrowing', 'widening', 'word-drift', 'duplicates'];

const random = seeded(2026);
const texts = textsOf(join(SHARED, 'corpora'), CORPUS);
const baseline = weekOf(drawn(texts, DOCUMENTS, random));
const before = process.cpuUsage();
const quiet = quietWeeks();
print(`${CORPUS}: ${quiet.length} weeks of ${DOCUMENTS} documents, ${seconds(before)} s of processor time`);
describeFigures();
quietDecades();
copiedWeeks();
for (const pair of ['m4_arxiv', ...PAIRS.filter((name) => name !== 'm4_arxiv')]) slowLoss(pair);
quietDirections();

/** The weeks that were kept, or as many drawn anew. */
function quietWeeks(): readonly SeriesPoint[] {
  if (KEPT !== null && existsSync(KEPT)) return JSON.parse(readFileSync(KEPT, 'utf8')) as SeriesPoint[];
  const weeks = Array.from({ length: WEEKS }, () =>
    pointOf(weekOf(drawn(texts, DOCUMENTS, random)), baseline),
  );
  if (KEPT !== null) writeFileSync(KEPT, JSON.stringify(weeks));
  return weeks;
}

function describeFigures(): void {
  for (const id of ['homogeneity', 'tail-kept', 'tail-known', 'duplicates']) {
    const values = quiet.flatMap(({ figures }) => {
      const value = figures[id]?.value;
      return value === undefined ? [] : [id.startsWith('tail') ? Math.log(value) : value];
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const moment = (power: number): number =>
      values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
    const deviation = Math.sqrt(moment(2));
    const [skewness, kurtosis] = [moment(3) / deviation ** 3, moment(4) / deviation ** 4];
    print(
      `  ${id}: ${mean.toFixed(4)} ± ${deviation.toFixed(4)}, skewness ${skewness.toFixed(2)}, kurtosis ${kurtosis.toFixed(2)}`,
    );
  }
  const drifting = quiet.filter(({ wordDrift }) => (wordDrift?.words.length ?? 0) > 0);
  print(`  weeks with words that drifted: ${drifting.length}`);
}

/** Each decade takes its weeks by chance from those drawn. */
function quietDecades(): void {
  const counts = new Map<string, number>();
  let [alarms, alarmed, narrowing] = [0, 0, 0];
  for (let decade = 0; decade < DECADES; decade++) {
    const trend = followSeries(resampled(WEEKS_OF_DECADE), PERIOD);
    for (const { alarms: own } of trend.points) {
      const told = own.filter(({ kind }) => CHANGE.includes(kind));
      alarms += told.length;
      alarmed += told.length > 0 ? 1 : 0;
      for (const { kind, measure, chart } of own) {
        const name = `${kind} by ${measure} (${chart})`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    narrowing += trend.verdict.direction === 'narrowing' ? 1 : 0;
  }
  const years = (DECADES * WEEKS_OF_DECADE) / pointsPerYear('week');
  const stated = falseAlarmsPerPoint() * pointsPerYear('week');
  const rate = alarms / years;
  print(
    `Quiet: ${DECADES} decades, ${rate.toFixed(4)} alarms a year (${(alarmed / years).toFixed(4)} weeks with one), stated ${stated.toFixed(4)}: ${percent(rate / stated - 1)}; direction narrowing at the end of ${narrowing}`,
  );
  for (const [name, number] of counts) print(`  ${name}: ${(number / years).toFixed(4)} a year`);
}

/** A direction that is looked at anew each week of two years. */
function quietDirections(): void {
  const firsts = Array.from({ length: DIRECTION_SERIES }, () => {
    const changes = resampled(WEEKS_OF_DIRECTION).map(({ change }, place) => ({
      place,
      value: change?.value ?? 0,
    }));
    return changes.findIndex(
      (_, last) => directionOf(changes.slice(0, last + 1), PERIOD).direction === 'narrowing',
    );
  });
  const by = (week: number): string =>
    percent(firsts.filter((first) => first >= 0 && first < week).length / firsts.length);
  print(
    `Direction looked at anew each week: ever narrowing within 12 weeks ${by(12)}, 26 ${by(26)}, 52 ${by(52)}, ${WEEKS_OF_DIRECTION} ${by(WEEKS_OF_DIRECTION)} of ${DIRECTION_SERIES} quiet series`,
  );
}

/** A week of which half is copies of the other half, after quiet weeks. */
function copiedWeeks(): void {
  const weeks = Array.from({ length: COPIED_WEEKS }, () => {
    const half = drawn(texts, DOCUMENTS / 2, random);
    return pointOf(weekOf([...half, ...half]), baseline);
  });
  for (const length of [3, ...QUIET_WEEKS]) {
    const found = weeks.filter((week) => {
      const last = lastAlarms(followSeries([...resampled(length), week], PERIOD));
      return last.some(({ kind }) => kind === 'duplicates');
    });
    print(
      `Half of a week copied, after ${length} quiet weeks: found in ${percent(found.length / weeks.length)}`,
    );
  }
}

/** Each week 2 % more of the documents are generated ones of a pair. */
function slowLoss(pair: string): void {
  const generated = textsOf(join(SHARED, 'cases/pair'), `${pair}__synthetic`);
  const weeks = Array.from({ length: LOSS_WEEKS }, (_, week) => {
    const replaced = Math.round(DOCUMENTS * LOSS_PER_WEEK * (week + 1));
    return Array.from({ length: DRAWS_PER_SHARE }, () =>
      pointOf(
        weekOf([...drawn(texts, DOCUMENTS - replaced, random), ...drawn(generated, replaced, random)]),
        baseline,
      ),
    );
  });
  for (const length of QUIET_WEEKS) {
    const found = Array.from({ length: TRIALS }, () => {
      const losing = weeks
        .map((own) => own[Math.floor(random() * own.length)])
        .filter((own) => own !== undefined);
      const { points } = followSeries([...resampled(length), ...losing], PERIOD);
      const alarms = points.slice(length).map((point) => point.alarms.map(({ kind }) => kind));
      return {
        narrowing: alarms.findIndex((kinds) => kinds.includes('narrowing')),
        any: alarms.findIndex((kinds) => kinds.some((kind) => kind !== 'volume' && kind !== 'widening')),
      };
    });
    const narrowed = found.filter(({ narrowing }) => narrowing >= 0);
    const median = narrowed.map(({ narrowing }) => narrowing + 1).toSorted((a, b) => a - b)[
      Math.floor(narrowed.length / 2)
    ];
    const any = found.filter((own) => own.any >= 0).length;
    print(
      `Slow loss by ${pair}, after ${length} quiet weeks: narrowing found within ten weeks in ${percent(narrowed.length / TRIALS)} (median week ${median ?? '-'}), any alarm in ${percent(any / TRIALS)}`,
    );
  }
}

function resampled(length: number): readonly SeriesPoint[] {
  return Array.from({ length }, (_, week) => {
    const point = quiet[Math.floor(random() * quiet.length)];
    if (point === undefined) throw new Error('no week was drawn');
    return { ...point, name: `${week}` };
  });
}

function lastAlarms({ points }: Trend): readonly Alarm[] {
  return points.at(-1)?.alarms ?? [];
}

function seconds(since: NodeJS.CpuUsage): string {
  return (process.cpuUsage(since).user / 1e6).toFixed(0);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
