import type { Json } from '../../audits/audit.ts';
import { fieldsOf, finiteOf, listOf } from '../detail-fields.ts';

/** A figure above 0, as a logarithmic scale needs it; without an interval both ends are the value. */
export interface PositiveQuantity {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Reads a quantity among the details of an audit, null where it is none or not above 0 with its interval. */
export function positiveQuantity(quantity: Json | undefined): PositiveQuantity | null {
  const { value: found, interval } = fieldsOf(quantity);
  const value = finiteOf(found);
  if (value === null || value <= 0) return null;
  const [first, second] = listOf(interval);
  const [low, high] =
    typeof first === 'number' && typeof second === 'number' ? [first, second] : [value, value];
  return low > 0 && high >= low ? { value, low, high } : null;
}

/** The interval in words. */
export function intervalText({ low, high }: PositiveQuantity, text: (value: number) => string): string {
  return low === high ? 'not available' : `${text(low)} to ${text(high)}`;
}
