import { figure, percent, whole } from '../audits/wording.ts';
import type { Followed, Signal } from './chart.ts';
import { CHART_LIMITS } from './chart-limits.ts';
import type { ChartedFigure } from './charted-figures.ts';
import { FIGURE_IDS, VOLUME } from './charted-figures.ts';
import type { DuplicateSignal } from './duplicate-alarms.ts';
import type { PointEvidence, SeriesPoint } from './series.ts';
import { isOtherTopic } from './topic-change.ts';
import type { Alarm, AlarmKind } from './trend.ts';
import type { WordSignal } from './word-alarms.ts';

export interface Signals {
  readonly charts: readonly (Pick<Followed, 'signals'> & { readonly figure: ChartedFigure })[];
  readonly volume: readonly Signal[];
  readonly duplicates: readonly DuplicateSignal[];
  readonly words: readonly WordSignal[];
}

/** The alarms of each point, in the order of the points, from what the charts signalled. */
export function alarmsOf(
  points: readonly SeriesPoint[],
  { charts, volume, duplicates, words }: Signals,
): readonly (readonly Alarm[])[] {
  const placed = [
    ...charts.flatMap(({ figure: own, signals }) =>
      signals.map((signal) => ({ place: signal.place, alarm: changeAlarm(points, own, signal) })),
    ),
    ...duplicates.map((signal) => ({ place: signal.place, alarm: duplicateAlarm(points, signal) })),
    ...words.map((signal) => ({ place: signal.place, alarm: wordAlarm(points, signal) })),
    ...volume.map((signal) => ({ place: signal.place, alarm: volumeAlarm(points, signal) })),
  ];
  return points.map((_, place) => placed.filter((own) => own.place === place).map(({ alarm }) => alarm));
}

function changeAlarm(points: readonly SeriesPoint[], charted: ChartedFigure, signal: Signal): Alarm {
  const kind = kindOf(points, charted, signal);
  const way = signal.side === 'up' ? 'rose' : 'fell';
  const since = nameOf(points, signal.since);
  const how =
    signal.chart === 'jump'
      ? `${figure(signal.value)} where ${figure(signal.centre)} was usual`
      : `bit by bit since ${since}, to ${figure(signal.value)} where ${figure(signal.centre)} was usual`;
  const anew = signal.startsAnew ? ' It stays there, so that from here on this level counts as usual.' : '';
  const topic =
    kind === 'word-drift'
      ? ' The baseline lacks as many words of it, so that it speaks of other things and has not become poorer.'
      : '';
  return {
    kind,
    measure: charted.id,
    chart: signal.chart,
    statistic: signal.statistic,
    limit: signal.limit,
    since,
    words: kind === 'word-drift' ? wordsOf(points[signal.place]) : [],
    summary: `${charted.title} ${way}: ${how}.${topic}${anew}`,
    evidence: evidenceOf(points[signal.place], kind),
  };
}

function kindOf(points: readonly SeriesPoint[], charted: ChartedFigure, signal: Signal): AlarmKind {
  if (signal.side !== charted.alike) return 'widening';
  return charted.id === FIGURE_IDS.tailKept && isOtherTopic(points, signal) ? 'word-drift' : 'narrowing';
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
