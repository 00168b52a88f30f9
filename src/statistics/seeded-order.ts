const MASK = (1n << 64n) - 1n;

/**
 * The pseudo-random 64-bit numbers that follow from a seed of 64 bits: SplitMix64, which passes the usual tests of
 * randomness and gives the same numbers everywhere. Not for secrets.
 *
 * Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
 */
export function* splitMix64(seed: bigint): Generator<bigint, never> {
  let state = seed & MASK;
  for (;;) {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let mixed = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    yield mixed ^ (mixed >> 31n);
  }
}

/**
 * The numbers from 0 to `length` - 1 in an order by chance that depends on nothing but the seed, a whole number.
 * All orders are equally likely but for one part in 2^64 / `length`.
 * Throws a RangeError for a length or a seed that is not a whole number, and a negative length.
 *
 * Durstenfeld 1964, "Algorithm 235: random permutation".
 */
export function seededOrder(length: number, seed: number): Uint32Array {
  if (!(Number.isInteger(length) && length >= 0)) throw new RangeError('a length is a whole number from 0');
  const order = Uint32Array.from({ length }, (_, index) => index);
  const random = splitMix64(BigInt(seed));
  for (let last = length - 1; last > 0; last -= 1) {
    const chosen = Number(random.next().value % BigInt(last + 1));
    const moved = order[last] as number;
    order[last] = order[chosen] as number;
    order[chosen] = moved;
  }
  return order;
}
