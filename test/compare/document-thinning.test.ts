import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, chanceTable, EIGHTHS } from '../../src/compare/document-thinning.ts';

describe('the chance that a type is among the documents drawn', () => {
  it('is hypergeometric for whole documents', () => {
    const half = chanceTable(10, 0.5);
    expect(chanceOf(half, 0)).toBe(0);
    expect(chanceOf(half, EIGHTHS)).toBeCloseTo(0.5, 12);
    expect(chanceOf(half, 2 * EIGHTHS)).toBeCloseTo(1 - (5 * 4) / (10 * 9), 12);
    expect(chanceOf(half, 3 * EIGHTHS)).toBeCloseTo(1 - (5 * 4 * 3) / (10 * 9 * 8), 12);
    expect(chanceOf(half, 6 * EIGHTHS)).toBe(1);
    expect(chanceOf(half, 1.5 * EIGHTHS)).toBeCloseTo((0.5 + 1 - 20 / 90) / 2, 12);
  });

  it('is 1 for every type where all are drawn', () => {
    const all = chanceTable(7, 1);
    expect([1, 2, 7, 500].map((documents) => chanceOf(all, documents * EIGHTHS))).toEqual([1, 1, 1, 1]);
    expect(chanceOf(all, 0)).toBe(0);
  });

  it('rises with the documents of a type, from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        (documents, share) => {
          const table = chanceTable(documents, share);
          const chances = [0, 1, 7, 8, 12, 64, 1000, 1023, 1024, 1500, 1e5].map((own) =>
            chanceOf(table, own),
          );
          for (const [place, chance] of chances.entries()) {
            expect(chance).toBeGreaterThanOrEqual((chances[place - 1] ?? 0) - 1e-12);
            expect(chance).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
