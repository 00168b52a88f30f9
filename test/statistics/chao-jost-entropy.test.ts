import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chaoJostEntropy, logarithmTail } from '../../src/statistics/chao-jost-entropy.ts';
import { spectrumOf } from '../../src/statistics/frequency-spectrum.ts';

/** Σ_{j≥1} (1 - A)^j / (N - 1 + j), until nothing is added. */
function summedTail(closing: number, tokens: number): number {
  let sum = 0;
  let power = 1;
  for (let term = 1; power > 1e-19; term++) {
    power *= 1 - closing;
    sum += power / (tokens - 1 + term);
  }
  return sum;
}

describe('logarithmTail', () => {
  test('is its sum', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.002, max: 0.999, noNaN: true }),
        fc.integer({ min: 2, max: 3000 }),
        (closing, tokens) => {
          expect(logarithmTail(closing, tokens) / summedTail(closing, tokens)).toBeCloseTo(1, 11);
        },
      ),
    );
  });

  test.each([
    [1e-4, 10_000],
    [1e-4, 15_001],
    [1e-4, 200],
    [1e-4, 1e9],
    [0.3, 5],
    [0.3, 6],
  ])('is its sum for A = %d and N = %d', (closing, tokens) => {
    expect(logarithmTail(closing, tokens) / summedTail(closing, tokens)).toBeCloseTo(1, 11);
  });

  test.each([
    // e^λ E_1(λ), from tables of the exponential integral.
    [1, 0.5963473623231941],
    [0.5, 0.9229106324837305],
    [2, 0.36132861688822093],
    [10, 0.09156333393978809],
  ])('tends to the exponential integral of N A = %d', (product, value) => {
    expect(logarithmTail(product / 1e12, 1e12) / value).toBeCloseTo(1, 9);
  });

  test('is 0 where the next token closes everything', () => {
    expect(logarithmTail(1, 10)).toBe(0);
  });
});

describe('chaoJostEntropy', () => {
  test('of two singletons, worked by hand', () => {
    // 1 from the tokens; A = 2/3, and the tail is 3 (ln 3/2 - 1/3) = 3 ln 1.5 - 1.
    expect(chaoJostEntropy(spectrumOf([1, 1]))).toBeCloseTo(3 * Math.log(1.5), 13);
  });

  test('needs two tokens', () => {
    expect(chaoJostEntropy(spectrumOf([1]))).toBeNull();
    expect(chaoJostEntropy(spectrumOf([2]))).toBe(0);
  });

  test('does not slow down or lose its digits for a thousand thousand million tokens', () => {
    // 10^12 tokens by Zipf's law with s = 1 cut at 10^9 ranks, in blocks of ranks.
    const spectrum = [
      { frequency: 1, types: 4e8 },
      { frequency: 2, types: 1e8 },
      { frequency: 1e3, types: 1e6 },
      { frequency: 1e6, types: 1e5 },
      { frequency: 1e9, types: 898 },
    ];
    const entropy = chaoJostEntropy(spectrum) ?? 0;
    expect(entropy).toBeGreaterThan(7);
    expect(entropy).toBeLessThan(20);
  });
});
