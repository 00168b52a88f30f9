import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jackknifeError, jackknifeInterval, jackknifePValue } from '../../src/statistics/jackknife.ts';

/** The leave-one-out means of some numbers: a jackknife whose answer is the textbook interval of a mean. */
function leaveOneOutMeans(numbers: readonly number[]): number[] {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return numbers.map((number) => (sum - number) / (numbers.length - 1));
}

function widthOf(interval: readonly [number, number] | null): number {
  return (interval?.[1] ?? 0) - (interval?.[0] ?? 0);
}

describe('jackknifeInterval', () => {
  test('is the t interval of a mean for the mean', () => {
    // 1 to 5: mean 3, standard error √(2.5 / 5), t with 4 degrees 2.7764451052.
    const interval = jackknifeInterval({ value: 3, leaveOneOut: leaveOneOutMeans([1, 2, 3, 4, 5]) });
    const reach = 2.7764451052 * Math.sqrt(0.5);
    expect(interval?.[0]).toBeCloseTo(3 - reach, 8);
    expect(interval?.[1]).toBeCloseTo(3 + reach, 8);
  });

  test('counts groups without documents neither as groups nor as values', () => {
    const others = leaveOneOutMeans([1, 2, 3, 4, 5]);
    const padded = [null, ...others, null, null];
    expect(jackknifeInterval({ value: 3, leaveOneOut: padded })).toEqual(
      jackknifeInterval({ value: 3, leaveOneOut: others }),
    );
  });

  test('has fewer degrees of freedom, and is longer on one side, where one group holds the spread', () => {
    const numbers = [40, ...Array<number>(31).fill(0)];
    const interval = jackknifeInterval({ value: 1.25, leaveOneOut: leaveOneOutMeans(numbers) });
    // The standard error is 40 / 32, t with 4 degrees 2.7764451052, the skewness of the numbers √32 less 1 / √32.
    const beyond = 1.447 * ((Math.sqrt(31) - 1 / Math.sqrt(31) - Math.sqrt(6 / 32)) / Math.sqrt(32));
    expect(interval?.[0]).toBeCloseTo(1.25 * (1 - 2.7764451052), 8);
    expect(interval?.[1]).toBeCloseTo(1.25 * (1 + 2.7764451052 + beyond), 8);
  });

  test('is symmetric as a ratio on the scale of logarithms', () => {
    const interval = jackknifeInterval({ value: 2, leaveOneOut: [1.9, 2.1, 2] }, 'log');
    expect((interval?.[0] ?? 0) * (interval?.[1] ?? 0)).toBeCloseTo(4, 10);
  });

  test('stays within 0 and 1 for shares', () => {
    const [low, high] = jackknifeInterval({ value: 0.01, leaveOneOut: [0.001, 0.02, 0.01] }, 'logit') ?? [
      0, 1,
    ];
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
  });

  test('adds the variance of sampled types, with the smaller number of degrees', () => {
    // Variances 2.5 / 5 and 10 / 5: the numbers 2 to 10 by twos scatter four times as much.
    const leaveOneOut = leaveOneOutMeans([1, 2, 3, 4, 5]);
    const leaveTypesOut = leaveOneOutMeans([-2, 0, 2, 4, 6]).map((mean) => mean + 1);
    const interval = jackknifeInterval({ value: 3, leaveOneOut, leaveTypesOut });
    expect(interval?.[1]).toBeCloseTo(3 + 2.7764451052 * Math.sqrt(0.5 + 2), 8);
    const few = jackknifeInterval({ value: 3, leaveOneOut, leaveTypesOut: [3, 3] });
    expect(few?.[1]).toBeCloseTo(3 + 12.7062047362 * Math.sqrt(0.5), 7);
  });

  test('is absent where types were sampled and their error is not known', () => {
    expect(jackknifeInterval({ value: 3, leaveOneOut: [2, 3, 4], leaveTypesOut: [3, null] })).toBeNull();
  });

  test('is the same for groups of equal sizes, whatever these are', () => {
    const leaveOneOut = leaveOneOutMeans([1, 2, 3, 4, 5]);
    const plain = jackknifeInterval({ value: 3, leaveOneOut });
    const sized = jackknifeInterval({ value: 3, leaveOneOut, sizes: [7, 7, 7, 7, 7] });
    expect(sized?.[0]).toBeCloseTo(plain?.[0] ?? 0, 10);
    const moved = jackknifeInterval({ value: 13, estimate: 3, leaveOneOut, sizes: [7, 7, 7, 7, 7] });
    expect(moved?.[0]).toBeCloseTo((plain?.[0] ?? 0) + 10, 10);
  });

  test('does not take for spread what the sizes of groups change', () => {
    // A sum: each group is as many documents of 1 as its size, and without it the sum is so much less.
    const sizes = Array.from({ length: 32 }, (_, group) => 90 + (group % 5) * 5);
    const value = sizes.reduce((sum, size) => sum + size, 0);
    const leaveOneOut = sizes.map((size) => value - size);
    const plain = widthOf(jackknifeInterval({ value, leaveOneOut }));
    expect(widthOf(jackknifeInterval({ value, leaveOneOut, sizes }))).toBeLessThan(plain / 20);
  });

  test('takes away once what was counted twice, and never more than half of the variance', () => {
    const leaveOneOut = leaveOneOutMeans([1, 2, 3, 4, 5]);
    const width = (pairVariance: number): number =>
      widthOf(jackknifeInterval({ value: 3, leaveOneOut, pairVariance }));
    const plain = widthOf(jackknifeInterval({ value: 3, leaveOneOut }));
    // The variance is 2.5 / 5.
    expect(width(0)).toBeCloseTo(plain, 10);
    expect(width(0.125)).toBeCloseTo(plain * Math.sqrt(0.75), 10);
    expect(width(0.5)).toBeCloseTo(plain * Math.sqrt(0.5), 10);
    expect(width(-1)).toBeCloseTo(plain, 10);
  });

  test('is wider where documents are few, but never more than half as wide again', () => {
    const leaveOneOut = leaveOneOutMeans([1, 2, 3, 4, 5]);
    const width = (documents: number): number =>
      widthOf(jackknifeInterval({ value: 3, leaveOneOut, documents }));
    const plain = widthOf(jackknifeInterval({ value: 3, leaveOneOut }));
    expect(width(5)).toBeCloseTo(1.5 * plain, 10);
    expect(width(50)).toBeCloseTo(1.1024 * plain, 10);
    expect(width(1e9)).toBeCloseTo(plain, 10);
  });

  test('is the value itself where nothing varies', () => {
    expect(jackknifeInterval({ value: 7, leaveOneOut: [7, 7, 7] })).toEqual([7, 7]);
  });

  test('is cut at 0 where some leave-one-out values have no logarithm, and a ratio on the other side', () => {
    const interval = jackknifeInterval({ value: 1, leaveOneOut: [0, 1.5, 1.5] }, 'log');
    // The variance is 2/3 · 1.5, t with 2 degrees 4.3026527; three values are not skewed by more than √2.
    expect(interval?.[0]).toBe(0);
    expect(interval?.[1]).toBeCloseTo(Math.exp(4.30265273), 6);
  });

  test('stays a share where without one group nothing is left, or nothing else', () => {
    const none = jackknifeInterval({ value: 0.01, leaveOneOut: [0, 0.015, 0.015] }, 'logit');
    expect(none?.[0]).toBe(0);
    expect(none?.[1]).toBeLessThan(1);
    expect(none?.[1]).toBeGreaterThan(0.4);
    const all = jackknifeInterval({ value: 0.99, leaveOneOut: [1, 0.985, 0.985] }, 'logit');
    expect(all?.[0]).toBeCloseTo(1 - (none?.[1] ?? 0), 10);
    expect(all?.[1]).toBe(1);
  });

  test.each([
    ['no groups', { value: 1, leaveOneOut: [] }, 'identity'],
    ['one group', { value: 1, leaveOneOut: [1, null, null] }, 'identity'],
    ['a value that is not a number', { value: Number.NaN, leaveOneOut: [1, 2] }, 'identity'],
    ['an infinite replicate', { value: 1, leaveOneOut: [1, Number.POSITIVE_INFINITY] }, 'identity'],
    ['0 by logarithms', { value: 0, leaveOneOut: [0, 0, 0] }, 'log'],
    ['1 as a share', { value: 1, leaveOneOut: [1, 1, 1] }, 'logit'],
  ] as const)('is absent for %s', (_, replicates, scale) => {
    expect(jackknifeInterval(replicates, scale)).toBeNull();
  });

  test('is finite and holds the value, or is absent', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.array(fc.option(share), { maxLength: 32 }),
        fc.constantFrom('identity', 'log', 'logit'),
        (value, leaveOneOut, scale) => {
          const interval = jackknifeInterval({ value, leaveOneOut }, scale);
          if (interval === null) return;
          expect(interval.every(Number.isFinite)).toBe(true);
          expect(interval[0]).toBeLessThanOrEqual(value + 1e-9);
          expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-9);
        },
      ),
    );
  });
});

describe('jackknifePValue', () => {
  test('is that of the t test of a mean', () => {
    // 1 to 5: t = 3 / √(2.5 / 5) with 4 degrees of freedom.
    const replicates = { value: 3, leaveOneOut: leaveOneOutMeans([1, 2, 3, 4, 5]) };
    expect(jackknifePValue(replicates)).toBeCloseTo(0.0132355, 6);
    expect(jackknifeError(replicates)).toBeCloseTo(Math.sqrt(0.5), 10);
  });

  test('agrees with the interval where nothing is skewed', () => {
    for (const centre of [0.5, 1, 1.9, 2, 3]) {
      const replicates = {
        value: centre,
        leaveOneOut: leaveOneOutMeans([-2, -1, 0, 1, 2].map((x) => x + centre)),
      };
      const p = jackknifePValue(replicates) ?? 0;
      for (const confidence of [0.95, 0.99] as const) {
        const [low] = jackknifeInterval(replicates, 'identity', confidence) ?? [0];
        expect(low > 0).toBe(p < 1 - confidence);
      }
    }
  });

  test('is 1 where nothing differs, and unknown without spread or with one group', () => {
    expect(jackknifePValue({ value: 0, leaveOneOut: [0, 0, 0] })).toBe(1);
    expect(jackknifePValue({ value: 1, leaveOneOut: [1, 1, 1] })).toBeNull();
    expect(jackknifePValue({ value: 1, leaveOneOut: [1, null] })).toBeNull();
    expect(jackknifePValue({ value: Number.NaN, leaveOneOut: [1, 2] })).toBeNull();
  });
});

test('an interval of 99 % holds that of 95 %', () => {
  const replicates = { value: 3, leaveOneOut: leaveOneOutMeans([1, 2, 3, 4, 9]) };
  const [low, high] = jackknifeInterval(replicates) ?? [0, 0];
  const [lower, higher] = jackknifeInterval(replicates, 'identity', 0.99) ?? [0, 0];
  expect(lower).toBeLessThan(low);
  expect(higher).toBeGreaterThan(high);
});
