import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashAt, holdsHash, keysAt, keysUpTo } from '../../src/compare/text-keys.ts';
import { addKey, createKeyTable } from '../../src/sketches/key-table.ts';

const LAST = 0xffffffff;
/** Tables take the one key that is 0 for another. */
const half = fc.oneof(fc.constantFrom(1, 2, 2 ** 31, LAST), fc.integer({ min: 1, max: LAST }));
const someKeys = fc.array(fc.tuple(half, half), { maxLength: 60 });

function tableOf(keys: readonly (readonly [number, number])[]): ReturnType<typeof createKeyTable> {
  const table = createKeyTable({ capacity: 1024, documentFrequency: false, texts: false });
  for (const [high, low] of keys) addKey(table, high, low, 1);
  return table;
}

function digitsOf([high, low]: readonly [number, number]): string {
  return [high, low].map((own) => own.toString(16).padStart(8, '0')).join('');
}

describe('keys of texts', () => {
  it('are those of the table up to a limit, ascending, with their counts', () => {
    fc.assert(
      fc.property(someKeys, half, half, (keys, limitHigh, limitLow) => {
        const below = keysUpTo(tableOf(keys), { limitHigh, limitLow });
        const limit = digitsOf([limitHigh, limitLow]);
        const counts = new Map<string, number>();
        for (const key of keys.map(digitsOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
        const expected = [...counts].filter(([key]) => key <= limit).toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect([...below.counts].map((count, place) => [hashAt(below, place), count])).toEqual(expected);
      }),
    );
  });

  it('hold the hashes they were made of, and no others', () => {
    fc.assert(
      fc.property(someKeys, someKeys, (keys, others) => {
        const all = keysUpTo(tableOf(keys), { limitHigh: LAST, limitLow: LAST });
        const own = new Set(keys.map(digitsOf));
        for (const hash of [...keys, ...others].map(digitsOf))
          expect(holdsHash(all, hash)).toBe(own.has(hash));
      }),
    );
  });

  it('can be taken at some places', () => {
    const all = keysUpTo(
      tableOf([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      { limitHigh: LAST, limitLow: LAST },
    );
    const some = keysAt(all, [0, 2]);
    expect([hashAt(some, 0), hashAt(some, 1)]).toEqual(['0000000100000002', '0000000500000006']);
    expect(holdsHash(some, '0000000300000004')).toBe(false);
  });
});
