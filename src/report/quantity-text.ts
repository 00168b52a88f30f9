import type { Quantity, Unit } from '../statistics/quantity.ts';

interface UnitStyle {
  /** What a value is multiplied by before it is shown. */
  readonly scale: number;
  readonly singular: string;
  readonly plural: string;
  readonly mostDecimals: number;
}

/** A quantity in parts that can be put into cells of their own. */
export interface QuantityParts {
  readonly number: string;
  /** With the space before it; empty for a bare ratio. */
  readonly unit: string;
  /** In brackets; empty where there is none. */
  readonly interval: string;
}

const UNIT_STYLES: Readonly<Record<Unit, UnitStyle>> = {
  documents: { scale: 1, singular: ' document', plural: ' documents', mostDecimals: 1 },
  tokens: { scale: 1, singular: ' token', plural: ' tokens', mostDecimals: 1 },
  types: { scale: 1, singular: ' type', plural: ' types', mostDecimals: 1 },
  share: { scale: 100, singular: ' %', plural: ' %', mostDecimals: 4 },
  'per-million': { scale: 1, singular: ' per million', plural: ' per million', mostDecimals: 6 },
  ratio: { scale: 1, singular: '', plural: '', mostDecimals: 4 },
  points: { scale: 1, singular: ' point', plural: ' points', mostDecimals: 1 },
  'tokens-per-sentence': {
    scale: 1,
    singular: ' token a sentence',
    plural: ' tokens a sentence',
    mostDecimals: 1,
  },
};

/** Above this a number is shown with a power of ten. */
const LARGEST_PLAIN = 1e15;
const SIGNIFICANT_DIGITS = 3;
const MOST_DECIMALS = 6;
const MOST_INTERVAL_DIGITS = 4;

/** A quantity as people read it: value, unit, and the 95 % interval in brackets. */
export function quantityText(quantity: Quantity): string {
  const { number, unit, interval } = quantityParts(quantity);
  return interval === '' ? number + unit : `${number}${unit} ${interval}`;
}

export function quantityParts({ value, unit, interval }: Quantity): QuantityParts {
  const style = UNIT_STYLES[unit];
  const scaled = value * style.scale;
  const low = (interval?.[0] ?? value) * style.scale;
  const high = (interval?.[1] ?? value) * style.scale;
  const supported =
    high > low
      ? Math.min(decimalsOfWidth(high - low), decimalsOfLargest(low, scaled, high))
      : decimalsOf(scaled);
  const decimals = Math.min(style.mostDecimals, supported);
  return {
    number: numberText(scaled, decimals),
    unit: scaled === 1 ? style.singular : style.plural,
    interval: interval === undefined ? '' : `(${numberText(low, decimals)} to ${numberText(high, decimals)})`,
  };
}

/** A whole number with thousands separators. */
export function countText(count: number): string {
  return numberText(count, 0);
}

/** A figure to three significant digits, whatever its unit; a dash where there is none. */
export function figureText(figure: number | null): string {
  return figure === null ? '–' : numberText(figure, decimalsOf(figure));
}

/** A count with its noun: `1 document`, `1,204 documents`. */
export function countedText(count: number, singular: string, plural: string): string {
  return `${countText(count)} ${count === 1 ? singular : plural}`;
}

/** A number of bytes in the unit that leaves one to three digits before the point. */
export function bytesText(bytes: number): string {
  const units = [bytes === 1 ? 'byte' : 'bytes', 'kB', 'MB', 'GB', 'TB'];
  let scaled = bytes;
  let index = 0;
  while (scaled >= 999.5 && index < units.length - 1) {
    scaled /= 1000;
    index += 1;
  }
  return `${numberText(scaled, index === 0 ? 0 : decimalsOf(scaled))} ${units[index] ?? ''}`;
}

function numberText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return 'not known';
  if (Math.abs(value) >= LARGEST_PLAIN) return value.toExponential(2);
  const fixed = value.toFixed(decimals);
  // A small negative number must not show as "-0.0".
  const text = Number(fixed) === 0 ? fixed.replace('-', '') : fixed;
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Three significant digits; whole numbers are shown whole. */
function decimalsOf(value: number): number {
  const rounded = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  if (rounded === 0 || Number.isInteger(rounded) || !Number.isFinite(rounded)) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)));
  return clampDecimals(SIGNIFICANT_DIGITS - 1 - magnitude);
}

/** No more digits than an interval of this width supports: it covers 10 to 99 of the last one. */
function decimalsOfWidth(width: number): number {
  return Number.isFinite(width) ? clampDecimals(Math.ceil(1 - Math.log10(width))) : 0;
}

/** Not more than four digits of the largest, however narrow the interval: what differs beyond is noise. */
function decimalsOfLargest(...values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs));
  if (largest === 0 || !Number.isFinite(largest)) return MOST_DECIMALS;
  return clampDecimals(MOST_INTERVAL_DIGITS - 1 - Math.floor(Math.log10(largest)));
}

function clampDecimals(decimals: number): number {
  return Math.min(MOST_DECIMALS, Math.max(0, decimals));
}
