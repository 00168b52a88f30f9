import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeSlot } from '../../src/sketches/key-slots.ts';
import { addKey, createKeyTable } from '../../src/sketches/key-table.ts';
import { createLongRandom } from '../bench/long-random.ts';

const SPEC = { capacity: 2 ** 14, documentFrequency: false, texts: false };
const KEYS = 12_000;

/** How far keys stand from where they are looked for first, on average. */
function meanReach(lows: readonly number[]): number {
  const table = createKeyTable(SPEC);
  for (const [index, low] of lows.entries()) addKey(table, index + 1, low, 1);
  const { slots } = table;
  let reach = 0;
  for (let slot = 0; slot <= slots.mask; slot++) {
    if (slots.words[slot << slots.shift] === 0) continue;
    const low = slots.words[(slot << slots.shift) + 1] as number;
    reach += (slot - homeSlot(slots, low)) & slots.mask;
  }
  return reach / table.size;
}

describe('homeSlot', () => {
  it('is a slot of the table, whatever the key', () => {
    const { slots } = createKeyTable(SPEC);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (low) => {
        const home = homeSlot(slots, low);
        expect(Number.isInteger(home) && home >= 0 && home <= slots.mask).toBe(true);
      }),
    );
  });

  it('keeps keys near where they are looked for, also those that follow each other', () => {
    const random = createLongRandom(4);
    const alone = Array.from({ length: KEYS }, () => random.between(0, 0xffffffff));
    const words = Array.from({ length: KEYS / 32 }, () => random.between(0, 2 ** 27 - 1) * 32);
    const inGroups = words.flatMap((low) => Array.from({ length: 32 }, (_, group) => low + group));
    // With 12,000 keys in 16,384 slots, 1.4 places by chance (Knuth, 6.4).
    expect(meanReach(alone)).toBeLessThan(3);
    expect(meanReach(inGroups)).toBeLessThan(6);
  });
});
