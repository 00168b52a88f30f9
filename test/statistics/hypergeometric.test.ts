import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absenceProbability, type Draw, expectedDeviance } from '../../src/statistics/hypergeometric.ts';
import { poissonDeviance, stirlingError } from '../../src/statistics/stirling.ts';
import { hypergeometric, quotient } from './exact.ts';

/** C(N - x, m) / C(N, m) by whole numbers without rounding. */
function exactAbsence({ population, marked, drawn }: Draw): number {
  const [factors, others] = marked < drawn ? [marked, population - drawn] : [drawn, population - marked];
  if (others < factors) return 0;
  let numerator = 1n;
  let denominator = 1n;
  for (let factor = 0; factor < factors; factor++) {
    numerator *= BigInt(others - factor);
    denominator *= BigInt(population - factor);
  }
  return quotient(numerator, denominator);
}

function relativeError(value: number, truth: number): number {
  return truth === 0 ? Math.abs(value) : Math.abs(value / truth - 1);
}

/** A population with two parts of it. */
function draws(most: number): fc.Arbitrary<Draw> {
  return fc.integer({ min: 2, max: most }).chain((population) =>
    fc.record({
      population: fc.constant(population),
      marked: fc.integer({ min: 0, max: population }),
      drawn: fc.integer({ min: 0, max: population }),
    }),
  );
}

describe('absenceProbability', () => {
  test.each([
    { population: 10, marked: 3, drawn: 4 }, // 6·5·4 / (10·9·8) = 1/6
    { population: 1e12, marked: 1, drawn: 5e11 },
    { population: 1e12, marked: 33, drawn: 5e11 },
    { population: 1e12, marked: 500, drawn: 3e11 },
    { population: 1e12, marked: 700, drawn: 123_456_789_012 },
    { population: 1e12, marked: 20_000, drawn: 1e6 },
    { population: 1e12, marked: 1e9, drawn: 5000 },
    { population: 1e12, marked: 999_999_000_000, drawn: 40 },
    { population: 1e12 + 1, marked: 5000, drawn: 1e10 },
    { population: 2_000_000, marked: 1000, drawn: 1000 },
    { population: 400, marked: 150, drawn: 160 },
    { population: 140, marked: 50, drawn: 60 },
    { population: 140, marked: 60, drawn: 80 },
    { population: 100_000, marked: 100, drawn: 99_890 },
    { population: 1000, marked: 33, drawn: 900 },
    { population: 1000, marked: 40, drawn: 928 },
  ])('is exact to eleven digits for %j', (draw) => {
    const truth = exactAbsence(draw);
    expect(relativeError(absenceProbability(draw), truth)).toBeLessThan(1e-11);
  });

  test('is 1 in 6 for 4 of 10 with 3 marked', () => {
    expect(absenceProbability({ population: 10, marked: 3, drawn: 4 })).toBeCloseTo(1 / 6, 15);
  });

  test('agrees with whole numbers wherever that is quick, and does not care which part is which', () => {
    fc.assert(
      fc.property(draws(3000), (draw) => {
        const truth = exactAbsence(draw);
        const value = absenceProbability(draw);
        if (truth > 1e-300) expect(relativeError(value, truth)).toBeLessThan(1e-11);
        else expect(value).toBeLessThan(1e-299);
        expect(absenceProbability({ ...draw, marked: draw.drawn, drawn: draw.marked })).toBe(value);
      }),
    );
  });

  test('is 1 where nothing is marked or drawn, and 0 where the rest is too small', () => {
    expect(absenceProbability({ population: 1e12, marked: 0, drawn: 1e11 })).toBe(1);
    expect(absenceProbability({ population: 1e12, marked: 1e11, drawn: 0 })).toBe(1);
    expect(absenceProbability({ population: 1e12, marked: 6e11, drawn: 6e11 })).toBe(0);
    expect(absenceProbability({ population: 1e12, marked: 5e11, drawn: 5e11 })).toBe(0);
  });
});

/** E[K ln K] - μ ln μ with chances from whole numbers. */
function exactDeviance({ population, marked, drawn }: Draw): number {
  const mean = (drawn * marked) / population;
  if (mean === 0) return 0;
  let sum = 0;
  for (let count = 0; count <= Math.min(marked, drawn); count++) {
    const chance = hypergeometric(population, marked, drawn, count);
    if (chance > 0) sum += chance * poissonDeviance(count - mean, mean);
  }
  return sum;
}

/** The same for a wide distribution: all counts within 12 standard deviations, by the ratio of neighbours. */
function summedDeviance({ population, marked, drawn }: Draw, deviation: number): number {
  const mean = (drawn * marked) / population;
  const start = Math.round(mean);
  let weights = 0;
  let sum = 0;
  for (const direction of [1, -1]) {
    let weight = 1;
    for (let step = direction === 1 ? 0 : 1; step <= 12 * deviation; step++) {
      const count = start + direction * step;
      if (step > 0) {
        const upper = direction === 1 ? count : count + 1;
        const ratio =
          ((marked - upper + 1) * (drawn - upper + 1)) / (upper * (population - marked - drawn + upper));
        weight *= direction === 1 ? ratio : 1 / ratio;
      }
      weights += weight;
      sum += weight * poissonDeviance(count - mean, mean);
    }
  }
  return sum / weights;
}

describe('expectedDeviance', () => {
  test('is what whole numbers give for small populations', () => {
    fc.assert(
      fc.property(draws(80), (draw) => {
        expect(Math.abs(expectedDeviance(draw) - exactDeviance(draw))).toBeLessThan(1e-12);
      }),
    );
  });

  test.each([
    [{ population: 10_000_000, marked: 100_000, drawn: 5_000_000 }, 158],
    [{ population: 10_000_000, marked: 2400, drawn: 5_000_000 }, 25],
    [{ population: 10_000_000, marked: 2200, drawn: 5_000_000 }, 24],
    [{ population: 1_000_000, marked: 600_000, drawn: 5000 }, 35],
    [{ population: 1_000_000_000, marked: 1_000_000, drawn: 1_000_000 }, 32],
    [{ population: 1_000_000, marked: 990_000, drawn: 900_000 }, 30],
    [{ population: 1_000_000_000_000, marked: 100_000_000_000, drawn: 10_000_000 }, 950],
  ])('steps over counts without loss for %j', (draw, deviation) => {
    expect(relativeError(expectedDeviance(draw), summedDeviance(draw, deviation))).toBeLessThan(1e-9);
  });

  test('is half the relative variance for huge counts', () => {
    const half = (1 - 2 ** 40 / 1e13) * (1 - 0.3) * 0.5;
    const value = expectedDeviance({ population: 1e13, marked: 2 ** 40, drawn: 3e12 });
    expect(relativeError(value, half)).toBeLessThan(1e-9);
  });

  test('is 0 where chance has no say', () => {
    expect(expectedDeviance({ population: 100, marked: 100, drawn: 7 })).toBe(0);
    expect(expectedDeviance({ population: 100, marked: 7, drawn: 100 })).toBe(0);
    expect(expectedDeviance({ population: 100, marked: 0, drawn: 7 })).toBe(0);
    expect(expectedDeviance({ population: 1, marked: 1, drawn: 1 })).toBe(0);
  });

  test('is -p ln p for one draw', () => {
    const value = expectedDeviance({ population: 1e12, marked: 1000, drawn: 1 });
    expect(relativeError(value, -1e-9 * Math.log(1e-9))).toBeLessThan(1e-12);
  });
});

describe('poissonDeviance', () => {
  test.each([
    [0, 5, 0],
    [-5, 5, 5],
    [5, 5, 10 * Math.LN2 - 5],
    [1, 1, 2 * Math.LN2 - 1],
    [1e-3, 1, 4.998_334_166_167e-7],
    [1, 1e12, 5e-13],
  ])('of %d from a mean of %d', (difference, mean, value) => {
    expect(relativeError(poissonDeviance(difference, mean), value)).toBeLessThan(1e-11);
  });

  test('has no step where the formula changes', () => {
    for (const edge of [0.1, -0.1]) {
      const [inside, outside] = [edge * (1 - 1e-12), edge * (1 + 1e-12)];
      expect(relativeError(poissonDeviance(inside, 1), poissonDeviance(outside, 1))).toBeLessThan(1e-11);
    }
  });
});

describe('stirlingError', () => {
  test('completes the logarithms of factorials', () => {
    let logarithm = 0;
    for (let z = 1; z <= 170; z++) {
      logarithm += Math.log(z);
      if (z < 32) continue;
      const stirling = (z + 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI);
      expect(Math.abs(logarithm - stirling - stirlingError(z))).toBeLessThan(1e-11);
    }
    expect(stirlingError(1e12)).toBeCloseTo(1 / 12e12, 25);
  });
});
