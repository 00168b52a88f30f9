import { expect } from 'vitest';

/** Expects all 64-bit hashes to differ. */
export function expectNoCollision(high: Uint32Array, low: Uint32Array): void {
  const keys = new BigUint64Array(high.length);
  const halves = new Uint32Array(keys.buffer);
  for (let index = 0; index < high.length; index += 1) {
    halves[2 * index] = low[index] ?? 0;
    halves[2 * index + 1] = high[index] ?? 0;
  }
  keys.sort();
  let collisions = 0;
  for (let index = 1; index < keys.length; index += 1) if (keys[index] === keys[index - 1]) collisions += 1;
  expect(collisions).toBe(0);
}

/** Expects the highest and the lowest ten bits to be uniform: chi-square of 1,023 degrees within six deviations. */
export function expectUniform(halves: Uint32Array): void {
  for (const shift of [22, 0]) {
    const cells = new Uint32Array(1024);
    for (const half of halves) {
      const cell = (half >>> shift) & 1023;
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const expected = halves.length / 1024;
    const chiSquare = cells.reduce((sum, observed) => sum + (observed - expected) ** 2 / expected, 0);
    expect(Math.abs(chiSquare - 1023)).toBeLessThan(6 * Math.sqrt(2 * 1023));
  }
}
