import { describe, expect, test } from 'vitest';
import { unorderedShare } from '../../src/measures/unordered-texts.ts';
import { seeded } from '../support/large-files.ts';

const TYPES = 10_000;

/** Rows of words of which each is followed by one of two, as language does in the large. */
function ordered(count: number, seed: number): readonly Uint32Array[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    let word = Math.floor(random() * 500);
    return Uint32Array.from({ length: 60 }, () => {
      word = (word * 7 + (random() < 0.5 ? 1 : 2)) % 500;
      return word;
    });
  });
}

function noise(count: number, seed: number): readonly Uint32Array[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () =>
    Uint32Array.from({ length: 60 }, () => Math.floor(random() * 500)),
  );
}

describe('unorderedShare', () => {
  test('is 0 in ordered texts, nearly 1 in noise, and the part of noise in a mixture', () => {
    expect(unorderedShare(ordered(120, 1), TYPES)).toBe(0);
    expect(unorderedShare(noise(120, 2), TYPES)).toBeGreaterThan(0.9);
    const mixed = unorderedShare([...ordered(60, 3), ...noise(60, 4)], TYPES);
    expect(mixed).toBeGreaterThan(0.4);
    expect(mixed).toBeLessThanOrEqual(0.5);
  });

  test('counts a text as unordered that has nothing in common with others', () => {
    const alone = Uint32Array.from({ length: 60 }, (_, place) => 600 + place);
    expect(unorderedShare([...ordered(120, 1), alone], TYPES)).toBeCloseTo(1 / 121, 12);
  });

  test('takes away what others have turned round', () => {
    const up = Uint32Array.from({ length: 40 }, (_, place) => place);
    const both = Array.from({ length: 120 }, (_, place) => (place % 2 === 0 ? up : up.toReversed()));
    expect(unorderedShare(both, TYPES)).toBe(1);
    expect(
      unorderedShare(
        Array.from({ length: 120 }, () => up),
        TYPES,
      ),
    ).toBe(0);
  });

  test('is null below 100 texts of 20 different pairs', () => {
    expect(unorderedShare(ordered(99, 1), TYPES)).toBeNull();
    expect(unorderedShare(ordered(100, 1), TYPES)).toBe(0);
    const short = ordered(200, 1).map((text) => text.subarray(0, 20));
    expect(unorderedShare(short, TYPES)).toBeNull();
    const same = Array.from({ length: 200 }, () => new Uint32Array(60));
    expect(unorderedShare(same, TYPES)).toBeNull();
  });

  test('looks at the first 250 texts', () => {
    expect(unorderedShare([...ordered(250, 1), ...noise(250, 2)], TYPES)).toBe(0);
  });
});
