/** The quotient of two whole numbers above 0, rounded once. */
export function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const shift = BigInt(Math.max(0, bits(denominator) - bits(numerator) + 70));
  return Number((numerator << shift) / denominator) * 2 ** -Number(shift);
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

function binomial(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let value = 1n;
  for (let factor = 0; factor < Math.min(k, n - k); factor++) {
    value = (value * BigInt(n - factor)) / BigInt(factor + 1);
  }
  return value;
}

/** The chance of `count` marked among `drawn` of a population. */
export function hypergeometric(population: number, marked: number, drawn: number, count: number): number {
  const ways = binomial(marked, count) * binomial(population - marked, drawn - count);
  return quotient(ways, binomial(population, drawn));
}
