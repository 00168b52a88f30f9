import { figure, percent, whole } from '../audits/wording.ts';
import type { Signal } from './chart.ts';
import { CHART_LIMITS } from './chart-limits.ts';
import type { ChartedFigure } from './charted-figures.ts';
import { FIGURE_IDS, TOGETHER, VOLUME } from './charted-figures.ts';
import type { DuplicateSignal } from './duplicate-alarms.ts';
import type { FigureChart } from './narrowing-chart.ts';
import { shareOfFigure } from './narrowing-chart.ts';
import type { PointEvidence, SeriesPoint } from './series.ts';
import { isOtherTopic } from './topic-change.ts';
import type { Alarm, AlarmKind } from './trend.ts';
import type { WordSignal } from './word-alarms.ts';

export interface Signals {
  readonly charts: readonly FigureChart[];
  /** Of what all charts say together. */
  readonly together: readonly Signal[];
  readonly volume: readonly Signal[];
  readonly duplicates: readonly DuplicateSignal[];
  readonly words: readonly WordSignal[];
}

/** The alarms of each point, in the order of the points, from what the charts signalled. */
export function alarmsOf(
  points: readonly SeriesPoint[],
  { charts, together, volume, duplicates, words }: Signals,
): readonly (readonly Alarm[])[] {
  const placed = [
    ...charts.flatMap(({ figure: own, signals }) =>
      signals.map((signal) => ({ place: signal.place, alarm: changeAlarm(points, own, signal) })),
    ),
    ...together.map((signal) => ({ place: signal.place, alarm: slowAlarm(points, charts, signal) })),
    ...duplicates.map((signal) => ({ place: signal.place, alarm: duplicateAlarm(points, signal) })),
    ...words.map((signal) => ({ place: signal.place, alarm: wordAlarm(points, signal) })),
    ...volume.map((signal) => ({ place: signal.place, alarm: volumeAlarm(points, signal) })),
  ];
  return points.map((_, place) => placed.filter((own) => own.place === place).map(({ alarm }) => alarm));
}

function changeAlarm(points: readonly SeriesPoint[], charted: ChartedFigure, signal: Signal): Alarm {
  const isAlike = signal.side === charted.alike;
  const isTopic = isAlike && charted.id === FIGURE_IDS.tailKept && isOtherTopic(points, signal);
  const way = signal.side === 'up' ? 'rose' : 'fell';
  const how = signal.chart === 'jump' ? '' : ` bit by bit since ${nameOf(points, signal.since)},`;
  const anew = signal.startsAnew ? ' It stays there, so that from here on this level counts as usual.' : '';
  return {
    ...alarmPart(points, signal, kindOf(isAlike, isTopic)),
    measure: charted.id,
    summary: `${charted.title} ${way}${how} to ${figure(signal.value)}, where ${figure(signal.centre)} was usual.${isTopic ? TOPIC : ''}${anew}`,
  };
}

const TOPIC =
  ' The baseline lacks as many words of it, so that it speaks of other things and has not become poorer.';

/** What no point shows alone: all figures together, with where each of them stands. */
function slowAlarm(points: readonly SeriesPoint[], charts: readonly FigureChart[], signal: Signal): Alarm {
  const isAlike = signal.side === TOGETHER.alike;
  const ofTail = shareOfFigure(charts, FIGURE_IDS.tailKept, signal) ?? 0;
  const isTopic = isAlike && ofTail > 0.5 && isOtherTopic(points, signal);
  const stands = charts.flatMap(({ figure: own, points: drawn }) => {
    const { value = null, centre = null } = drawn[signal.place] ?? {};
    return value === null || centre === null
      ? []
      : [`${own.title} ${figure(value)}, where ${figure(centre)} was usual`];
  });
  const way = isAlike ? 'More alike, or poorer in rare words' : 'Less alike, or richer in rare words';
  return {
    ...alarmPart(points, signal, kindOf(isAlike, isTopic)),
    measure: TOGETHER.id,
    summary: `${way}, bit by bit since ${nameOf(points, signal.since)}: ${stands.join('; ')}.${isTopic ? TOPIC : ''}`,
  };
}

function kindOf(isAlike: boolean, isTopic: boolean): AlarmKind {
  if (!isAlike) return 'widening';
  return isTopic ? 'word-drift' : 'narrowing';
}

function alarmPart(
  points: readonly SeriesPoint[],
  { place, since, chart, statistic, limit }: Signal,
  kind: AlarmKind,
): Omit<Alarm, 'measure' | 'summary'> {
  return {
    kind,
    chart,
    statistic,
    limit,
    since: nameOf(points, since),
    words: kind === 'word-drift' ? wordsOf(points[place]) : [],
    evidence: evidenceOf(points[place], kind),
  };
}

function duplicateAlarm(points: readonly SeriesPoint[], signal: DuplicateSignal): Alarm {
  const { place, value, centre, chance } = signal;
  return {
    kind: 'duplicates',
    measure: FIGURE_IDS.duplicates,
    chart: 'jump',
    statistic: chance,
    limit: CHART_LIMITS.duplicateChance,
    since: nameOf(points, place),
    words: [],
    summary: `${percent(value)} of the documents are copies or near copies, where ${percent(centre)} was usual.`,
    evidence: evidenceOf(points[place], 'duplicates'),
  };
}

function wordAlarm(points: readonly SeriesPoint[], { place, words, unnamed, chance }: WordSignal): Alarm {
  const total = words.length + unnamed;
  return {
    kind: 'word-drift',
    measure: 'words',
    chart: 'words',
    statistic: chance,
    limit: CHART_LIMITS.wordChance,
    since: nameOf(points, place),
    words,
    summary: `${whole(total)} ${total === 1 ? 'word or phrase' : 'words or phrases'} rose or fell against the baseline beyond chance, and ${total === 1 ? 'was' : 'were'} not told before.`,
    evidence: evidenceOf(points[place], 'word-drift'),
  };
}

function volumeAlarm(points: readonly SeriesPoint[], signal: Signal): Alarm {
  const anew = signal.startsAnew ? ' From here on this counts as usual.' : '';
  return {
    kind: 'volume',
    measure: VOLUME.id,
    chart: 'jump',
    statistic: signal.statistic,
    limit: signal.limit,
    since: nameOf(points, signal.since),
    words: [],
    summary: `${whole(signal.value)} documents, where about ${whole(signal.centre)} were usual.${anew}`,
    evidence: [],
  };
}

function nameOf(points: readonly SeriesPoint[], place: number): string {
  return points[place]?.name ?? '';
}

function wordsOf(point: SeriesPoint | undefined): readonly string[] {
  return (point?.wordDrift?.words ?? []).flatMap(({ word }) => (word === null ? [] : [word]));
}

function evidenceOf(point: SeriesPoint | undefined, kind: AlarmKind): readonly PointEvidence[] {
  return (point?.evidence ?? []).filter((evidence) => evidence.kind === kind);
}
