import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.ts';
import { holm } from '../../src/statistics/holm.ts';

/** The 15 p-values of Benjamini and Hochberg 1995, section 3.2. */
const PAPER = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];
const METHODS = [
  ['benjaminiHochberg', benjaminiHochberg],
  ['holm', holm],
] as const;

function expectAll(actual: readonly number[], expected: readonly number[], digits: number): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    expect(actual[index]).toBeCloseTo(value, digits);
  });
}

describe('benjaminiHochberg', () => {
  test('gives the answers of scipy for the example of the paper', () => {
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645, 0.0765, 0.486,
      0.581181818182, 0.714875, 0.753230769231, 0.813214285714, 1,
    ];
    const adjusted = benjaminiHochberg(PAPER);
    expectAll(adjusted, expected, 12);
    expect(adjusted.filter((pValue) => pValue <= 0.05)).toHaveLength(4);
  });
});

describe('holm', () => {
  test('gives the answers for the same example', () => {
    const expected = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1];
    expectAll(holm(PAPER), expected, 12);
  });
});

describe.each(METHODS)('%s', (_, adjust) => {
  test('keeps the order of its input', () => {
    expectAll(adjust(PAPER.toReversed()), adjust(PAPER).toReversed(), 14);
  });

  test('leaves one p-value as it is, and none', () => {
    expect(adjust([0.3])).toEqual([0.3]);
    expect(adjust([])).toEqual([]);
  });

  test.each([-0.1, 1.1, Number.NaN])('refuses %d', (pValue) => {
    expect(() => adjust([0.5, pValue])).toThrow(RangeError);
  });

  test('makes none smaller or above 1, and keeps which is smaller', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (pValues) => {
        const adjusted = adjust(pValues);
        adjusted.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((pValues[index] ?? 0) * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(1);
          adjusted.forEach((other, place) => {
            if ((pValues[index] ?? 0) < (pValues[place] ?? 0)) expect(value).toBeLessThanOrEqual(other);
          });
        });
      }),
    );
  });
});
