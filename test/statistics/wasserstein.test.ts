import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeightedSample } from '../../src/statistics/wasserstein.ts';
import { wasserstein } from '../../src/statistics/wasserstein.ts';

function sample(values: readonly number[], weights: readonly number[] = values.map(() => 1)): WeightedSample {
  return { values, weights };
}

const samples = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((points) =>
    sample(
      points.map(([value]) => value),
      points.map(([, weight]) => weight),
    ),
  );

describe('wasserstein', () => {
  test('gives the answers of scipy', () => {
    expect(wasserstein(sample([0, 1, 3]), sample([5, 6, 8]))).toBeCloseTo(5, 13);
    expect(wasserstein(sample([0, 1], [3, 1]), sample([0, 1], [2, 2]))).toBeCloseTo(0.25, 14);
    const first = sample([3.4, 3.9, 7.5, 7.8], [1.4, 0.9, 3.1, 7.2]);
    expect(wasserstein(first, sample([4.5, 1.4], [3.2, 3.5]))).toBeCloseTo(4.078133143804785, 13);
  });

  test('is absent where a sample has no weight', () => {
    expect(wasserstein(sample([]), sample([1]))).toBeNull();
    expect(wasserstein(sample([1]), sample([1, 2], [0, 0]))).toBeNull();
  });

  test.each([
    ['a value that is not a number', sample([Number.NaN])],
    ['an infinite value', sample([Number.POSITIVE_INFINITY])],
    ['a negative weight', sample([1], [-1])],
    ['a weight that is not a number', sample([1], [Number.NaN])],
    ['a missing weight', sample([1, 2], [1])],
  ])('refuses %s', (_, broken) => {
    expect(() => wasserstein(broken, sample([1]))).toThrow(RangeError);
  });

  test('is a distance: symmetric, 0 from itself, and shorter than a detour', () => {
    fc.assert(
      fc.property(samples, samples, samples, (a, b, c) => {
        const direct = wasserstein(a, b) ?? Number.NaN;
        expect(wasserstein(b, a)).toBeCloseTo(direct, 9);
        expect(wasserstein(a, a)).toBeCloseTo(0, 9);
        expect(direct).toBeLessThanOrEqual(
          (wasserstein(a, c) ?? Number.NaN) + (wasserstein(c, b) ?? Number.NaN) + 1e-9,
        );
      }),
    );
  });

  test('is the distance by which a sample is moved', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: -20, max: 20 }), (a, step) => {
        const moved = sample(
          Array.from(a.values, (value) => value + step),
          Array.from(a.weights),
        );
        expect(wasserstein(a, moved)).toBeCloseTo(Math.abs(step), 9);
      }),
    );
  });
});
