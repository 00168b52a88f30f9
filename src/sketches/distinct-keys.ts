import type { KeyTable } from './key-table.ts';
import { isExact } from './key-table.ts';

/** Bottom-k estimate of the number of distinct keys, (k - 1) / τ with τ the limit as a share of the hash range
 * (Beyer et al. 2007, equation 3); exact, with a coefficient of variation of 0, while nothing was left out. */
export function distinctKeys(table: KeyTable): { readonly value: number; readonly variation: number } {
  if (isExact(table)) return { value: table.size, variation: 0 };
  const share = (table.limitHigh * 2 ** 32 + table.limitLow + 1) / 2 ** 64;
  return { value: (table.size - 1) / share, variation: 1 / Math.sqrt(table.size - 2) };
}
