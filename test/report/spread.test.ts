import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../src/report/html/spread.ts';

test('places that are far enough apart stay, those that are not move by the same on both sides', () => {
  expect(spread([0, 100, 50], 10)).toEqual([0, 100, 50]);
  expect(spread([50, 50], 10)).toEqual([45, 55]);
  expect(spread([], 10)).toEqual([]);
});

test('no two are closer than the distance, their order stays, and so does their mean', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 30 }), (places) => {
      const moved = spread(places, 10);
      const pairs = places.map((place, index) => ({ place, moved: moved[index] ?? 0 }));
      const down = pairs.toSorted((a, b) => a.moved - b.moved);
      down.slice(1).forEach((each, index) => {
        const above = down[index] ?? each;
        expect(each.moved - above.moved).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(each.place).toBeGreaterThanOrEqual(above.place);
      });
      expect(mean(moved)).toBeCloseTo(mean(places), 6);
    }),
  );
});

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
