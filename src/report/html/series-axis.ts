import type { Period } from '../../trend/trend.ts';
import { FRAME } from './plot.ts';
import { pointLabels } from './point-labels.ts';

/** Points beyond which each is no mark of its own: they would cover each other. */
const MOST_MARKS = 150;
/** Points beyond which coordinates are whole pixels, so that a picture stays small. */
const MOST_EXACT = 400;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/u;
/** A longer gap is drawn as long as this, so that one early point does not press all others together. */
const WIDEST_GAP = 4;
/** Of a digit of a label, in the units of the picture, and the least distance between two labels. */
const DIGIT = 7.4;
const BETWEEN = 14;
const STRIDES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** A point of a series, as far as its place is concerned. */
export interface PlacedPoint {
  readonly name: string;
  readonly date: string | null;
}

interface SeriesTick {
  readonly at: number;
  readonly label: string;
}

/** Where the points of a series stand from left to right. */
export interface SeriesAxis {
  readonly at: readonly number[];
  /** How many periods after the first each lies; the place where points are not dated. */
  readonly periods: readonly number[];
  /** Names that are short enough for a picture. */
  readonly labels: readonly string[];
  /** Before these places periods are missing. */
  readonly gaps: ReadonlySet<number>;
  readonly ticks: readonly SeriesTick[];
  /** Whether each point is a mark of its own. */
  readonly hasMarks: boolean;
  /** Digits of a coordinate after its point. */
  readonly digits: number;
}

/** Places points by their periods where they are dated and in order, else one after the other. */
export function seriesAxis(points: readonly PlacedPoint[], by: Period | null): SeriesAxis {
  const periods = periodsOf(points, by);
  const steps = periods.map((period, place) => period - (periods[place - 1] ?? period));
  const drawn: number[] = [];
  for (const step of steps) drawn.push((drawn.at(-1) ?? 0) + Math.min(step, WIDEST_GAP));
  const length = Math.max(1, drawn.at(-1) ?? 0);
  // A single point stands in the middle.
  const at = drawn.map((place) =>
    points.length === 1
      ? (FRAME.left + FRAME.right) / 2
      : FRAME.left + 8 + (place / length) * (FRAME.right - FRAME.left - 16),
  );
  const labels = pointLabels(
    points.map(({ name }) => name),
    by !== null,
  );
  return {
    at,
    periods,
    labels,
    gaps: new Set(steps.flatMap((step, place) => (step > 1 ? [place] : []))),
    ticks: ticksOf(at, labels),
    hasMarks: points.length <= MOST_MARKS,
    digits: points.length <= MOST_EXACT ? 1 : 0,
  };
}

function periodsOf(points: readonly PlacedPoint[], by: Period | null): readonly number[] {
  const numbers = points.map(({ date }) => (by === null || date === null ? null : periodNumber(date, by)));
  const [first = null] = numbers;
  const periods = numbers.map((number) => (number === null || first === null ? null : number - first));
  const isInOrder = periods.every(
    (period, place) => period !== null && (place === 0 || period > (periods[place - 1] ?? Infinity)),
  );
  return points.map((_, place) => (isInOrder ? (periods[place] ?? place) : place));
}

/** Of periods that begin at these days, consecutive ones differ by 1. Null where it is no day. */
function periodNumber(date: string, by: Period): number | null {
  const [, year, month, day] = (DAY.exec(date) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (by === 'year') return year;
  if (by === 'month') return 12 * year + month;
  const days = dayNumber(year, month, day);
  return by === 'week' ? Math.floor(days / 7) : days;
}

/** Days of the Gregorian calendar from a fixed one on, with years that begin in March, so that leap days end them. */
function dayNumber(year: number, month: number, day: number): number {
  const own = month > 2 ? year : year - 1;
  const leapDays = Math.floor(own / 4) - Math.floor(own / 100) + Math.floor(own / 400);
  return 365 * own + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day;
}

/** Every so many points one that is labelled, as many as have room. */
function ticksOf(at: readonly number[], labels: readonly string[]): readonly SeriesTick[] {
  const stride = STRIDES.find((each) => haveRoom(at, labels, each)) ?? at.length;
  return labels.flatMap((label, place) => (place % stride === 0 ? [{ at: at[place] ?? 0, label }] : []));
}

function haveRoom(at: readonly number[], labels: readonly string[], stride: number): boolean {
  for (let place = stride; place < at.length; place += stride) {
    const [before, after] = [labels[place - stride] ?? '', labels[place] ?? ''];
    const needed = (labelWidth(before) + labelWidth(after)) / 2 + BETWEEN;
    if ((at[place] ?? 0) - (at[place - stride] ?? 0) < needed) return false;
  }
  return true;
}

/** About how wide a label is. */
export function labelWidth(label: string): number {
  return DIGIT * label.length;
}
