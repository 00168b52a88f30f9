import type { TrendPoint, TrendVerdict } from '../trend/trend.ts';
import type { JunitCase } from './junit-suite.ts';
import { junitXml } from './junit-suite.ts';
import type { TrendReport } from './trend-report.ts';
import {
  alarmsSentence,
  alarmText,
  falseAlarmSentence,
  slopeSentence,
  stateText,
  trendNotes,
  trendSentence,
} from './trend-text.ts';

const MOST_QUOTES = 5;
const DIRECTIONS: Readonly<Record<TrendVerdict['direction'], JunitCase['outcome']>> = {
  narrowing: 'failed',
  stable: 'passed',
  widening: 'passed',
  'insufficient-data': 'skipped',
};

/** A point a case, and the direction as one of its own: an alarm other than one of volume is a failure. */
export function trendJunit(report: TrendReport): string {
  const { points, verdict, run } = report;
  const direction: JunitCase = {
    className: 'heteroglossia.direction',
    name: trendSentence(verdict),
    outcome: DIRECTIONS[verdict.direction],
    reason: `${verdict.summary} ${slopeSentence(report)}`.trimEnd(),
    lines: [],
  };
  return junitXml({
    name: 'series of corpora',
    startedAt: run.startedAt,
    seconds: run.seconds,
    cases: [direction, ...points.map(pointCase)],
    notes: [alarmsSentence(report), falseAlarmSentence(report), ...trendNotes(report)],
  });
}

function pointCase({ name, state, alarms }: TrendPoint): JunitCase {
  const own = { className: 'heteroglossia.point', name };
  if (alarms.some(({ kind }) => kind !== 'volume'))
    return {
      ...own,
      outcome: 'failed',
      reason: alarms.map(({ kind }) => kind).join(', '),
      lines: alarms.flatMap((alarm) => [
        alarmText(alarm),
        ...alarm.evidence.flatMap(({ summary, quotes }) => [summary, ...quotes.slice(0, MOST_QUOTES)]),
      ]),
    };
  const reason = [stateText({ state }), ...alarms.map(alarmText)].join('. ');
  return { ...own, outcome: state === 'tested' ? 'passed' : 'skipped', reason, lines: [] };
}
