import type { Alarm, PointState, Trend, TrendPoint, TrendVerdict } from '../trend/trend.ts';
import { countedText, countText } from './quantity-text.ts';
import type { TrendReport } from './trend-report.ts';

const DIRECTION_SENTENCES: Readonly<Record<TrendVerdict['direction'], string>> = {
  narrowing: 'Narrowing: from point to point the series grows more alike, or loses more of its rare words.',
  stable: 'Stable: as a whole the series goes neither way beyond chance.',
  widening: 'Widening: from point to point the series grows less alike.',
  'insufficient-data': 'Insufficient data: too few points are large enough for a direction.',
};

const STATES: Readonly<Record<PointState, string>> = {
  tested: 'tested',
  learning: 'among the first, which are not tested',
  'too-small': 'too few documents to be tested',
  'other-plan': 'made by another version, so not tested',
  'no-figures': 'nothing that can be followed',
};

const PERIODS = { day: 'day', week: 'week', month: 'month', year: 'year' } as const;
const MARKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const GAP = '·';

/** The direction in one plain sentence. */
export function trendSentence({ direction }: Pick<TrendVerdict, 'direction'>): string {
  return DIRECTION_SENTENCES[direction];
}

/** The slope with its interval; empty where there is none. */
export function slopeSentence({ verdict: { slope }, by }: Pick<TrendReport, 'verdict' | 'by'>): string {
  if (slope === null) return '';
  const unit = by === null ? 'from point to point' : `a ${PERIODS[by]}`;
  const interval =
    slope.interval === null
      ? ''
      : ` (${Math.round(100 * slope.confidence)} % interval ${signed(slope.interval[0])} to ${signed(slope.interval[1])})`;
  return `The change against the baseline grows by ${signed(slope.value)} points ${unit}${interval}.`;
}

/** How often a series without change alarms. */
export function falseAlarmSentence({ verdict, by }: Pick<TrendReport, 'verdict' | 'by'>): string {
  const { falseAlarmsPerYear } = verdict;
  const assumed = by === null ? ', if a point is a week' : '';
  const about =
    falseAlarmsPerYear >= 1
      ? `${falseAlarmsPerYear.toFixed(1)} a year`
      : `${falseAlarmsPerYear.toPrecision(2)} a year, one in ${countText(Math.round(1 / falseAlarmsPerYear))} years`;
  return `False alarms of a series in which nothing changes: ${about}${assumed}; jumps in volume are not counted.`;
}

/** How many alarms there are, and whether the last point has one. */
export function alarmsSentence({ points }: Pick<Trend, 'points'>): string {
  const alarmed = points.filter(({ alarms }) => alarms.length > 0);
  if (alarmed.length === 0) return 'No point has an alarm.';
  const last = points.at(-1)?.alarms.length === 0 ? 'the last has none' : 'the last among them';
  return `${countText(alarmed.length)} of ${countedText(points.length, 'point', 'points')} ${alarmed.length === 1 ? 'has' : 'have'} an alarm, ${last}.`;
}

/** What was left out or not tested, one sentence each. */
export function trendNotes({
  points,
  missing,
  dates,
}: Pick<TrendReport, 'points' | 'missing' | 'dates'>): readonly string[] {
  const untested = (['too-small', 'other-plan'] as const).flatMap((state) => {
    const own = points.filter((point) => point.state === state);
    return own.length === 0 ? [] : [`${namesText(own)}: ${STATES[state]}.`];
  });
  return [...dateNotes(dates), ...missingNotes(missing), ...untested];
}

function dateNotes(dates: TrendReport['dates']): readonly string[] {
  if (dates === null) return [];
  const reasons = [
    [dates.missing, 'have no date'],
    [dates.unreadable, 'have a date that is none of ISO 8601'],
    [dates.tooCoarse, 'have a date that says less than a day'],
    [dates.future, 'have a date in the future'],
  ] as const;
  const told = reasons.filter(([number]) => number > 0);
  if (told.length === 0) return [];
  const parts = told.map(([number, what]) => `${countText(number)} ${what}`);
  return [`Documents left out because they lie in no period: ${parts.join(', ')}.`];
}

const MOST_NAMES = 5;

function missingNotes({ total, names }: Trend['missing']): readonly string[] {
  if (total === 0) return [];
  const more = total > MOST_NAMES ? ', …' : '';
  return [
    `${countedText(total, 'period has', 'periods have')} no documents: ${names.slice(0, MOST_NAMES).join(', ')}${more}.`,
  ];
}

function namesText(points: readonly TrendPoint[]): string {
  const names = points.slice(0, MOST_NAMES).map(({ name }) => name);
  return `${names.join(', ')}${points.length > MOST_NAMES ? ` and ${countText(points.length - MOST_NAMES)} more` : ''}`;
}

/** What was looked at of a point. */
export function stateText({ state }: Pick<TrendPoint, 'state'>): string {
  return STATES[state];
}

/** An alarm in one sentence with its words, for plain text. */
export function alarmText({ kind, summary, words }: Alarm): string {
  const told = words.slice(0, MOST_NAMES).map((word) => `“${word}”`);
  const more = words.length > MOST_NAMES ? ', …' : '';
  return `${kind}: ${summary}${told.length === 0 ? '' : ` ${told.join(', ')}${more}.`}`;
}

/** Values as a line of blocks, the least the lowest; where there are more than fit, the last. */
export function sparkline(values: readonly (number | null)[], width: number): string {
  const shown = width > 0 ? values.slice(-width) : [];
  const known = shown.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return shown
    .map((value) => {
      if (value === null) return GAP;
      const place = most > least ? (value - least) / (most - least) : 0.5;
      return MARKS[Math.min(MARKS.length - 1, Math.floor(place * MARKS.length))] ?? GAP;
    })
    .join('');
}

/** A number with its sign, two digits after the point. */
export function signed(value: number): string {
  return value < 0 ? `−${(-value).toFixed(2)}` : `+${value.toFixed(2)}`;
}
