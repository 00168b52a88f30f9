import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimated, estimatedPerMillion } from '../../src/audits/estimate.ts';

const chance = fc.double({ min: 0, max: 1e6, noNaN: true });

describe('estimatedPerMillion', () => {
  test('has an interval within a million, with finite ends, that holds the value', () => {
    fc.assert(
      fc.property(
        chance,
        fc.array(fc.option(chance), { maxLength: 32 }),
        fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: undefined }),
        (value, leaveOneOut, pairVariance) => {
          const ofPairs = pairVariance === undefined ? {} : { pairVariance };
          const { interval } = estimatedPerMillion({ value, leaveOneOut, documents: 40, ...ofPairs });
          if (interval === undefined) return;
          const [low, high] = interval;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1e6);
          expect(low).toBeLessThanOrEqual(value * (1 + 1e-9) + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value * (1 - 1e-9) - 1e-9);
        },
      ),
    );
  });

  test('is what the logarithm gives where the chance is small', () => {
    const replicated = { value: 5, leaveOneOut: [4, 5, 6, 5, 4.5], documents: 400, pairVariance: 0.1 };
    const [low, high] = estimatedPerMillion(replicated).interval ?? [0, 0];
    const expected = estimated(replicated, 'per-million', 'log').interval ?? [0, 0];
    expect(low / expected[0]).toBeCloseTo(1, 4);
    expect(high / expected[1]).toBeCloseTo(1, 4);
  });
});
