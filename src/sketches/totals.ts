/** Sums of integers in fixed cells; exact up to 2^53. */
export type Totals = Float64Array;

export function createTotals(cells: number): Totals {
  return new Float64Array(cells);
}

/** Adds the cells of `from` to those of `into`, which is returned. Throws where the numbers of cells differ. */
export function mergeTotals(into: Totals, from: Totals): Totals {
  if (into.length !== from.length) throw new RangeError(`${into.length} cells cannot take ${from.length}`);
  for (let cell = 0; cell < from.length; cell++) into[cell] = (into[cell] as number) + (from[cell] as number);
  return into;
}
