import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupedCounts } from '../../src/measures/grouped-counts.ts';
import type { HalfTail } from '../../src/measures/half-tail.ts';
import { halfTails } from '../../src/measures/half-tail.ts';
import { GROUPS } from '../../src/sketches/replicate-group.ts';

/** How often each group has each type; a group that is not named has none of it. */
type Table = readonly ReadonlyMap<number, number>[];

function countsOf(table: Table): GroupedCounts {
  const all = Float64Array.from(table, (row) => [...row.values()].reduce((sum, own) => sum + own, 0));
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const types = table.flatMap((row, type) => (row.has(group) ? [type] : []));
    return {
      types: Uint32Array.from(types),
      counts: Float64Array.from(types, (type) => table[type]?.get(group) ?? 0),
    };
  });
  return { all, groups };
}

function ways(from: number, count: number): number {
  if (count < 0 || count > from) return 0;
  return count === 0 ? 1 : (ways(from - 1, count - 1) * from) / count;
}

/** Tries every set of the groups that have a type, with the chance that just these of them are drawn. */
function expectedTail(table: Table, population: number, drawn: number): HalfTail {
  const tail = { types: 0, once: 0, twice: 0 };
  for (const row of table) {
    const counts = [...row.values()];
    for (let set = 1; set < 2 ** counts.length; set++) {
      const inside = counts.filter((_, place) => (set & (1 << place)) !== 0);
      const total = inside.reduce((sum, own) => sum + own, 0);
      const chance = ways(population - counts.length, drawn - inside.length) / ways(population, drawn);
      tail.types += chance;
      if (total === 1) tail.once += chance;
      if (total === 2) tail.twice += chance;
    }
  }
  return tail;
}

function expectClose(found: HalfTail | undefined, expected: HalfTail): void {
  expect(found?.types).toBeCloseTo(expected.types, 9);
  expect(found?.once).toBeCloseTo(expected.once, 9);
  expect(found?.twice).toBeCloseTo(expected.twice, 9);
}

const row = fc
  .uniqueArray(fc.tuple(fc.nat(GROUPS - 1), fc.integer({ min: 1, max: 3 })), {
    minLength: 1,
    maxLength: 6,
    selector: ([group]) => group,
  })
  .map((cells) => new Map(cells));

describe('halfTails', () => {
  test('is the mean over all halves of the groups', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (table) => {
        expectClose(halfTails(countsOf(table)).all, expectedTail(table, GROUPS, GROUPS / 2));
      }),
      { numRuns: 50 },
    );
  });

  test('is the mean of 15 and 16 of the other groups without one', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.nat(GROUPS - 1), (table, group) => {
        const rest = table.map((own) => new Map([...own].filter(([other]) => other !== group)));
        const less = expectedTail(rest, GROUPS - 1, GROUPS / 2 - 1);
        const more = expectedTail(rest, GROUPS - 1, GROUPS / 2);
        expectClose(halfTails(countsOf(table)).withoutGroup[group], {
          types: (less.types + more.types) / 2,
          once: (less.once + more.once) / 2,
          twice: (less.twice + more.twice) / 2,
        });
      }),
      { numRuns: 50 },
    );
  });

  test('has every type that all groups have, with and without any of them', () => {
    const everywhere = new Map(Array.from({ length: GROUPS }, (_, group) => [group, 1]));
    const { all, withoutGroup } = halfTails(countsOf([everywhere]));
    expectClose(all, { types: 1, once: 0, twice: 0 });
    for (const tail of withoutGroup) expectClose(tail, { types: 1, once: 0, twice: 0 });
  });

  test('adds up over blocks of types', () => {
    const table = [
      new Map([[1, 1]]),
      new Map([[4, 2]]),
      new Map([
        [5, 1],
        [9, 1],
      ]),
    ];
    const { all, withoutBlock } = halfTails(countsOf(table), { blocks: Uint8Array.of(0, 1, 0), count: 2 });
    const others = withoutBlock.reduce((sum, tail) => sum + tail.types, 0);
    expect(others).toBeCloseTo(all.types, 12);
    expectClose(withoutBlock[0], expectedTail(table.slice(1, 2), GROUPS, GROUPS / 2));
  });
});
