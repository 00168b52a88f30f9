/**
 * Spearman's rank correlation of two series of equal length: Pearson's correlation of their ranks, ties at the mean
 * of their places. From -1 to 1; null below two places and where one series is constant.
 *
 * Throws a RangeError for series of different length.
 *
 * Spearman 1904, "The proof and measurement of association between two things".
 */
export function spearmanCorrelation(first: readonly number[], second: readonly number[]): number | null {
  if (first.length !== second.length) throw new RangeError('series must have one length');
  const a = ranks(first);
  const b = ranks(second);
  const middle = (first.length + 1) / 2;
  const product = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, rank, place) => sum + (rank - middle) * ((y[place] ?? 0) - middle), 0);
  const scale = Math.sqrt(product(a, a) * product(b, b));
  return scale === 0 ? null : product(a, b) / scale;
}

/** The place of each value from 1 in ascending order. */
function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}
