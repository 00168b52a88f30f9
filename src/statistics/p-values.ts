/** A p-value, where it stood, and its place among all when they are sorted, from 1. */
export interface RankedPValue {
  readonly index: number;
  readonly pValue: number;
  readonly rank: number;
}

/** Sorts p-values, smallest first. Throws a RangeError for what is not a probability. */
export function ascendingRanks(pValues: readonly number[]): RankedPValue[] {
  if (!pValues.every((pValue) => pValue >= 0 && pValue <= 1)) {
    throw new RangeError('a p-value is a number from 0 to 1');
  }
  return pValues
    .map((pValue, index) => ({ index, pValue }))
    .toSorted((a, b) => a.pValue - b.pValue)
    .map((entry, place) => ({ ...entry, rank: place + 1 }));
}
