/** Sums of integers in fixed cells; exact up to 2^53. */
export type Totals = Float64Array;

export function createTotals(cells: number): Totals {
  return new Float64Array(cells);
}

/** Adds to a cell. Throws where there is no such cell, or the sum would be no count. */
export function addToTotal(totals: Totals, cell: number, by: number): void {
  const before = totals[cell];
  if (before === undefined || !Number.isSafeInteger(before + by))
    throw new RangeError(`cell ${cell} cannot take ${by}`);
  totals[cell] = before + by;
}

/** Adds the cells of `from` to those of `into`, which is returned. Throws where the numbers of cells differ. */
export function mergeTotals(into: Totals, from: Totals): Totals {
  if (into.length !== from.length) throw new RangeError(`${into.length} cells cannot take ${from.length}`);
  for (let cell = 0; cell < from.length; cell++) into[cell] = (into[cell] as number) + (from[cell] as number);
  return into;
}
