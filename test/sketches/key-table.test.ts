import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, createWriter, writtenBytes } from '../../src/sketches/bytes.ts';
import { distinctKeys } from '../../src/sketches/distinct-keys.ts';
import { countAt } from '../../src/sketches/key-slots.ts';
import type { KeyTable, KeyTableSpec } from '../../src/sketches/key-table.ts';
import {
  addKey,
  countOf,
  createKeyTable,
  entryAt,
  isExact,
  mergeKeyTables,
  setKeyText,
  sortedSlots,
  trimKeyTable,
} from '../../src/sketches/key-table.ts';
import { decodeKeyTable, encodeKeyTable } from '../../src/sketches/key-table-codec.ts';

const SPEC: KeyTableSpec = { capacity: 8, documentFrequency: true, texts: true };

/** Keys with few different halves, so that ties, repeats and the key 0:0 occur. */
const key = fc.tuple(
  fc.oneof(fc.nat(3), fc.constant(0xffffffff), fc.nat(0xffffffff)),
  fc.oneof(fc.nat(3), fc.constant(0xffffffff)),
);
const documents = fc.array(fc.array(key, { maxLength: 30 }), { maxLength: 6 });
type Documents = readonly (readonly (readonly [number, number])[])[];

/** The key 0:0 marks an empty slot and is counted as 0:1. */
function nameOf(high: number, low: number): string {
  return `${high}:${high === 0 && low === 0 ? 1 : low}`;
}

function tableOf(texts: Documents, spec: KeyTableSpec = SPEC): KeyTable {
  const table = createKeyTable(spec);
  for (const [document, keys] of texts.entries())
    for (const [high, low] of keys) {
      const slot = addKey(table, high, low, document + 1);
      if (slot >= 0 && countAt(table.slots, slot) === 1) setKeyText(table, slot, nameOf(high, low));
    }
  return table;
}

function bytesOf(table: KeyTable): string {
  const writer = createWriter();
  encodeKeyTable(writer, table);
  return Buffer.from(writtenBytes(writer)).toString('hex');
}

function decoded(table: KeyTable): KeyTable {
  return decodeKeyTable(createReader(Buffer.from(bytesOf(table), 'hex')), SPEC);
}

describe('a key table', () => {
  it('counts like a map while it holds everything', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const table = tableOf(texts, { ...SPEC, capacity: 1024 });
        const expected = new Map<string, { count: number; documents: Set<number> }>();
        for (const [document, keys] of texts.entries())
          for (const [high, low] of keys) {
            const name = nameOf(high, low);
            const entry = expected.get(name) ?? { count: 0, documents: new Set() };
            entry.count += 1;
            entry.documents.add(document);
            expected.set(name, entry);
          }
        const held = [...sortedSlots(table)].map((slot) => entryAt(table, slot));
        expect(isExact(table)).toBe(true);
        expect(new Map(held.map((e) => [`${e.high}:${e.low}`, [e.count, e.frequency]]))).toEqual(
          new Map([...expected].map(([name, e]) => [name, [e.count, e.documents.size]])),
        );
      }),
    );
  });

  it('keeps the keys of smallest hash, whatever their order', () => {
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.nat()), (texts, seeds) => {
        const shuffled = texts.map((keys) =>
          keys
            .map((k) => ({ k, order: seeds.next().value as number }))
            .toSorted((a, b) => a.order - b.order)
            .map(({ k }) => k),
        );
        expect(bytesOf(tableOf(shuffled))).toBe(bytesOf(tableOf(texts)));
        expect(bytesOf(tableOf(texts.toReversed()))).toBe(bytesOf(tableOf(texts)));
      }),
    );
  });

  it('gives the same for the parts as for the whole, in any order of merging', () => {
    fc.assert(
      fc.property(documents, documents, documents, (a, b, c) => {
        const whole = bytesOf(tableOf([...a, ...b, ...c]));
        const [x, y, z] = [a, b, c].map((part) => () => tableOf(part)) as [
          () => KeyTable,
          () => KeyTable,
          () => KeyTable,
        ];
        expect(bytesOf(mergeKeyTables(mergeKeyTables(x(), y()), z()))).toBe(whole);
        expect(bytesOf(mergeKeyTables(z(), mergeKeyTables(y(), x())))).toBe(whole);
        expect(bytesOf(mergeKeyTables(decoded(y()), mergeKeyTables(decoded(z()), x())))).toBe(whole);
      }),
    );
  });

  it('finds every key again after others were dropped, wherever runs of slots wrap', () => {
    const low = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1012, max: 1023 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), low), { maxLength: 60 }), (keys) => {
        const table = tableOf([keys]);
        trimKeyTable(table);
        const held = [...sortedSlots(table)].map((slot) => entryAt(table, slot));
        for (const entry of held) expect(countOf(table, entry.high, entry.low)).toBe(entry.count);
        expect(new Set(held.map(({ high, low: own }) => `${high}:${own}`)).size).toBe(held.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('merges different capacities into what the smaller one alone would hold', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const merged = mergeKeyTables(tableOf(a, { ...SPEC, capacity: 32 }), tableOf(b));
        expect(bytesOf(merged)).toBe(bytesOf(tableOf([...a, ...b])));
      }),
    );
  });

  it('survives a round trip, and an empty table is neutral', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const bytes = bytesOf(tableOf(texts));
        expect(bytesOf(decoded(tableOf(texts)))).toBe(bytes);
        expect(bytesOf(mergeKeyTables(createKeyTable(SPEC), tableOf(texts)))).toBe(bytes);
        expect(bytesOf(mergeKeyTables(tableOf(texts), createKeyTable(SPEC)))).toBe(bytes);
      }),
    );
  });

  it('estimates the number of keys within what its capacity promises', () => {
    const capacity = 4096;
    const table = createKeyTable({ capacity, documentFrequency: false, texts: false });
    let state = 12345;
    const next = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (Math.imul(state ^ (state >>> 15), 2246822519) ^ (state >>> 13)) >>> 0;
    };
    for (let index = 0; index < 200_000; index++) addKey(table, next(), next(), 0);
    trimKeyTable(table);
    const { value, variation } = distinctKeys(table);
    expect(table.size).toBe(capacity);
    expect(variation).toBeCloseTo(1 / Math.sqrt(capacity - 2), 12);
    expect(Math.abs(value / 200_000 - 1)).toBeLessThan(4 * variation);
  });

  it('refuses damaged bytes', () => {
    expect(() => decodeKeyTable(createReader(new Uint8Array([8, 1])), SPEC)).toThrow(RangeError);
  });
});
