import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fisherExact } from '../../src/statistics/fisher-exact.ts';

describe('fisherExact', () => {
  test.each([
    // The lady tasting tea, three of four right: 34 of the 70 tables are as far off.
    [3, 4, 1, 4, 34 / 70],
    // All four right: 2 of 70.
    [4, 4, 0, 4, 2 / 70],
    // Fisher's twins, as R's fisher.test gives them.
    [10, 12, 3, 18, 0.000536724],
    [0, 5, 0, 9, 1],
    [0, 0, 3, 7, 1],
  ])('of %i in %i and %i in %i', (...[marked, cases, otherMarked, otherCases, expected]) => {
    expect(fisherExact({ marked, cases }, { marked: otherMarked, cases: otherCases })).toBeCloseTo(
      expected,
      8,
    );
  });

  it('is a probability, and the same whichever sample is named first and whatever is called a mark', () => {
    const sample = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([marked, others]) => ({ marked, cases: marked + others }));
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const p = fisherExact(a, b);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(b, a)).toBeCloseTo(p, 10);
        const unmarked = ({ marked, cases }: typeof a): typeof a => ({ marked: cases - marked, cases });
        expect(fisherExact(unmarked(a), unmarked(b))).toBeCloseTo(p, 10);
      }),
    );
  });

  it('is small and finite for large samples', () => {
    const p = fisherExact({ marked: 1500, cases: 2000 }, { marked: 500, cases: 2000 });
    expect(p).toBeGreaterThanOrEqual(0);
    expect(p).toBeLessThan(1e-100);
  });

  it('refuses what is no count', () => {
    expect(() => fisherExact({ marked: 3, cases: 2 }, { marked: 0, cases: 1 })).toThrow(RangeError);
    expect(() => fisherExact({ marked: 0.5, cases: 2 }, { marked: 0, cases: 1 })).toThrow(RangeError);
  });
});
