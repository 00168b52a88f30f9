import type { LongRandom } from '../bench/long-random.ts';

/** So many of the numbers from 0 to `population` - 1, each set of them as likely, in random order. */
export function createChoice(random: LongRandom, population: number): (count: number) => Uint32Array {
  const order = Uint32Array.from({ length: population }, (_, index) => index);
  return (count) => {
    for (let place = 0; place < count; place++) {
      const other = random.between(place, population - 1);
      const own = order[place] as number;
      order[place] = order[other] as number;
      order[other] = own;
    }
    return order.slice(0, count);
  };
}

/** A draw from the normal distribution with mean 0 and variance 1. */
export function drawNormal(random: LongRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
