import type { Unit } from '../../statistics/quantity.ts';
import { countText } from '../quantity-text.ts';

/** Beyond it a number is written with a power of ten. */
const LARGEST_PLAIN = 1e9;
const MOST_DECIMALS = 6;

/** Numbers at an axis, all with as many decimals as their distance needs. A share is a percentage. */
export function tickLabels(ticks: readonly number[], unit: Unit): readonly string[] {
  const scaled = unit === 'share' ? ticks.map((tick) => 100 * tick) : ticks;
  const steps = scaled.slice(1).map((tick, index) => Math.abs(tick - (scaled[index] ?? tick)));
  const step = steps.reduce((least, each) => Math.min(least, each), Infinity);
  const needed = Number.isFinite(step) && step > 0 ? Math.ceil(-Math.log10(step) - 1e-9) : 0;
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, needed));
  return scaled.map((tick) => tickText(tick, decimals));
}

function tickText(tick: number, decimals: number): string {
  const size = Math.abs(tick);
  const digits =
    size >= LARGEST_PLAIN ? size.toExponential(0) : decimals === 0 ? countText(size) : size.toFixed(decimals);
  return tick < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}
