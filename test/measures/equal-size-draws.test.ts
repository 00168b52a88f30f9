import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../src/measures/equal-size-draws.ts';
import {
  amountOutsideGroups,
  documentsNeeded,
  drawnValues,
  equalSizeDraws,
  replicatedNumber,
} from '../../src/measures/equal-size-draws.ts';

const OFFERS: readonly Offer[] = [
  { group: 0, amount: 3 },
  { group: 1, amount: 2 },
  { group: 0, amount: 4 },
  { group: 3, amount: 0 },
  { group: 2, amount: 5 },
];

describe('draws of equal size', () => {
  it('take documents in order, and what follows in the place of a group', () => {
    const draws = equalSizeDraws(OFFERS, 6, 4);
    const [first, second, third] = [
      { document: 0, amount: 3 },
      { document: 1, amount: 2 },
      { document: 2, amount: 1 },
    ];
    expect(draws?.all).toEqual([first, second, third]);
    expect(draws?.leaveOneOut).toEqual([
      [second, { document: 4, amount: 4 }],
      [first, { document: 2, amount: 3 }],
      [first, second, third],
      // A group that offers nothing is a group without documents.
      null,
    ]);
    expect(draws === null ? 0 : documentsNeeded(draws)).toBe(5);
  });

  it('reach as far as what the largest group leaves', () => {
    expect(amountOutsideGroups(OFFERS)).toBe(7);
    expect(equalSizeDraws(OFFERS, 7, 4)).not.toBeNull();
    expect(equalSizeDraws(OFFERS, 8, 4)).toBeNull();
    expect(amountOutsideGroups([])).toBe(0);
    expect(equalSizeDraws([], 1, 4)).toBeNull();
    expect(equalSizeDraws([{ group: 0, amount: 100 }], 1, 4)).toBeNull();
  });

  it('are all of the size, and none holds a document of the group left out', () => {
    const offer = fc.record({ group: fc.nat(3), amount: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 30 }), fc.integer({ min: 1, max: 60 }), (offers, size) => {
        const draws = equalSizeDraws(offers, size, 4);
        fc.pre(draws !== null);
        for (const [group, draw] of [...draws.leaveOneOut.entries(), [-1, draws.all] as const]) {
          if (draw === null) continue;
          expect(draw.reduce((sum, { amount }) => sum + amount, 0)).toBe(size);
          expect(draw.every(({ document }) => offers[document]?.group !== group)).toBe(true);
        }
      }),
    );
  });

  it('give a number of each, absent where the first has none', () => {
    const draws = equalSizeDraws(OFFERS, 6, 4);
    if (draws === null) throw new Error('there are draws');
    const values = drawnValues(draws, (draw) => draw.length);
    expect(replicatedNumber(values, (length) => 10 * length)).toEqual({
      value: 30,
      leaveOneOut: [20, 20, 30, null],
      documents: 3,
    });
    expect(replicatedNumber(values, () => null)).toBeNull();
  });
});
