import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededOrder, splitMix64 } from '../../src/statistics/seeded-order.ts';

describe('splitMix64', () => {
  test('gives the numbers published for the seed 1234567', () => {
    const random = splitMix64(1234567n);
    const numbers = Array.from({ length: 5 }, () => random.next().value);
    expect(numbers).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });
});

describe('seededOrder', () => {
  test('has every index once', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer(), (length, seed) => {
        const sorted = seededOrder(length, seed).toSorted();
        expect([...sorted]).toEqual(Array.from({ length }, (_, index) => index));
      }),
    );
  });

  test('depends on the seed and on nothing else', () => {
    expect(seededOrder(20, 1)).toEqual(seededOrder(20, 1));
    expect(seededOrder(20, 1)).not.toEqual(seededOrder(20, 2));
  });

  test('takes each of the six orders of three about equally often', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const order = seededOrder(3, seed).join(' ');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect(times.size).toBe(6);
    // Six standard deviations of a binomial count of 6000 draws of 1 / 6.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(174);
  });

  test.each([
    [-1, 1],
    [1.5, 1],
    [3, 0.5],
    [3, Number.NaN],
  ])('refuses the length %d with the seed %d', (length, seed) => {
    expect(() => seededOrder(length, seed)).toThrow(RangeError);
  });
});
