/** The types expected among the first `size` tokens. */
export interface GrowthPoint {
  readonly size: number;
  readonly types: number;
}

/** Heaps' law, V = coefficient · N^exponent, over the sizes it was fitted to. It says nothing beyond them. */
export interface HeapsFit {
  readonly coefficient: number;
  readonly exponent: number;
  /** Least and greatest size: the exponent falls as texts grow, so it cannot be read without them. */
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** The greatest distance between a point and the line, in natural logarithms of types. */
  readonly greatestResidual: number;
}

/**
 * Fits Heaps' law to points of vocabulary growth by least squares in logarithms (Heaps 1978, Information Retrieval,
 * section 7.5; Manning, Raghavan and Schütze 2008, equation 5.1). Take expected types at log-spaced sizes, so that
 * neither the order of the documents nor the largest sizes decide.
 * Points without tokens or types do not count; null where fewer than two sizes are left.
 */
export function fitHeaps(points: readonly GrowthPoint[]): HeapsFit | null {
  const logs = points
    .filter(({ size, types }) => size > 0 && types > 0 && Number.isFinite(size) && Number.isFinite(types))
    .map(({ size, types }) => ({ size, x: Math.log(size), y: Math.log(types) }));
  const sizes = logs.map(({ size }) => size);
  const from = Math.min(...sizes);
  const to = Math.max(...sizes);
  if (logs.length < 2 || from === to) return null;
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const squares = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const exponent = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / squares;
  const intercept = meanY - exponent * meanX;
  const residuals = logs.map(({ x, y }) => Math.abs(y - intercept - exponent * x));
  const fit = { coefficient: Math.exp(intercept), exponent, from, to, points: logs.length };
  return Number.isFinite(fit.coefficient) ? { ...fit, greatestResidual: Math.max(...residuals) } : null;
}

/** The types that the law expects among `size` tokens. */
export function heapsTypes({ coefficient, exponent }: HeapsFit, size: number): number {
  return coefficient * size ** exponent;
}
