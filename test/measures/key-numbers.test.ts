import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberKeys } from '../../src/measures/key-numbers.ts';

/** Few different halves, so that keys recur and collide; some in every part of the range. */
const half = fc.oneof(fc.nat(2), fc.constantFrom(0x7fffffff, 0x80000000, 0xffffffff), fc.nat(0xffffffff));

describe('numberKeys', () => {
  it('gives equal keys equal numbers, from 0 without gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half)), (keys) => {
        const { numbers, count } = numberKeys(
          Uint32Array.from(keys, ([high]) => high),
          Uint32Array.from(keys, ([, low]) => low),
        );
        const byKey = new Map(keys.map(([high, low], place) => [`${high}:${low}`, numbers[place]]));
        expect([...numbers]).toEqual(keys.map(([high, low]) => byKey.get(`${high}:${low}`)));
        expect([...byKey.values()].toSorted((a = 0, b = 0) => a - b)).toEqual(
          Array.from({ length: count }, (_, number) => number),
        );
      }),
    );
  });

  it('numbers more keys than fit one part', () => {
    const length = 200_000;
    const high = Uint32Array.from({ length }, (_, place) => Math.imul(place % 50_000, 0x9e3779b1));
    const { numbers, count } = numberKeys(high, new Uint32Array(length));
    expect(count).toBe(50_000);
    expect(numbers[123]).toBe(numbers[150_123]);
    expect(new Set(numbers).size).toBe(50_000);
  });
});
