import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cusum } from '../../src/statistics/cusum.ts';
import { ewma } from '../../src/statistics/ewma.ts';
import { cusumRunLength, ewmaRunLength, twoSidedCusumRunLength } from '../../src/statistics/run-length.ts';

/** Montgomery's series, in the copy of it that IMSL prints: mean 10, and about 11 for the last ten. */
const SERIES = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
  10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];

describe('cusum', () => {
  const states = cusum(
    SERIES.map((value) => value - 10),
    0.5,
  );

  test('gives the sums of R’s qcc', () => {
    const last = states.slice(-6);
    expect(last.map(({ up }) => Number(up.toFixed(2)))).toEqual([2.89, 3.47, 3.35, 4.47, 5.28, 5.3]);
    expect(last.map(({ down }) => down)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('exceeds a limit of 5 at the places 29 and 30 alone', () => {
    expect(states.flatMap(({ up, down }, index) => (up > 5 || down > 5 ? [index + 1] : []))).toEqual([
      29, 30,
    ]);
  });

  test('is never below 0, and mirrors when the scores do', () => {
    const scores = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(scores, (own) => {
        const mirrored = cusum(
          own.map((score) => -score),
          0.5,
        );
        for (const [index, { up, down }] of cusum(own, 0.5).entries()) {
          expect(Math.min(up, down)).toBeGreaterThanOrEqual(0);
          expect([mirrored[index]?.down, mirrored[index]?.up]).toEqual([up, down]);
        }
      }),
    );
  });
});

describe('ewma', () => {
  const states = ewma(SERIES, { weight: 0.1, width: 2.7 }, { mean: 10, deviation: 1 });

  test('gives the averages and the exact limits of R’s qcc', () => {
    const expected = [10.39706059, 10.46535453, 10.45681908, 10.57313717, 10.64682345, 10.63414111];
    for (const [index, { average }] of states.slice(-6).entries())
      expect(average).toBeCloseTo(expected[index] ?? 0, 8);
    expect(states.at(-1)?.high).toBeCloseTo(10.61886568, 8);
    expect(states.at(-1)?.low).toBeCloseTo(9.381134323, 8);
  });

  test('leaves its limits at the places 29 and 30 alone', () => {
    const left = states.flatMap(({ average, low, high }, index) =>
      average > high || average < low ? [index + 1] : [],
    );
    expect(left).toEqual([29, 30]);
  });

  test('is the value itself where the newest weighs all, and refuses other weights', () => {
    const all = ewma([3, -1], { weight: 1, width: 3 }, { mean: 0, deviation: 2 });
    expect(all.map(({ average, high }) => [average, high])).toEqual([
      [3, 6],
      [-1, 6],
    ]);
    for (const weight of [0, -0.1, 1.1, Number.NaN])
      expect(() => ewma([1], { weight, width: 3 }, { mean: 0, deviation: 1 })).toThrow(RangeError);
  });
});

describe('average run lengths', () => {
  test.each([
    [4, [167.683788814, 74.224027885, 26.6302030889, 13.2850883752, 8.3831318705]],
    [5, [465.443506032, 139.493689772, 37.9961431894, 17.0483259429, 10.3759699216]],
  ])('of a two-sided CUSUM with limit %d are those of R’s spc to 9 digits', (limit, expected) => {
    for (const [index, shift] of [0, 0.25, 0.5, 0.75, 1].entries()) {
      const own = twoSidedCusumRunLength(0.5, limit, shift);
      expect(Math.abs(own / (expected[index] ?? 0) - 1)).toBeLessThan(1e-9);
    }
  });

  test.each([
    [4, [4.74716819947, 3.34277012943, 2.19448090861]],
    [5, [5.74721770343, 4.00887106103, 2.57325205145]],
  ])('hold for great shifts too, with limit %d', (limit, expected) => {
    for (const [index, shift] of [1.5, 2, 3].entries())
      expect(twoSidedCusumRunLength(0.5, limit, shift)).toBeCloseTo(expected[index] ?? 0, 8);
  });

  test('of one side without a shift are twice those of both', () => {
    expect(cusumRunLength(0.5, 5)).toBeCloseTo(930.887012064, 6);
  });

  test.each([
    [0.1, 2.814, [499.58, 31.297, 10.331]],
    [0.1, 2.703, [371.89, 28.267, 9.745]],
    [0.2, 2.962, [499.74, 41.764, 10.542]],
    [0.05, 2.615, [499.93, 28.764, 11.383]],
  ])(
    'of an EWMA with weight %d and limits at %d are those of R’s spc as printed',
    (weight, width, expected) => {
      expect(ewmaRunLength(weight, width)).toBeCloseTo(expected[0] ?? 0, 2);
      expect(ewmaRunLength(weight, width, 0.5)).toBeCloseTo(expected[1] ?? 0, 3);
      expect(ewmaRunLength(weight, width, 1)).toBeCloseTo(expected[2] ?? 0, 3);
    },
  );

  test('of an EWMA that is the value itself is that of single values', () => {
    // 1 / (2 Q(3)), the run length of a Shewhart chart.
    expect(ewmaRunLength(1, 3)).toBeCloseTo(370.398, 2);
  });
});
