import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupedLengths, LengthsOfGroup } from '../../src/statistics/grouped-lengths.ts';
import { groupLengths, lengthDistance } from '../../src/statistics/grouped-lengths.ts';
import { wasserstein } from '../../src/statistics/wasserstein.ts';

const GROUPS = 4;

function grouped(...things: readonly LengthsOfGroup[]): GroupedLengths {
  return groupLengths(things, GROUPS);
}

const things = fc.array(
  fc.record({ group: fc.nat(GROUPS - 1), lengths: fc.array(fc.nat(5000), { minLength: 1, maxLength: 6 }) }),
  { minLength: 1, maxLength: 8 },
);

describe('groupLengths', () => {
  test('counts short lengths one by one, and by group', () => {
    expect(grouped({ group: 1, lengths: [3, 0, 3] }, { group: 3, lengths: [63, 3] }).rows).toEqual([
      { length: 0, counts: [0, 1, 0, 0] },
      { length: 3, counts: [0, 2, 0, 1] },
      { length: 63, counts: [0, 0, 0, 1] },
    ]);
  });

  test('puts lengths from 64 into classes of a thirty-second of a doubling', () => {
    const { rows } = grouped({ group: 0, lengths: [64, 65, 66, 127, 128, 131, 132, 2 ** 40] });
    expect(rows.map(({ length, counts }) => [length, counts[0]])).toEqual([
      [64.5, 2],
      [66.5, 1],
      [126.5, 1],
      [129.5, 2],
      [133.5, 1],
      [2 ** 40 + (2 ** 35 - 1) / 2, 1],
    ]);
  });

  test('keeps every length within a sixty-fourth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (length) => {
        const [row] = grouped({ group: 0, lengths: [length] }).rows;
        expect(Math.abs((row?.length ?? -1) - length)).toBeLessThanOrEqual(length / 64);
      }),
    );
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses the length %d', (length) => {
    expect(() => grouped({ group: 0, lengths: [length] })).toThrow(RangeError);
  });

  test.each([-1, GROUPS, 0.5])('refuses the group %d', (group) => {
    expect(() => grouped({ group, lengths: [1] })).toThrow(RangeError);
  });
});

describe('lengthDistance', () => {
  test('is the distance of the lengths themselves where they are short', () => {
    const first = grouped({ group: 0, lengths: [0, 1] }, { group: 1, lengths: [3] });
    const second = grouped({ group: 2, lengths: [5, 6, 8] });
    expect(lengthDistance(first, second)).toEqual({
      value: expect.closeTo(5, 12),
      leaveFirstOut: [expect.closeTo(19 / 3 - 3, 12), expect.closeTo(19 / 3 - 0.5, 12), null, null],
      leaveSecondOut: [null, null, null, null],
    });
  });

  test('is about that of the lengths themselves, and the same both ways', () => {
    fc.assert(
      fc.property(things, things, (a, b) => {
        const found = lengthDistance(grouped(...a), grouped(...b));
        const back = lengthDistance(grouped(...b), grouped(...a));
        const plain = (of: typeof a) => {
          const values = of.flatMap(({ lengths }) => lengths);
          return { values, weights: values.map(() => 1) };
        };
        const largest = Math.max(...plain(a).values, ...plain(b).values);
        expect(Math.abs((found?.value ?? -1) - (wasserstein(plain(a), plain(b)) ?? 0))).toBeLessThanOrEqual(
          largest / 32,
        );
        expect(back?.value).toBeCloseTo(found?.value ?? -1, 9);
        back?.leaveFirstOut.forEach((other, group) => {
          expect(other ?? -1).toBeCloseTo(found?.leaveSecondOut[group] ?? -1, 9);
        });
      }),
    );
  });

  test('is 0 of a distribution to itself, and absent where one is empty', () => {
    const lengths = grouped({ group: 0, lengths: [7, 900] });
    expect(lengthDistance(lengths, lengths)?.value).toBe(0);
    expect(lengthDistance(lengths, grouped())).toBeNull();
    expect(lengthDistance(grouped(), lengths)).toBeNull();
  });
});
