import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spearmanCorrelation } from '../../src/statistics/rank-correlation.ts';

describe('spearmanCorrelation', () => {
  test('is 1 for one order, -1 for the reverse, and takes ties at the mean of their places', () => {
    expect(spearmanCorrelation([1, 5, 9], [2, 3, 40])).toBeCloseTo(1, 12);
    expect(spearmanCorrelation([1, 5, 9], [3, 2, 1])).toBeCloseTo(-1, 12);
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 × 5).
    expect(spearmanCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  test('is the textbook’s 1 - 6 Σ d² / (n (n² - 1)) without ties', () => {
    expect(spearmanCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toBeCloseTo(1 - (6 * 4) / (5 * 24), 12);
  });

  test('is null for a constant series and below two places, and throws for two lengths', () => {
    expect(spearmanCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(spearmanCorrelation([1], [1])).toBeNull();
    expect(() => spearmanCorrelation([1], [1, 2])).toThrow(RangeError);
  });

  test('lies between -1 and 1, whichever series comes first', () => {
    const pairs = fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(pairs, (rows) => {
        const first = rows.map(([a]) => a);
        const second = rows.map(([, b]) => b);
        const value = spearmanCorrelation(first, second);
        expect(value).toBe(spearmanCorrelation(second, first));
        expect(Math.abs(value ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
